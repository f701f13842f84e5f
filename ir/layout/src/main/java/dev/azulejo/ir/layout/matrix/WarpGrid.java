// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout.matrix;

import dev.azulejo.ir.layout.Attempt;
import dev.azulejo.ir.layout.Fragment;
import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.Shape;
import dev.azulejo.ir.layout.expr.Bounds;
import dev.azulejo.ir.layout.expr.IndexExpr;
import dev.azulejo.ir.layout.expr.Simplifier;
import java.util.List;

/**
 * How the warps of a block share out the tile of a matrix product: so many along its rows and so
 * many along its columns. Warps are numbered down the rows first.
 *
 * @param rows how many warps lie along M
 * @param columns how many warps lie along N
 */
public record WarpGrid(long rows, long columns) {

  /** What is preferred among the grids that are possible. */
  public enum Policy {
    /** The parts of the warps come as near to the tile's own proportions as possible. */
    SQUARE,
    /** As many warps along the rows as possible. */
    ROWS_FIRST,
    /** As many warps along the columns as possible. */
    COLUMNS_FIRST
  }

  /**
   * The grid for {@code mma.sync}: warps have whole multiples of 16 rows and 8 columns. Refused if
   * no grid of so many warps leaves that.
   */
  public static Attempt<WarpGrid> of(Policy policy, long m, long n, long warps) {
    WarpGrid best = null;
    for (long rows = 1; rows <= warps; rows++) {
      if (warps % rows != 0) {
        continue;
      }
      WarpGrid grid = new WarpGrid(rows, warps / rows);
      if (grid.divides(m, n) && (best == null || grid.isBetter(best, policy))) {
        best = grid;
      }
    }
    return best != null
        ? Attempt.success(best)
        : Attempt.refused(
            String.format(
                "a tile of %dx%d can't be shared out to %d warps in parts of whole %dx%d",
                m, n, warps, MmaInstruction.ROWS, MmaInstruction.COLUMNS));
  }

  private boolean divides(long m, long n) {
    return m % (MmaInstruction.ROWS * rows) == 0 && n % (MmaInstruction.COLUMNS * columns) == 0;
  }

  /** Is it better than a grid of fewer rows? */
  private boolean isBetter(WarpGrid other, Policy policy) {
    return switch (policy) {
      case ROWS_FIRST -> true;
      case COLUMNS_FIRST -> false;
      // The proportions of a warp's instructions, (m/16/rows) / (n/8/columns), are those of the
      // tile times columns / (2*rows).
      case SQUARE -> imbalance() * other.rows < other.imbalance() * rows;
    };
  }

  private long imbalance() {
    return Math.abs(columns - 2 * rows);
  }

  /**
   * The accumulator of a tile of m by n: with {@code 16 x width} elements in an atom, a warp's
   * atoms one after the other by rows, in the registers of its lanes.
   */
  public Fragment c(long m, long n) {
    int width = width(n);
    IndexExpr i = IndexExpr.input(0);
    IndexExpr j = IndexExpr.input(1);
    IndexExpr row = i.mod(m / rows);
    IndexExpr column = j.mod(n / columns);
    IndexExpr atom =
        row.floorDiv(MmaInstruction.ROWS).times(n / columns / width).plus(column.floorDiv(width));
    Fragment one = MmaInstruction.c(width);
    var simplifier = new Simplifier(Bounds.of(Shape.of(m, n).extents(), 1));
    List<IndexExpr> inAtom = List.of(i.mod(MmaInstruction.ROWS), j.mod(width));
    IndexExpr element =
        simplifier.substitute(one.forward().getFirst(), inAtom, IndexExpr.replica());
    IndexExpr lane = simplifier.substitute(one.thread(), inAtom, IndexExpr.replica());
    IndexExpr warp = i.floorDiv(m / rows).plus(j.floorDiv(n / columns).times(rows));
    long elements = (long) MmaInstruction.ROWS * width / MmaInstruction.LANES;
    return Fragment.of(
        Layout.of(Shape.of(m, n), atom.times(elements).plus(element)),
        warp.times(MmaInstruction.LANES).plus(lane),
        1);
  }

  /** A in registers, as {@code (m, k)}: each warp has its rows, and so do those beside it. */
  public Fragment a(MmaInstruction instruction, long m, long k) {
    Shape atoms = Shape.of(m / rows / MmaInstruction.ROWS, k / instruction.depth());
    return instruction
        .a()
        .repeat(atoms, false, true)
        .repeat(Shape.of(rows, 1), true, true)
        .replicate(columns);
  }

  /** B in registers, as {@code (n, k)}: each warp has its columns, and so do those below it. */
  public Fragment b(MmaInstruction instruction, long n, long k) {
    int width = width(n);
    Shape atoms = Shape.of(n / columns / width, k / instruction.depth());
    return instruction
        .b(width)
        .repeat(atoms, false, true)
        .replicate(rows)
        .repeat(Shape.of(columns, 1), true, true);
  }

  /** How many columns are taken together: those of two instructions, where a warp has so many. */
  private int width(long n) {
    return n / columns % (2L * MmaInstruction.COLUMNS) == 0
        ? 2 * MmaInstruction.COLUMNS
        : MmaInstruction.COLUMNS;
  }

  /** The fragment of a matrix that is stored the other way round. */
  public static Fragment transposed(Fragment fragment) {
    Shape shape = fragment.inputShape();
    Shape other = new Shape(List.of(shape.extent(1), shape.extent(0)));
    List<IndexExpr> index = List.of(IndexExpr.input(1), IndexExpr.input(0));
    var simplifier = new Simplifier(Bounds.of(other.extents(), fragment.replicas()));
    IndexExpr place =
        simplifier.substitute(fragment.forward().getFirst(), index, IndexExpr.replica());
    IndexExpr thread = simplifier.substitute(fragment.thread(), index, IndexExpr.replica());
    return Fragment.of(Layout.of(other, place), thread, fragment.replicas());
  }
}
