// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.rewrite;

/**
 * An operation that knows a simpler form of itself, beyond what folding may do: it may make
 * operations and look at its neighbours. The form must be reached in finitely many steps, and must
 * not lose what later passes need.
 */
public interface Canonicalizable {
  /**
   * Rewrites this operation, with every change made through {@code rewriter}, or leaves it alone.
   *
   * @return whether it changed anything
   */
  boolean canonicalize(Rewriter rewriter);
}
