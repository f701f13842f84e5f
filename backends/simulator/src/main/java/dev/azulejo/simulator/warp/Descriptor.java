// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a factor of a matrix product lies in shared memory, as 64 bits say it: bits 0 to 13 where
 * it begins, 16 to 29 its leading and 32 to 45 its stride byte offset, all in units of 16 bytes,
 * and 62 and 63 its swizzle. Its rows, or columns, are 32 bytes of the inner dimension.
 *
 * @param bits the bits
 */
record Descriptor(long bits) {
  private static final int PIECE = 16;
  private static final int EIGHT = 8;
  private static final int FIELD_BITS = 14;
  private static final int LEADING_BIT = 16;
  private static final int STRIDE_BIT = 32;
  private static final int BASE_BIT = 49;
  private static final int SWIZZLE_BIT = 62;
  private static final long FIELD = (1L << FIELD_BITS) - 1;
  private static final long USED =
      FIELD | FIELD << LEADING_BIT | FIELD << STRIDE_BIT | 7L << BASE_BIT | 3L << SWIZZLE_BIT;

  /** What is wrong with it by itself, or null. */
  @Nullable String fault() {
    if ((bits & ~USED) != 0) {
      return String.format(Locale.ROOT, "has bits 0x%016x that mean nothing", bits & ~USED);
    }
    if ((bits >>> BASE_BIT & 7) != 0) {
      return String.format(
          Locale.ROOT, "has a base offset of %d, which is not simulated", bits >>> BASE_BIT & 7);
    }
    return null;
  }

  private int field(int bit) {
    return (int) (bits >>> bit & FIELD) * PIECE;
  }

  /** The width in bytes within which pieces of 16 bytes change places; 0 for none. */
  int swizzle() {
    return switch ((int) (bits >>> SWIZZLE_BIT)) {
      case 1 -> 128;
      case 2 -> 64;
      case 3 -> 32;
      default -> 0;
    };
  }

  /**
   * The addresses of the pieces of 16 bytes that a factor has, of each row both, where the inner
   * dimension lies innermost.
   */
  int[] piecesOfRows(int rows) {
    int[] pieces = new int[rows * 2];
    int width = swizzle();
    int rowBytes = width == 0 ? PIECE : width;
    for (int row = 0; row < rows; row++) {
      int begin = field(0) + row / EIGHT * field(STRIDE_BIT) + row % EIGHT * rowBytes;
      for (int half = 0; half < 2; half++) {
        int step = width == 0 ? field(LEADING_BIT) : PIECE;
        pieces[row * 2 + half] = TensorMap.swizzled(begin + half * step, width);
      }
    }
    return pieces;
  }

  /**
   * The same where the rows, or columns, lie innermost, numbers of 16 bits: for each of 16 places
   * of the inner dimension the pieces of 8 rows.
   */
  int[] piecesOfColumns(int rows, int depth) {
    int across = rows / EIGHT;
    int[] pieces = new int[depth * across];
    int width = swizzle();
    int inBlock = width / PIECE;
    for (int k = 0; k < depth; k++) {
      for (int i = 0; i < across; i++) {
        int begin =
            width == 0
                ? field(0)
                    + k / EIGHT * field(LEADING_BIT)
                    + k % EIGHT * PIECE
                    + i * field(STRIDE_BIT)
                : field(0)
                    + i / inBlock * field(LEADING_BIT)
                    + k / EIGHT * field(STRIDE_BIT)
                    + k % EIGHT * width
                    + i % inBlock * PIECE;
        pieces[k * across + i] = TensorMap.swizzled(begin, width);
      }
    }
    return pieces;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "0x%016x", bits);
  }
}
