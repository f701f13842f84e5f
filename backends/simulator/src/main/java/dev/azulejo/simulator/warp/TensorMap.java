// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.dialect.ptx.TensorMapFields;
import dev.azulejo.simulator.memory.Buffer;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A tensor in global memory, as the unit that copies boxes of it sees it: up to five dimensions,
 * the innermost first, whose steps are bytes.
 */
final class TensorMap {
  private static final int PIECE = 16;
  private static final int MOST_DIMENSIONS = 5;
  private static final int MOST_IN_BOX = 256;
  private static final int ALIGNMENT = 128;
  private static final int ROWS = 8;
  private static final int ROW_BITS = 7;
  private static final int PIECE_BITS = 4;

  private final GlobalMemory.Place memory;
  private final long start;
  private final int elementBytes;
  private final long[] sizes;
  private final long[] strides;
  private final int[] box;
  private final int swizzle;

  /**
   * A map.
   *
   * @param memory the buffer that it lies in
   * @param start where it begins there, in bytes
   * @param elementBytes how many bytes an element has
   * @param sizes how many elements there are in each dimension
   * @param strides the distance of neighbours in each dimension in bytes; the first is an element's
   * @param box how many elements are copied in each dimension
   * @param swizzle the width in bytes within which pieces of 16 bytes change places; 0 for none
   */
  private TensorMap(
      GlobalMemory.Place memory,
      long start,
      int elementBytes,
      long[] sizes,
      long[] strides,
      int[] box,
      int swizzle) {
    this.memory = memory;
    this.start = start;
    this.elementBytes = elementBytes;
    this.sizes = sizes;
    this.strides = strides;
    this.box = box;
    this.swizzle = swizzle;
  }

  /**
   * The map of a dense buffer.
   *
   * @param memory the memory that the buffer lies in
   * @param start where it begins there, in bytes
   * @param bytes how many bytes an element has
   * @param shape the buffer's shape
   * @param fields what is in the map
   */
  static TensorMap of(
      GlobalMemory.Place memory, long start, int bytes, long[] shape, TensorMapFields fields) {
    long[] distances = new long[shape.length];
    long distance = bytes;
    for (int i = shape.length - 1; i >= 0; i--) {
      distances[i] = distance;
      distance *= shape[i];
    }
    long[] sizes = new long[fields.rank()];
    long[] strides = new long[sizes.length];
    int[] box = new int[sizes.length];
    for (int i = 0; i < sizes.length; i++) {
      int dimension = Math.toIntExact(fields.dims().get(i));
      sizes[i] = fields.size(i, shape[dimension]);
      strides[i] = distances[dimension] * fields.steps().get(i);
      box[i] = Math.toIntExact(fields.box().get(i));
    }
    int swizzle = Math.toIntExact(fields.swizzle());
    return new TensorMap(memory, start, bytes, sizes, strides, box, swizzle);
  }

  /** The buffer that it lies in. */
  GlobalMemory.Place memory() {
    return memory;
  }

  /** How many bytes an element has. */
  int elementBytes() {
    return elementBytes;
  }

  /** Does another say the same? */
  boolean isLike(TensorMap other) {
    return memory == other.memory
        && start == other.start
        && elementBytes == other.elementBytes
        && swizzle == other.swizzle
        && Arrays.equals(sizes, other.sizes)
        && Arrays.equals(strides, other.strides)
        && Arrays.equals(box, other.box);
  }

  /** What hardware refuses about it, or null. */
  @Nullable String fault() {
    if (sizes.length < 1 || sizes.length > MOST_DIMENSIONS) {
      return say("has %d dimensions, where 1 to 5 are possible", sizes.length);
    }
    if (swizzle != 0 && swizzle != 32 && swizzle != 64 && swizzle != ALIGNMENT) {
      return say("has a swizzle of %d bytes, where 0, 32, 64 and 128 are possible", swizzle);
    }
    if ((memory.address() + start) % PIECE != 0) {
      return say("begins at 0x%x, which is no multiple of 16", memory.address() + start);
    }
    for (int i = 0; i < sizes.length; i++) {
      if (sizes[i] < 1 || sizes[i] > 1L << 32) {
        return say("has size %d in dimension %d, where 1 to 2^32 are possible", sizes[i], i);
      }
      if (box[i] < 1 || box[i] > MOST_IN_BOX) {
        return say("has a box of %d in dimension %d, where 1 to 256 are possible", box[i], i);
      }
      if (i > 0 && (strides[i] % PIECE != 0 || strides[i] < 0 || strides[i] >= 1L << 40)) {
        return say(
            "has steps of %d bytes in dimension %d, which must be multiples of 16 below 2^40",
            strides[i], i);
      }
    }
    int inner = innerBytes();
    if (inner % PIECE != 0 || (swizzle != 0 && inner != swizzle)) {
      return say(
          "has a box of %d bytes in its innermost dimension, which must be %s",
          inner, swizzle == 0 ? "a multiple of 16" : "as many as its swizzle has, " + swizzle);
    }
    return null;
  }

  private static String say(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }

  /** How many dimensions it has. */
  int rank() {
    return sizes.length;
  }

  /** How many bytes of a box lie in a row. */
  int innerBytes() {
    return box[0] * elementBytes;
  }

  /** How many rows a box has. */
  int rows() {
    int rows = 1;
    for (int i = 1; i < box.length; i++) {
      rows *= box[i];
    }
    return rows;
  }

  /** How many bytes a box has. */
  int boxBytes() {
    return innerBytes() * rows();
  }

  /** What the address of a box in shared memory must be a multiple of. */
  int alignment() {
    return swizzle == 0 ? ALIGNMENT : swizzle * ROWS;
  }

  /** Where 16 bytes of a box lie in shared memory that would lie at an address without swizzle. */
  int swizzled(int address) {
    return swizzled(address, swizzle);
  }

  /** The same for any swizzle. */
  static int swizzled(int address, int swizzle) {
    int mask = swizzle == 0 ? 0 : swizzle / PIECE - 1;
    return address ^ (address >> (ROW_BITS - PIECE_BITS) & mask << PIECE_BITS);
  }

  /** Where a row of a box begins in the buffer, in bytes, though it may lie outside. */
  long row(int[] coordinates, int row) {
    long offset = start + (long) coordinates[0] * elementBytes;
    int rest = row;
    for (int i = 1; i < box.length; i++) {
      offset += ((long) coordinates[i] + rest % box[i]) * strides[i];
      rest /= box[i];
    }
    return offset;
  }

  /** Does a row of a box lie in the tensor, but for its ends? */
  boolean holdsRow(int[] coordinates, int row) {
    int rest = row;
    for (int i = 1; i < box.length; i++) {
      long at = (long) coordinates[i] + rest % box[i];
      if (at < 0 || at >= sizes[i]) {
        return false;
      }
      rest /= box[i];
    }
    return true;
  }

  /** The first element of a box's rows that lies in the tensor. */
  int first(int[] coordinates) {
    return (int) Math.clamp(-(long) coordinates[0], 0L, box[0]);
  }

  /** The element of a box's rows behind the last one that lies in the tensor. */
  int end(int[] coordinates) {
    return (int) Math.clamp(sizes[0] - coordinates[0], 0L, box[0]);
  }

  /** The buffer that it lies in. */
  Buffer buffer() {
    return memory.buffer();
  }
}
