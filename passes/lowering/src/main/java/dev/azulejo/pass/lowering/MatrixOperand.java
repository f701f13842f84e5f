// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.ptx.LdmatrixOp;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.UnitAttr;
import dev.azulejo.ir.layout.Shape;
import dev.azulejo.ir.layout.expr.IndexExpr;
import dev.azulejo.ir.layout.matrix.MatrixLoad;
import dev.azulejo.ir.layout.matrix.MmaInstruction;
import java.util.List;

/**
 * An operand of a matrix product, of 16-bit elements in shared memory, that {@code ldmatrix} loads:
 * in blocks of 16 along K and 16, or for a narrow B 8, along the other dimension.
 */
final class MatrixOperand {
  private static final int DEPTH = 16;
  private static final int CHUNK = 8;
  private static final IndexExpr LANE = ThreadFunction.THREAD.mod(MmaInstruction.LANES);

  private final SharedRegion region;
  private final IndexExpr first;
  private final int width;
  private final int blocks;
  private final boolean rowsAreK;
  private final MatrixLoad load;
  private final Value registers;

  /**
   * An operand.
   *
   * @param first where the warp's part begins, over the thread
   * @param size how long the warp's part is
   * @param width how long a block is
   * @param rowsAreK whether it is stored with K as the rows
   * @param load which rows the lanes name
   */
  MatrixOperand(
      Kernel kernel,
      String name,
      SharedRegion region,
      IndexExpr first,
      long size,
      int width,
      boolean rowsAreK,
      MatrixLoad load) {
    this.region = region;
    this.first = first;
    this.width = width;
    this.blocks = Math.toIntExact(size / width);
    this.rowsAreK = rowsAreK;
    this.load = load;
    this.registers = kernel.scratch(name, (long) blocks * matrices(), IntegerType.I32);
  }

  /** Refuses an operand whose rows of 16 bytes don't lie together. */
  static SharedRegion region(Kernel kernel, Operation op, BufferRegion region, String name)
      throws LoweringFailure {
    SharedRegion shared = SharedRegion.of(kernel, op, region);
    Shape sizes = AsyncCopyLowering.sizes(region);
    if (sizes.size(sizes.rank() - 1) % CHUNK != 0 || !shared.isMadeOf(CHUNK, sizes)) {
      throw LoweringFailure.of(
          op, "ldmatrix loads rows of 16 bytes, and those of %s don't lie together", name);
    }
    return shared;
  }

  private int matrices() {
    return width / CHUNK * 2;
  }

  int blocks() {
    return blocks;
  }

  Value registers() {
    return registers;
  }

  /** The first register of a block. */
  int register(int block) {
    return block * matrices();
  }

  /** Which element the thread names in the load of a block. */
  List<IndexExpr> point(int step, int block) {
    // Of half as many matrices, the lanes of the second half name nothing; they repeat the first.
    IndexExpr lane = width == DEPTH ? LANE : LANE.mod(MmaInstruction.LANES / 2);
    IndexExpr row = load.row(lane);
    IndexExpr column = load.chunk(lane).times(CHUNK);
    IndexExpr other = first.plus((long) block * width);
    IndexExpr k = IndexExpr.constant((long) step * DEPTH);
    return rowsAreK
        ? List.of(row.plus(k), column.plus(other))
        : List.of(row.plus(other), column.plus(k));
  }

  /** Loads all blocks of one step along K. */
  void load(Inserter at, int step) {
    for (int block = 0; block < blocks; block++) {
      Address address = region.address(point(step, block));
      LdmatrixOp op =
          LdmatrixOp.create(
              at, matrices(), registers, register(block), address.base(), address.bytes());
      if (rowsAreK) {
        op.setAttribute("trans", UnitAttr.INSTANCE);
      }
    }
  }
}
