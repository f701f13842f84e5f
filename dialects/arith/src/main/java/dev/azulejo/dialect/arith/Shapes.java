// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.arith;

import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.RankedTensorType;
import dev.azulejo.ir.builtin.ShapedType;
import dev.azulejo.ir.builtin.TensorType;
import dev.azulejo.ir.builtin.UnrankedMemRefType;
import dev.azulejo.ir.builtin.UnrankedTensorType;
import dev.azulejo.ir.builtin.VectorType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Containers of numbers: what is in them, and which have one shape. */
final class Shapes {
  private Shapes() {}

  /** The type of the elements of a vector, tensor or memref, or the type itself. */
  static Type element(Type type) {
    return switch (type) {
      case ShapedType shaped -> shaped.elementType();
      case TensorType tensor -> tensor.elementType();
      case UnrankedMemRefType memref -> memref.elementType();
      default -> type;
    };
  }

  /** A type with other elements in place of its own. */
  static Type withElement(Type type, Type element) {
    return switch (type) {
      case VectorType vector -> VectorType.of(vector.shape(), vector.scalableDimensions(), element);
      case RankedTensorType tensor ->
          RankedTensorType.of(tensor.shape(), element, tensor.encoding());
      case UnrankedTensorType _ -> new UnrankedTensorType(element);
      default -> element;
    };
  }

  static boolean isScalar(Type type) {
    return !(type instanceof ShapedType
        || type instanceof TensorType
        || type instanceof UnrankedMemRefType);
  }

  /** Could two types have the same shape when the program runs? */
  static boolean areCompatible(Type one, Type other) {
    if (isScalar(one) || isScalar(other)) {
      return isScalar(one) && isScalar(other);
    }
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

  /** Are two types the same but for their elements? */
  static boolean areEqual(Type one, Type other) {
    return switch (one) {
      case MemRefType left ->
          other instanceof MemRefType right && Arrays.equals(left.shape(), right.shape());
      case UnrankedMemRefType _ -> other instanceof UnrankedMemRefType;
      default -> withElement(one, element(other)).equals(other);
    };
  }

  /**
   * What is wrong with the shapes of an operation that works element by element, or null: values
   * that are not scalar all have one shape, and are there on both sides or on neither.
   */
  static @Nullable String elementwiseProblem(Operation op) {
    Type operand = firstContainer(op.operands());
    Type result = firstContainer(op.results());
    if (operand == null && result == null) {
      return null;
    }
    if (operand == null) {
      return "if a result is non-scalar, then at least one operand must be non-scalar";
    }
    if (result == null) {
      return "if an operand is non-scalar, then there must be at least one non-scalar result";
    }
    return haveShapeOf(operand, op.operands()) && haveShapeOf(operand, op.results())
        ? null
        : "all non-scalar operands/results must have the same shape and base type";
  }

  private static @Nullable Type firstContainer(List<? extends Value> values) {
    for (Value value : values) {
      if (!isScalar(value.type())) {
        return value.type();
      }
    }
    return null;
  }

  private static boolean haveShapeOf(Type first, List<? extends Value> values) {
    for (Value value : values) {
      Type type = value.type();
      boolean same =
          isScalar(type)
              || (areCompatible(first, type)
                  && first instanceof VectorType == type instanceof VectorType
                  && first instanceof TensorType == type instanceof TensorType);
      if (!same) {
        return false;
      }
    }
    return true;
  }
}
