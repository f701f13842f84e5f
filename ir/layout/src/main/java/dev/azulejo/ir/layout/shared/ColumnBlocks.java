// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout.shared;

import dev.azulejo.ir.layout.Attempt;
import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.PointTable;
import dev.azulejo.ir.layout.Shape;

/**
 * A tile in shared memory as what tensor copies and matrix descriptors see: column blocks of some
 * width, in which rows lie one after the other, eight to a group. An element is {@code column block
 * * block + row/8 * group + row mod 8 * width} bytes behind the tile's start, and its place in the
 * row; the swizzle then exchanges bits of that.
 *
 * @param mode the swizzle
 * @param bits how many bits an element has
 * @param rows how many rows the tile has
 * @param columns how many columns it has
 * @param width how many bytes a row of a block has
 * @param group how many bytes a group of eight rows is from the next
 * @param block how many bytes a block is from the next
 */
public record ColumnBlocks(
    SwizzleMode mode, int bits, long rows, long columns, long width, long group, long block) {
  private static final int CHUNK = 16;

  private static final SwizzleMode[] WIDEST_FIRST = {
    SwizzleMode.B128, SwizzleMode.B64, SwizzleMode.B32, SwizzleMode.NONE
  };

  /**
   * The blocks of a layout by its last two dimensions: swizzled ones, or the interleaved ones of 16
   * bytes. Refused unless each element is where the blocks have it, and each index of the
   * dimensions in front moves the tile by whole repeats of the pattern.
   */
  public static Attempt<ColumnBlocks> of(Layout layout, int bits) {
    return check(layout, bits, 2)
        .then(table -> {
          Shape shape = layout.inputShape();
          long rows = shape.size(shape.rank() - 2);
          long columns = shape.size(shape.rank() - 1);
          for (SwizzleMode mode : WIDEST_FIRST) {
            long inBlock = mode.span() * (long) Byte.SIZE / bits;
            if (columns % inBlock == 0) {
              ColumnBlocks blocks = fitted(mode, bits, rows, columns, mode.span(), table);
              if (blocks.describes(table)) {
                return Attempt.success(blocks);
              }
            }
          }
          return Attempt.refused(
              "it is no tile of swizzled or interleaved column blocks of whole 16 bytes");
        });
  }

  /**
   * A layout of rows one after the other as a single block that is as wide as they are. Refused for
   * any other layout, and for rows that are no whole number of 16 bytes.
   */
  public static Attempt<ColumnBlocks> ofRows(Layout layout, int bits) {
    return check(layout, bits, 1)
        .then(table -> {
          Shape shape = layout.inputShape();
          long rows = shape.rank() == 1 ? 1 : shape.size(shape.rank() - 2);
          long columns = shape.size(shape.rank() - 1);
          long width = columns * bits / Byte.SIZE;
          var whole =
              new ColumnBlocks(
                  SwizzleMode.NONE,
                  bits,
                  rows,
                  columns,
                  width,
                  SwizzleMode.ROWS * width,
                  rows * width);
          if (width % CHUNK != 0) {
            return Attempt.refused(
                "its rows of " + width + " bytes are no whole number of 16 bytes");
          }
          return whole.describes(table)
              ? Attempt.success(whole)
              : Attempt.refused("its rows don't lie one after the other");
        });
  }

  /**
   * A single row of a layout, each of which lies in one piece and begins at a multiple of 128
   * bytes. Refused for other layouts, and for rows that are no whole number of 16 bytes.
   */
  public static Attempt<ColumnBlocks> ofRow(Layout layout, int bits) {
    return check(layout, bits, 1)
        .then(table -> {
          long columns = layout.inputShape().size(layout.inputShape().rank() - 1);
          long width = columns * bits / Byte.SIZE;
          var row =
              new ColumnBlocks(
                  SwizzleMode.NONE, bits, 1, columns, width, SwizzleMode.ROWS * width, width);
          if (width % CHUNK != 0) {
            return Attempt.refused(
                "its rows of " + width + " bytes are no whole number of 16 bytes");
          }
          return row.describes(table)
              ? Attempt.success(row)
              : Attempt.refused("its rows don't each lie in one piece from 128 bytes to 128 bytes");
        });
  }

  private static Attempt<PointTable> check(Layout layout, int bits, int rank) {
    if (layout.inputShape().rank() < rank) {
      return Attempt.refused("it has no rows and columns");
    }
    if (bits % Byte.SIZE != 0) {
      return Attempt.refused("its elements are no whole number of bytes");
    }
    return layout.hasTable()
        ? Attempt.success(layout.table())
        : Attempt.refused("it has too many elements for its layout to be evaluated");
  }

  /** Blocks of a width whose distances are those of the first elements of groups and blocks. */
  private static ColumnBlocks fitted(
      SwizzleMode mode, int bits, long rows, long columns, long width, PointTable table) {
    long inBlock = width * Byte.SIZE / bits;
    int bytes = bits / Byte.SIZE;
    long group =
        rows > SwizzleMode.ROWS
            ? table.linear((int) (SwizzleMode.ROWS * columns)) * bytes
            : SwizzleMode.ROWS * width;
    long block =
        columns > inBlock
            ? table.linear((int) inBlock) * bytes
            : Math.ceilDiv(rows, SwizzleMode.ROWS) * group;
    return new ColumnBlocks(mode, bits, rows, columns, width, group, block);
  }

  private boolean describes(PointTable table) {
    if (mode != SwizzleMode.NONE
        && (group % mode.alignment() != 0 || block % mode.alignment() != 0)) {
      return false;
    }
    int tile = (int) (rows * columns);
    int bytes = bits / Byte.SIZE;
    for (int point = 0; point < table.count(); point++) {
      int inTile = point % tile;
      long start = table.linear(point - inTile) * bytes;
      long place = mode.swizzle(offset(inTile / columns, inTile % columns));
      if (start % mode.alignment() != 0 || table.linear(point) * bytes - start != place) {
        return false;
      }
    }
    return table.linear(0) == 0;
  }

  /** How many columns a block has. */
  public long inBlock() {
    return width * Byte.SIZE / bits;
  }

  /** How many bytes an element would be behind the tile's start if nothing were exchanged. */
  public long offset(long row, long column) {
    return column / inBlock() * block
        + row / SwizzleMode.ROWS * group
        + row % SwizzleMode.ROWS * width
        + column % inBlock() * bits / Byte.SIZE;
  }

  /** Do the groups of a block lie one behind the other? */
  public boolean isDense() {
    return rows <= SwizzleMode.ROWS || group == SwizzleMode.ROWS * width;
  }
}
