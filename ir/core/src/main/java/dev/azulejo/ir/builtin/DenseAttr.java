// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin;

/** Elements that are all given, or are all equal: {@code dense<...>}. */
public sealed interface DenseAttr extends ElementsAttr
    permits DenseElementsAttr, DenseStringElementsAttr {
  /** Are all elements equal? */
  boolean isSplat();
}
