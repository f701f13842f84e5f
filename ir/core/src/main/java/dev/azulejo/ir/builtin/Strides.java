// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.builtin;

import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.affine.AffineExpr;
import dev.azulejo.ir.affine.AffineMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far apart neighbours of a buffer are in each dimension, in elements, and where the first
 * element lies; {@link ShapedType#DYNAMIC} where not known.
 */
public final class Strides {
  private final long[] strides;
  private final long offset;

  private Strides(long[] strides, long offset) {
    this.strides = strides;
    this.offset = offset;
  }

  /** Known strides. */
  public static Strides of(long[] strides, long offset) {
    return new Strides(strides.clone(), offset);
  }

  /** The strides of a dense row-major buffer of a shape. */
  public static Strides dense(long... shape) {
    long[] strides = new long[shape.length];
    long stride = 1;
    for (int i = shape.length - 1; i >= 0; i--) {
      strides[i] = stride;
      stride = times(stride, shape[i]);
    }
    return new Strides(strides, 0);
  }

  /** The strides of a type, or null where its layout is not strided. */
  public static @Nullable Strides of(MemRefType type) {
    return switch (type.layout()) {
      case null -> dense(type.shape());
      case StridedLayoutAttr layout ->
          new Strides(
              layout.strides().stream().mapToLong(Long::longValue).toArray(), layout.offset());
      case AffineMapAttr map -> ofMap(map.value());
      default -> null;
    };
  }

  private static @Nullable Strides ofMap(AffineMap map) {
    if (map.results().size() != 1) {
      return null;
    }
    long[] strides = new long[map.dimensions()];
    long[] offset = new long[1];
    return add(map.results().getFirst(), 1, strides, offset)
        ? new Strides(strides, offset[0])
        : null;
  }

  /** Adds the terms of an expression times a factor; false where it is not linear. */
  private static boolean add(AffineExpr expr, long factor, long[] strides, long[] offset) {
    return switch (expr) {
      case AffineExpr.Dimension dimension -> {
        int place = dimension.position();
        strides[place] = plus(strides[place], factor);
        yield true;
      }
      case AffineExpr.Symbol _ -> {
        offset[0] = ShapedType.DYNAMIC;
        yield true;
      }
      case AffineExpr.Constant constant -> {
        offset[0] = plus(offset[0], times(factor, constant.value()));
        yield true;
      }
      case AffineExpr.Binary binary -> addBinary(binary, factor, strides, offset);
    };
  }

  private static boolean addBinary(
      AffineExpr.Binary binary, long factor, long[] strides, long[] offset) {
    if (binary.isSymbolic()) {
      offset[0] = ShapedType.DYNAMIC;
      return true;
    }
    return switch (binary.operator()) {
      case ADD ->
          add(binary.lhs(), factor, strides, offset) && add(binary.rhs(), factor, strides, offset);
      case MUL -> {
        long by =
            binary.rhs() instanceof AffineExpr.Constant constant
                ? constant.value()
                : ShapedType.DYNAMIC;
        yield add(binary.lhs(), times(factor, by), strides, offset);
      }
      case FLOOR_DIV, CEIL_DIV, MOD -> false;
    };
  }

  /** The sum of two numbers, unknown where one is or where it is too large. */
  public static long plus(long a, long b) {
    if (a == ShapedType.DYNAMIC || b == ShapedType.DYNAMIC) {
      return ShapedType.DYNAMIC;
    }
    long sum = a + b;
    return ((a ^ sum) & (b ^ sum)) < 0 ? ShapedType.DYNAMIC : sum;
  }

  /** The product of two numbers, unknown where one is or where it is too large. */
  public static long times(long a, long b) {
    if (a == ShapedType.DYNAMIC || b == ShapedType.DYNAMIC) {
      return ShapedType.DYNAMIC;
    }
    long high = Math.multiplyHigh(a, b);
    long low = a * b;
    return high == low >> 63 ? low : ShapedType.DYNAMIC;
  }

  /** How many dimensions there are. */
  public int rank() {
    return strides.length;
  }

  /** The stride of a dimension. */
  public long stride(int dimension) {
    return strides[dimension];
  }

  /** The strides, a copy. */
  public long[] strides() {
    return strides.clone();
  }

  /** Where the first element lies. */
  public long offset() {
    return offset;
  }

  /** Are they those of a dense row-major buffer of a shape? */
  public boolean isDense(long... shape) {
    return equals(dense(shape));
  }

  /** The layout that has these strides. */
  public StridedLayoutAttr layout() {
    List<Long> all = new ArrayList<>(strides.length);
    for (long stride : strides) {
      all.add(stride);
    }
    return StridedLayoutAttr.of(all, offset);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Strides that
            && offset == that.offset
            && Arrays.equals(strides, that.strides));
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(strides) * 31 + Long.hashCode(offset);
  }

  @Override
  public String toString() {
    return AsmText.ofAttribute(layout());
  }
}
