// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout.text;

import dev.azulejo.ir.layout.Fragment;
import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.Placement;
import dev.azulejo.ir.layout.Point;
import dev.azulejo.ir.layout.Shape;

/**
 * A corner of a tile, element by element, for messages about layouts: of a layout the row-major
 * number of the physical index, of a fragment {@code thread:place} and a {@code +} where there are
 * more replicas than one.
 *
 * <pre>
 *       0    1    2    3
 * 0   0:0  0:1  1:0  1:1 ...
 * 1   4:0  4:1  5:0  5:1 ...
 *     ...
 * </pre>
 */
public final class Picture {
  private final Placement placement;
  private final long[] corner;
  private final int rows;
  private final int columns;

  private Picture(Placement placement, long[] corner, int rows, int columns) {
    this.placement = placement;
    this.corner = corner;
    this.rows = rows;
    this.columns = columns;
  }

  /**
   * Draws the last two dimensions of a placement from an element on, or the only dimension as one
   * row.
   *
   * @param from the element in the upper left
   * @param rows how many rows are drawn at most
   * @param columns how many columns are drawn at most
   * @throws IllegalStateException if the shape is not known
   */
  public static String of(Placement placement, Point from, int rows, int columns) {
    return new Picture(placement, from.toArray(), rows, columns).draw();
  }

  private String draw() {
    Shape shape = placement.inputShape();
    int last = shape.rank() - 1;
    int across = (int) Math.min(columns, shape.size(last) - corner[last]);
    int down = last == 0 ? 1 : (int) Math.min(rows, shape.size(last - 1) - corner[last - 1]);
    var cells = new String[down + 1][across + 1];
    int width = 0;
    for (int row = 0; row <= down; row++) {
      for (int column = 0; column <= across; column++) {
        cells[row][column] = cell(row, column, last);
        width = Math.max(width, cells[row][column].length());
      }
    }
    boolean isCut = corner[last] + across < shape.size(last);
    var text = new StringBuilder();
    for (int row = 0; row <= down; row++) {
      for (int column = 0; column <= across; column++) {
        String cell = cells[row][column];
        text.append(column == 0 ? "" : " ").append(" ".repeat(width - cell.length())).append(cell);
      }
      text.append(isCut && row > 0 ? " ...\n" : "\n");
    }
    boolean isCutBelow = last > 0 && corner[last - 1] + down < shape.size(last - 1);
    return isCutBelow
        ? text.append(" ".repeat(width)).append(" ...\n").toString()
        : text.toString();
  }

  /** A heading in row or column 0, otherwise an element. */
  private String cell(int row, int column, int last) {
    if (row == 0) {
      return column == 0 ? "" : Long.toString(corner[last] + column - 1);
    }
    if (column == 0) {
      return last == 0 ? "" : Long.toString(corner[last - 1] + row - 1);
    }
    long[] index = corner.clone();
    index[last] += column - 1;
    if (last > 0) {
      index[last - 1] += row - 1;
    }
    return switch (placement) {
      case Layout layout -> Long.toString(layout.linear(index));
      case Fragment fragment ->
          fragment.threadOf(0, index)
              + ":"
              + fragment.places().linear(index)
              + (fragment.replicas() > 1 ? "+" : "");
    };
  }
}
