// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.rewrite;

import dev.azulejo.ir.Operation;

/** Rewrites one operation where it matches. Holds no state: several threads share it. */
@FunctionalInterface
public interface RewritePattern {
  /**
   * Rewrites an operation, with every change made through {@code rewriter}, or leaves it alone.
   *
   * @return whether it changed anything; a pattern that returns false must have changed nothing
   */
  boolean rewrite(Operation op, Rewriter rewriter);
}
