// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout.shared;

import dev.azulejo.ir.layout.Attempt;
import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.Shape;
import dev.azulejo.ir.layout.expr.IndexExpr;
import java.util.List;

/**
 * The layouts of the operands of matrix instructions in shared memory. An operand is a tile of
 * {@code rows} by {@code columns}, stored with its columns contiguous.
 */
public final class OperandLayouts {
  private static final SwizzleMode[] WIDEST_FIRST = {
    SwizzleMode.B128, SwizzleMode.B64, SwizzleMode.B32
  };

  private OperandLayouts() {}

  /**
   * For {@code mma.sync}: the widest swizzle that the columns allow, otherwise padding. Elements of
   * 64 bits have a swizzle of their own; those of 8 or 32 bits with k on the rows are read one by
   * one, and padded.
   *
   * @param rowsAreK whether the rows are the dimension that is summed over
   */
  public static Layout mma(long rows, long columns, int bits, boolean rowsAreK) {
    if (bits == 64) {
      return columns % 16 == 0 && rows % 4 == 0
          ? wideElements(rows, columns, rowsAreK)
          : padded(rows, columns, bits);
    }
    if (bits == 8 && rowsAreK) {
      return padded(rows, columns, bits);
    }
    if (bits == 32 && rowsAreK) {
      return words(rows, columns);
    }
    Attempt<Layout> swizzled = widest(rows, columns, bits);
    return swizzled instanceof Attempt.Success<Layout>(Layout layout)
        ? layout
        : padded(rows, columns, bits);
  }

  /**
   * Rows of words, each of which begins 8 or 24 banks behind the one before: the lanes of a warp,
   * of which four follow each other down the rows and eight along them, then read from different
   * banks. Rows of whole 16 bytes stay so.
   */
  private static Layout words(long rows, long columns) {
    long pitch = columns + Math.floorMod(8 - columns, 16);
    return Layout.of(
        Shape.of(rows, columns), IndexExpr.input(0).times(pitch).plus(IndexExpr.input(1)));
  }

  /**
   * For wgmma and tcgen05, which read shared memory through descriptors: the widest swizzle, or the
   * interleaved layout. Refused where neither fits, for they cannot read anything else.
   *
   * @param instruction how many columns one instruction reads, which have to be whole blocks too
   */
  public static Attempt<Layout> descriptor(long rows, long columns, int bits, long instruction) {
    for (SwizzleMode mode : WIDEST_FIRST) {
      Attempt<Layout> layout = mode.layout(rows, columns, bits);
      if (layout.succeeded() && instruction * bits % (mode.span() * (long) Byte.SIZE) == 0) {
        return layout;
      }
    }
    return SwizzleMode.NONE.layout(rows, columns, bits);
  }

  private static Attempt<Layout> widest(long rows, long columns, int bits) {
    for (SwizzleMode mode : WIDEST_FIRST) {
      Attempt<Layout> layout = mode.layout(rows, columns, bits);
      if (layout.succeeded()) {
        return layout;
      }
    }
    return Attempt.refused("no swizzle has columns of " + columns * bits + " bits");
  }

  /**
   * Groups of four rows and blocks of sixteen columns, with the two halves of a column exchanged.
   */
  private static Layout wideElements(long rows, long columns, boolean rowsAreK) {
    IndexExpr i = IndexExpr.input(0);
    IndexExpr j = IndexExpr.input(1);
    IndexExpr low = j.mod(4);
    IndexExpr high = j.mod(16).floorDiv(4);
    IndexExpr row = i.mod(4);
    IndexExpr column =
        rowsAreK ? low.plus(high.xor(row).times(4)) : high.times(4).plus(low.xor(row));
    return Layout.of(
        Shape.of(rows, columns), j.floorDiv(16), i.floorDiv(4), row.times(16).plus(column));
  }

  /**
   * Rows one after the other, with 16 bytes between them where a row is a multiple of 32 bytes, so
   * that the rows begin in different banks. Rows stay aligned to 16 bytes. Tensor copies cannot
   * write it.
   */
  public static Layout padded(long rows, long columns, int bits) {
    long pitch = columns + (bits * columns % 256 == 0 ? 128 / bits : 0);
    return Layout.of(
        Shape.of(rows, columns), IndexExpr.input(0).times(pitch).plus(IndexExpr.input(1)));
  }

  /**
   * For AMD's matrix cores where a lane reads 8 bytes: rows one after the other, the parts of a row
   * that a lane reads exchanged with the row's number. With 128 bytes to a turn of the banks:
   *
   * <pre>
   * vec = (64/bits) * kPack           perPhase = max(1, (1024/bits) / columns)
   * maxPhase = min(16/perPhase, columns/vec)   phase = (i / perPhase) mod maxPhase
   * F(i, j) = i*columns + ((j/vec) xor phase)*vec + j mod vec
   * </pre>
   *
   * <p>Refused unless the numbers of parts are powers of two.
   */
  public static Attempt<Layout> cdna(long rows, long columns, int bits, int kPack) {
    long vec = 64L / bits * kPack;
    long perPhase = Math.max(1, 1024 / bits / columns);
    long phases = Math.min(16 / perPhase, columns / vec);
    if (phases < 1
        || columns % vec != 0
        || Long.bitCount(phases) != 1
        || columns / vec % phases != 0) {
      return Attempt.refused(
          columns + " columns of " + bits + " bits have no swizzle of parts of " + vec);
    }
    IndexExpr i = IndexExpr.input(0);
    IndexExpr j = IndexExpr.input(1);
    IndexExpr part = j.floorDiv(vec).xor(i.floorDiv(perPhase).mod(phases));
    return Layout.attempt(
        Shape.of(rows, columns), List.of(i.times(columns).plus(part.times(vec)).plus(j.mod(vec))));
  }
}
