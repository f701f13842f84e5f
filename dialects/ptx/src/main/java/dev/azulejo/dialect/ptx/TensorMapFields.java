// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.LaunchExpression.Operator;
import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.Strides;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is in the map of a buffer, by dimension of the map, innermost first.
 *
 * @param dims which dimension of the buffer each is
 * @param steps how many elements of the buffer's dimension are one step
 * @param counts how many steps there are; -1 for all that the buffer has
 * @param box how many steps a box has
 * @param swizzle how many bytes of a row are scattered in shared memory; 0 for none
 */
public record TensorMapFields(
    List<Long> dims, List<Long> steps, List<Long> counts, List<Long> box, long swizzle) {
  /** In {@link #counts}: all that the buffer has. */
  public static final long ALL = -1;

  private static final int MOST_DIMENSIONS = 5;
  private static final int LARGEST_BOX = 256;
  private static final int UNIT = 16;
  private static final List<Long> SWIZZLES = List.of(0L, 32L, 64L, 128L);

  /** Copies the lists. */
  public TensorMapFields {
    dims = List.copyOf(dims);
    steps = List.copyOf(steps);
    counts = List.copyOf(counts);
    box = List.copyOf(box);
  }

  /** How many dimensions the map has. */
  public int rank() {
    return dims.size();
  }

  /** How many bytes a box has of elements of so many. */
  public long boxBytes(long elementBytes) {
    long bytes = elementBytes;
    for (long size : box) {
      bytes *= size;
    }
    return bytes;
  }

  /** How many steps a dimension has where the buffer's dimension has so many elements. */
  public long size(int dimension, long elements) {
    return counts.get(dimension) == ALL
        ? Math.ceilDiv(elements, steps.get(dimension))
        : counts.get(dimension);
  }

  // --- For who launches -------------------------------------------------------------------------

  /** How many steps each dimension has, for a buffer that is an argument. */
  public List<LaunchExpression> sizes(int argument, MemRefType type) {
    List<LaunchExpression> sizes = new ArrayList<>();
    for (int i = 0; i < rank(); i++) {
      sizes.add(
          counts.get(i) == ALL
              ? LaunchExpression.of(
                  Operator.CEILDIV,
                  extent(argument, type, dims.get(i).intValue()),
                  new LaunchExpression.Constant(steps.get(i)))
              : new LaunchExpression.Constant(counts.get(i)));
    }
    return sizes;
  }

  /**
   * How many bytes a step of each dimension but the innermost is, for a buffer that is an argument.
   */
  public List<LaunchExpression> strides(int argument, MemRefType type) {
    long bytes = bytes(type);
    List<LaunchExpression> strides = new ArrayList<>();
    for (int i = 1; i < rank(); i++) {
      LaunchExpression.Constant step = new LaunchExpression.Constant(steps.get(i) * bytes);
      strides.add(product(stride(argument, type, dims.get(i).intValue()), step));
    }
    return strides;
  }

  private static LaunchExpression extent(int argument, MemRefType type, int dimension) {
    long size = type.shape()[dimension];
    return size == MemRefType.DYNAMIC
        ? new LaunchExpression.Size(argument, dimension)
        : new LaunchExpression.Constant(size);
  }

  private static LaunchExpression stride(int argument, MemRefType type, int dimension) {
    Strides known = Strides.of(type);
    if (known != null && known.stride(dimension) != MemRefType.DYNAMIC) {
      return new LaunchExpression.Constant(known.stride(dimension));
    }
    LaunchExpression stride = new LaunchExpression.Constant(1);
    for (int i = dimension + 1; i < type.rank(); i++) {
      stride = product(stride, extent(argument, type, i));
    }
    return stride;
  }

  private static LaunchExpression product(LaunchExpression left, LaunchExpression right) {
    boolean swap = left instanceof LaunchExpression.Constant;
    return LaunchExpression.of(Operator.MULTIPLY, swap ? right : left, swap ? left : right);
  }

  private static long bytes(MemRefType type) {
    return MemRefType.of(new long[] {1}, type.elementType()).bitSize() / Byte.SIZE;
  }

  // --- What the copy engine takes ---------------------------------------------------------------

  /** Why there is no such map of a buffer, as the end of a sentence, or null. */
  @Nullable String problem(MemRefType type) {
    int rank = rank();
    if (rank < 1 || rank > MOST_DIMENSIONS) {
      return "has a map of " + rank + " dimensions; 1 to " + MOST_DIMENSIONS + " are possible";
    }
    if (steps.size() != rank || counts.size() != rank || box.size() != rank) {
      return "has not as many dimensions, steps, counts and sizes of the box";
    }
    long bits = MemRefType.of(new long[] {1}, type.elementType()).bitSize();
    if (bits % Byte.SIZE != 0) {
      return "is of elements that fill no whole bytes";
    }
    for (int i = 0; i < rank; i++) {
      if (dims.get(i) < 0 || dims.get(i) >= type.rank()) {
        return "has no dimension " + dims.get(i) + " in " + AsmText.ofType(type);
      }
      if (steps.get(i) < 1 || counts.get(i) == 0 || counts.get(i) < ALL) {
        return "has no steps along dimension " + i;
      }
      if (box.get(i) < 1 || box.get(i) > LARGEST_BOX) {
        return "has a box of "
            + box.get(i)
            + " along dimension "
            + i
            + "; 1 to "
            + LARGEST_BOX
            + " are possible";
      }
    }
    return SWIZZLES.contains(swizzle)
        ? layoutProblem(type, bits / Byte.SIZE)
        : "has a swizzle of " + swizzle + " bytes; 0, 32, 64 and 128 are possible";
  }

  private @Nullable String layoutProblem(MemRefType type, long bytes) {
    Strides strides = Strides.of(type);
    if (strides == null || (type.layout() != null && !areKnown(strides))) {
      return "needs a buffer whose strides are known";
    }
    if (steps.getFirst() != 1 || strides.stride(dims.getFirst().intValue()) != 1) {
      return "needs as innermost dimension one whose elements lie side by side";
    }
    for (int i = 1; i < rank(); i++) {
      long stride = strides.stride(dims.get(i).intValue());
      if (stride != MemRefType.DYNAMIC && stride * steps.get(i) * bytes % UNIT != 0) {
        return "has "
            + stride * steps.get(i) * bytes
            + " bytes from row to row; multiples of "
            + UNIT
            + " are possible";
      }
    }
    long row = box.getFirst() * bytes;
    if (row % UNIT != 0) {
      return "has rows of " + row + " bytes in its box; multiples of " + UNIT + " are possible";
    }
    return swizzle > 0 && row > swizzle
        ? "has rows of " + row + " bytes in its box, but scatters only " + swizzle
        : null;
  }

  private static boolean areKnown(Strides strides) {
    for (int i = 0; i < strides.rank(); i++) {
      if (strides.stride(i) == MemRefType.DYNAMIC) {
        return false;
      }
    }
    return strides.offset() != MemRefType.DYNAMIC;
  }
}
