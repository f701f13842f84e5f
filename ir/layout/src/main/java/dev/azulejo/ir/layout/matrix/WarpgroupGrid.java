// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout.matrix;

import dev.azulejo.ir.layout.Attempt;
import dev.azulejo.ir.layout.Fragment;
import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.Shape;
import dev.azulejo.ir.layout.expr.IndexExpr;
import java.util.Locale;

/**
 * How the warpgroups of a block, or of a role in it, share out the tile of a product by wgmma: so
 * many along its rows and so many along its columns, numbered down the rows first. A warpgroup has
 * whole blocks of 64 rows, one after the other, and in each of them a warp has 16 rows.
 *
 * @param rows how many warpgroups lie along M
 * @param columns how many lie along N
 */
public record WarpgroupGrid(long rows, long columns) {
  /** How many threads a warpgroup has. */
  public static final int THREADS = 128;

  /** How many rows an instruction has. */
  public static final int BLOCK = 64;

  /** How many columns an instruction has at most. */
  public static final int WIDEST = 256;

  private static final int STEP = 8;
  private static final int WARP_ROWS = 16;

  /**
   * The grid of a tile of m by n, with as many warpgroups along the rows as there are rows for:
   * wide instructions read each byte of shared memory for the most products. Refused if no grid of
   * so many threads leaves whole blocks of 64 rows and 8 columns.
   */
  public static Attempt<WarpgroupGrid> of(long m, long n, long threads) {
    if (threads < THREADS || threads % THREADS != 0) {
      return Attempt.refused(threads + " threads are no whole number of warpgroups");
    }
    long groups = threads / THREADS;
    for (long rows = groups; rows >= 1; rows--) {
      long columns = groups / rows;
      if (rows * columns == groups && m % (BLOCK * rows) == 0 && n % (STEP * columns) == 0) {
        return Attempt.success(new WarpgroupGrid(rows, columns));
      }
    }
    return Attempt.refused(
        String.format(
            Locale.ROOT,
            "a tile of %dx%d can't be shared out to %d warpgroups in parts of whole %dx%d",
            m,
            n,
            groups,
            BLOCK,
            STEP));
  }

  /** How many blocks of 64 rows a warpgroup has of m rows. */
  public long blocks(long m) {
    return m / rows / BLOCK;
  }

  /**
   * How many columns an instruction has: the most that divide those of a warpgroup. With integers,
   * more than 32 come in multiples of 16, and 24 are the only odd multiple of 8 behind the first.
   */
  public long width(long n, boolean integers) {
    long part = n / columns;
    for (long width = Math.min(WIDEST, part); width > STEP; width -= STEP) {
      boolean exists = !integers || width % (2 * STEP) == 0 || width == 3 * STEP;
      if (part % width == 0 && exists) {
        return width;
      }
    }
    return STEP;
  }

  /**
   * The accumulator of a tile of m by n: a warpgroup's blocks of 64 rows one after the other, and
   * in each the columns by eights, so that an instruction's registers lie together however wide it
   * is.
   */
  public Fragment c(long m, long n) {
    IndexExpr i = IndexExpr.input(0);
    IndexExpr j = IndexExpr.input(1);
    IndexExpr column = j.mod(n / columns);
    IndexExpr place =
        block(m)
            .times(n / columns / 2)
            .plus(column.floorDiv(STEP).times(4))
            .plus(i.mod(WARP_ROWS).floorDiv(STEP).times(2))
            .plus(j.mod(2));
    IndexExpr group = i.floorDiv(m / rows).plus(j.floorDiv(n / columns).times(rows));
    IndexExpr lane = i.mod(STEP).times(4).plus(j.mod(STEP).floorDiv(2));
    return Fragment.of(Layout.of(Shape.of(m, n), place), thread(group, lane), 1);
  }

  /**
   * A in registers, as {@code (m, k)}: each warpgroup has its rows, and so do those beside it. Of
   * elements of 16 bits the registers are those of an accumulator of as many columns, packed.
   */
  public Fragment a(MmaInstruction instruction, long m, long k) {
    Shape atoms = Shape.of(1, k / instruction.depth());
    return instruction
        .a()
        .repeat(atoms, false, true)
        .repeat(Shape.of(BLOCK / WARP_ROWS, 1), true, true)
        .repeat(Shape.of(blocks(m), 1), false, true)
        .repeat(Shape.of(rows, 1), true, true)
        .replicate(columns);
  }

  /** The block of 64 rows, of those that a warpgroup has, that a row is in. */
  private IndexExpr block(long m) {
    return IndexExpr.input(0).mod(m / rows).floorDiv(BLOCK);
  }

  private static IndexExpr thread(IndexExpr group, IndexExpr lane) {
    IndexExpr warp = IndexExpr.input(0).mod(BLOCK).floorDiv(WARP_ROWS);
    return group.times(THREADS).plus(warp.times(MmaInstruction.LANES)).plus(lane);
  }
}
