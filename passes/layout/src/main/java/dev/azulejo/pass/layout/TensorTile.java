// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.layout;

import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.layout.Attempt;
import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.Shape;
import dev.azulejo.ir.layout.shared.ColumnBlocks;
import dev.azulejo.ir.layout.shared.SwizzleMode;
import dev.azulejo.ir.layout.shared.TensorBoxes;

/** A region of a buffer in shared memory, as the engine that copies boxes fills or reads it. */
public final class TensorTile {
  private static final SwizzleMode[] WIDEST_FIRST = {
    SwizzleMode.B128, SwizzleMode.B64, SwizzleMode.B32
  };

  private TensorTile() {}

  /**
   * The boxes of a region. Refused unless it is a part of one tile, which begins at a place that is
   * known, and its layout is one that the engine can write.
   *
   * @param layout the layout of all the buffer
   * @param bits how many bits an element has
   * @param wholeBlocks whether the tensor's columns, and the first that is copied, are known to be
   *     multiples of a column block's
   * @param shares how many blocks of the cluster share the region out
   */
  public static Attempt<TensorBoxes> boxes(
      BufferRegion region, Layout layout, int bits, boolean wholeBlocks, long shares) {
    int rank = region.sizes().size();
    for (int i = 0; i < rank - 2; i++) {
      if (region.sizes().get(i) != 1) {
        return Attempt.refused("it takes several tiles of the buffer at once");
      }
    }
    Long row = rank < 2 ? Long.valueOf(0) : region.offsets().get(rank - 2).constant();
    Long column = rank < 1 ? null : region.offsets().get(rank - 1).constant();
    if (row == null || column == null) {
      return Attempt.refused("where it begins in a tile is not known beforehand");
    }
    long rows = rank < 2 ? 1 : region.sizes().get(rank - 2);
    var part = new TensorBoxes.Part(row, column, rows, region.sizes().get(rank - 1));
    return tile(layout, bits).then(tile -> TensorBoxes.of(tile, part, wholeBlocks, shares));
  }

  /** The tile that a layout is, if the engine knows it. */
  public static Attempt<ColumnBlocks> tile(Layout layout, int bits) {
    Attempt<ColumnBlocks> rows = ColumnBlocks.ofRows(layout, bits);
    return rows.succeeded() ? rows : ColumnBlocks.of(layout, bits);
  }

  /** The layout that the engine copies fastest, of a buffer for which nobody asks for another. */
  static Layout preferred(Shape shape, int bits) {
    int rank = shape.rank();
    if (rank < 2) {
      return Layout.rowMajor(shape);
    }
    for (SwizzleMode mode : WIDEST_FIRST) {
      if (mode.layout(shape.size(rank - 2), shape.size(rank - 1), bits)
          instanceof Attempt.Success<Layout>(Layout tile)) {
        return tile.expand(shape.slice(0, rank - 2));
      }
    }
    return Layout.rowMajor(shape);
  }
}
