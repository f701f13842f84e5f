// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout.matrix;

import dev.azulejo.ir.layout.Attempt;
import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.expr.IndexExpr;
import dev.azulejo.ir.layout.shared.BankModel;

/**
 * Which rows of 16 bytes the lanes of a warp name in an {@code ldmatrix} of four matrices. A matrix
 * of 16-bit elements may be transposed on the way; others are loaded as they are stored.
 */
public enum MatrixLoad {
  /** A stored as (m, k), or B stored as (k, n) and transposed: rows first, then the next chunk. */
  ROWS_FIRST,
  /** B stored as (n, k), or A stored as (k, m) and transposed: two chunks, then the next rows. */
  CHUNKS_FIRST;

  private static final int CHUNK = 16;
  private static final int ROWS = 16;

  /** The row, of 16, that a lane names. */
  public IndexExpr row(IndexExpr lane) {
    return switch (this) {
      case ROWS_FIRST -> lane.mod(ROWS);
      case CHUNKS_FIRST -> lane.floorDiv(16).times(8).plus(lane.mod(8));
    };
  }

  /** The chunk of 16 bytes, of two, that a lane names. */
  public IndexExpr chunk(IndexExpr lane) {
    return switch (this) {
      case ROWS_FIRST -> lane.floorDiv(ROWS);
      case CHUNKS_FIRST -> lane.mod(16).floorDiv(8);
    };
  }

  private int row(int lane) {
    return (int) row(IndexExpr.constant(lane)).evaluate(new long[0], 0);
  }

  private int chunk(int lane) {
    return (int) chunk(IndexExpr.constant(lane)).evaluate(new long[0], 0);
  }

  /**
   * The worst degree of bank conflict of any such load of a tile; 1 if there is none. Refused if
   * the tile is not made of chunks of 16 bytes that lie together, for then it cannot be loaded so.
   *
   * @param tile a layout of two dimensions
   * @param bits how many bits an element has
   */
  public Attempt<Integer> conflicts(Layout tile, int bits) {
    int vec = CHUNK * Byte.SIZE / bits;
    long rows = tile.inputShape().size(0);
    long columns = tile.inputShape().size(1);
    if (columns % vec != 0) {
      return Attempt.refused("a row of " + columns + " elements is not made of 16 bytes");
    }
    int worst = 1;
    for (long row = 0; row < rows; row += ROWS) {
      for (long column = 0; column < columns; column += 2L * vec) {
        var addresses = new long[MmaInstruction.LANES];
        for (int lane = 0; lane < addresses.length; lane++) {
          long i = row + row(lane);
          long j = column + (long) chunk(lane) * vec;
          boolean isInside = i < rows && j < columns;
          if (isInside && !isChunk(tile, i, j, vec)) {
            return Attempt.refused(
                "the 16 bytes of row " + i + " from column " + j + " on don't lie together");
          }
          addresses[lane] = isInside ? place(tile, i, j) * bits / Byte.SIZE : BankModel.INACTIVE;
        }
        worst = Math.max(worst, BankModel.NVIDIA.conflicts(addresses, CHUNK));
      }
    }
    return Attempt.success(worst);
  }

  private static boolean isChunk(Layout tile, long row, long column, int vec) {
    long first = place(tile, row, column);
    if (first % vec != 0) {
      return false;
    }
    for (int i = 1; i < vec; i++) {
      if (place(tile, row, column + i) != first + i) {
        return false;
      }
    }
    return true;
  }

  private static long place(Layout tile, long row, long column) {
    return tile.hasTable()
        ? tile.table().linear((int) (row * tile.inputShape().size(1) + column))
        : tile.linear(row, column);
  }
}
