// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.layout;

import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.layout.Attempt;
import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.Shape;
import dev.azulejo.ir.layout.expr.IndexExpr;
import dev.azulejo.ir.layout.shared.ColumnBlocks;
import dev.azulejo.ir.layout.shared.SwizzleMode;
import dev.azulejo.ir.layout.shared.TensorBoxes;
import java.util.List;

/** A region of a buffer in shared memory, as the engine that copies boxes fills or reads it. */
public final class TensorTile {
  private static final SwizzleMode[] WIDEST_FIRST = {
    SwizzleMode.B128, SwizzleMode.B64, SwizzleMode.B32
  };

  private TensorTile() {}

  /**
   * The boxes of a region. Refused unless it is a part of one tile, which begins at a place that is
   * known, and its layout is one that the engine can write. A region of a single row is a tile of
   * its own, wherever it begins.
   *
   * @param layout the layout of all the buffer
   * @param bits how many bits an element has
   * @param wholeBlocks whether the tensor's columns, and the first that is copied, are known to be
   *     multiples of a column block's
   * @param shares how many blocks of the cluster share the region out
   */
  public static Attempt<TensorBoxes> boxes(
      BufferRegion region, Layout layout, int bits, boolean wholeBlocks, long shares) {
    List<Long> sizes = region.sizes();
    List<Offset> offsets = region.offsets();
    int rank = sizes.size();
    for (int i = 0; i < rank - 2; i++) {
      if (sizes.get(i) != 1) {
        return Attempt.refused("it takes several tiles of the buffer at once");
      }
    }
    Long column = rank < 1 ? null : offsets.get(rank - 1).constant();
    if (column == null) {
      return Attempt.refused("where it begins in a tile is not known beforehand");
    }
    long columns = sizes.get(rank - 1);
    if (rank < 2 || isRow(sizes, layout, bits)) {
      var part = new TensorBoxes.Part(0, column, 1, columns);
      return ColumnBlocks.ofRow(layout, bits)
          .then(row -> TensorBoxes.of(row, part, wholeBlocks, shares));
    }
    Long row = offsets.get(rank - 2).constant();
    if (row == null) {
      return Attempt.refused("where it begins in a tile is not known beforehand");
    }
    var part = new TensorBoxes.Part(row, column, sizes.get(rank - 2), columns);
    return tile(layout, bits).then(tile -> TensorBoxes.of(tile, part, wholeBlocks, shares));
  }

  /** Is a region a single row, each of which the layout has in one piece? */
  public static boolean isRow(List<Long> sizes, Layout layout, int bits) {
    return hasOneRow(sizes) && ColumnBlocks.ofRow(layout, bits).succeeded();
  }

  private static boolean hasOneRow(List<Long> sizes) {
    return sizes.size() < 2 || sizes.get(sizes.size() - 2) == 1;
  }

  /** The tile that a layout is, if the engine knows it. */
  public static Attempt<ColumnBlocks> tile(Layout layout, int bits) {
    Attempt<ColumnBlocks> rows = ColumnBlocks.ofRows(layout, bits);
    return rows.succeeded() ? rows : ColumnBlocks.of(layout, bits);
  }

  /**
   * The layout that the engine copies fastest, of a buffer for which nobody asks for another. What
   * is no swizzle lies by rows, and each tile, or row that is copied by itself, begins where boxes
   * may.
   *
   * @param sizes what is copied at once
   */
  public static Layout preferred(Shape shape, List<Long> sizes, int bits) {
    int rank = shape.rank();
    int inTile = rank < 2 || hasOneRow(sizes) ? 1 : 2;
    if (inTile == 2) {
      for (SwizzleMode mode : WIDEST_FIRST) {
        if (mode.layout(shape.size(rank - 2), shape.size(rank - 1), bits)
            instanceof Attempt.Success<Layout>(Layout tile)) {
          return tile.expand(shape.slice(0, rank - 2));
        }
      }
    }
    Shape tile = shape.slice(rank - inTile, rank);
    Shape lead = shape.slice(0, rank - inTile);
    List<IndexExpr> index = IndexExpr.inputs(rank);
    long aligned = Math.max(1, (long) TensorBoxes.DESTINATION * Byte.SIZE / bits);
    long pitch = Math.ceilDiv(tile.count(), aligned) * aligned;
    IndexExpr first = lead.rowMajor(index.subList(0, rank - inTile)).times(pitch);
    return Layout.of(shape, first.plus(tile.rowMajor(index.subList(rank - inTile, rank))));
  }
}
