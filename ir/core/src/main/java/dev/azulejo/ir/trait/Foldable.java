// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.trait;

/**
 * An operation that can sometimes say its results without being executed. Folding is local and
 * always worth while; it makes no operations.
 */
public interface Foldable {
  /** The results, if they are known now. Constant operands are found by {@link Constants}. */
  FoldResult fold();
}
