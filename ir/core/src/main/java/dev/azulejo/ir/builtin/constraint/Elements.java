// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin.constraint;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.TensorType;
import dev.azulejo.ir.builtin.VectorType;

/** What vectors and tensors are made of. */
final class Elements {
  private Elements() {}

  /** The type of the elements of a vector or tensor, or the type itself. */
  static Type of(Type type) {
    return switch (type) {
      case VectorType vector -> vector.elementType();
      case TensorType tensor -> tensor.elementType();
      default -> type;
    };
  }

  static boolean isSignlessInteger(Type type) {
    return type instanceof IntegerType integer && integer.isSignless();
  }

  static boolean isSignlessIntegerOrIndex(Type type) {
    return isSignlessInteger(type) || type instanceof IndexType;
  }
}
