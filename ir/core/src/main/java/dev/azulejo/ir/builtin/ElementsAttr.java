// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin;

import dev.azulejo.ir.Type;

/** The elements of a shape, all of one type. */
public sealed interface ElementsAttr extends TypedAttr
    permits DenseAttr, SparseElementsAttr, DenseResourceAttr {
  @Override
  ShapedType type();

  /** The type of an element. */
  default Type elementType() {
    return type().elementType();
  }
}
