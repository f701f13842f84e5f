// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.math;

import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.ShapedType;
import dev.azulejo.ir.builtin.TensorType;
import dev.azulejo.ir.builtin.VectorType;

/** Vectors and tensors of numbers. */
final class Containers {
  private Containers() {}

  /** Why two values can't have as many numbers in the same order, or an empty text. */
  static String shapeProblem(Type one, Type other) {
    if (isScalar(one) != isScalar(other) || !haveCompatibleShapes(one, other)) {
      return "requires the same shape for all operands and results";
    }
    return one instanceof VectorType == other instanceof VectorType
        ? ""
        : "all non-scalar operands/results must have the same shape and base type";
  }

  private static boolean isScalar(Type type) {
    return !(type instanceof VectorType || type instanceof TensorType);
  }

  private static boolean haveCompatibleShapes(Type one, Type other) {
    if (!(one instanceof ShapedType left && other instanceof ShapedType right)) {
      return true;
    }
    long[] a = left.shape();
    long[] b = right.shape();
    boolean compatible = a.length == b.length;
    for (int i = 0; i < a.length && compatible; i++) {
      compatible = a[i] == b[i] || a[i] == ShapedType.DYNAMIC || b[i] == ShapedType.DYNAMIC;
    }
    return compatible;
  }
}
