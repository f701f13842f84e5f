// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector;

import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.ArrayAttr;
import dev.azulejo.ir.builtin.ComplexType;
import dev.azulejo.ir.builtin.DenseElementsAttr;
import dev.azulejo.ir.builtin.FloatAttr;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.ShapedType;
import dev.azulejo.ir.builtin.VectorType;
import dev.azulejo.ir.trait.Constants;
import dev.azulejo.ir.trait.FoldResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The types of vectors, scalars among them as vectors of no dimension. */
final class Vectors {
  private Vectors() {}

  /** The type of a value that the verifier has seen to be a vector. */
  static VectorType type(Value value) {
    return (VectorType) value.type();
  }

  /** The type of the elements of a vector, a tensor or a buffer, or the type itself. */
  static Type elementType(Type type) {
    return type instanceof ShapedType shaped ? shaped.elementType() : type;
  }

  static Type elementType(Value value) {
    return elementType(value.type());
  }

  static int rank(Type type) {
    return type instanceof VectorType vector ? vector.rank() : 0;
  }

  /** The vector of the last dimensions, or the element type where none is left. */
  static Type withoutLeading(VectorType type, int count) {
    int rank = type.rank();
    return count == rank
        ? type.elementType()
        : VectorType.of(
            Arrays.copyOfRange(type.shape(), count, rank),
            Arrays.copyOfRange(type.scalableDimensions(), count, rank),
            type.elementType());
  }

  /** The same dimensions with other elements. */
  static VectorType withElements(VectorType type, Type element) {
    return VectorType.of(type.shape(), type.scalableDimensions(), element);
  }

  static boolean haveSameDimensions(VectorType one, VectorType other) {
    return Arrays.equals(one.shape(), other.shape())
        && Arrays.equals(one.scalableDimensions(), other.scalableDimensions());
  }

  /** The numbers of an array of integers. */
  static long[] longs(ArrayAttr array) {
    long[] values = new long[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = ((IntegerAttr) array.get(i)).longValue();
    }
    return values;
  }

  static ArrayAttr array(long... values) {
    List<Attribute> all = new ArrayList<>(values.length);
    for (long value : values) {
      all.add(IntegerAttr.i64(value));
    }
    return ArrayAttr.of(all);
  }

  /** A vector of equal elements, or null where the element is no number. */
  static @Nullable Attribute splat(Type type, @Nullable Attribute element) {
    if (!(type instanceof VectorType vector)) {
      return element;
    }
    return switch (element) {
      case IntegerAttr number -> DenseElementsAttr.of(vector, List.of(number.value()));
      case FloatAttr number -> DenseElementsAttr.of(vector, List.of(number.bits()));
      case null, default -> null;
    };
  }

  /** The element that all elements of a constant are, or null. */
  static @Nullable Attribute splatElement(@Nullable Attribute constant) {
    return switch (constant) {
      case DenseElementsAttr dense
          when dense.isSplat() && !(dense.type().elementType() instanceof ComplexType) ->
          dense.element(0);
      case IntegerAttr number -> number;
      case FloatAttr number -> number;
      case null, default -> null;
    };
  }

  /** Folds to a constant of the result's type whose elements are those of a splat. */
  static FoldResult foldSplat(Value source, Type result) {
    Attribute element = splatElement(Constants.of(source));
    Attribute folded = element == null ? null : splat(result, element);
    return folded == null ? FoldResult.unchanged() : FoldResult.constant(folded);
  }

  /** Do masks have as many dimensions and elements as a vector? */
  static boolean isMaskOf(Value mask, VectorType vector) {
    return haveSameDimensions(type(mask), vector);
  }
}
