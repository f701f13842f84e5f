// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.memref.StoreOp;
import dev.azulejo.dialect.ptx.LdmatrixOp;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.UnitAttr;
import dev.azulejo.ir.layout.Shape;
import dev.azulejo.ir.layout.expr.IndexExpr;
import dev.azulejo.ir.layout.matrix.MatrixLoad;
import dev.azulejo.ir.layout.matrix.MmaInstruction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operand in shared memory that {@code ldmatrix} loads, transposed on the way where it is stored
 * with K as the rows. Of a last step of which there is the first half only, the other is zero.
 */
final class LdmatrixOperand implements MatrixOperand {
  /** How many bits an element has that can be transposed on the way. */
  private static final int TRANSPOSABLE = 16;

  private static final int ROWS = 8;

  private final Kernel kernel;
  private final OperandPart part;
  private final SharedRegion region;
  private final Value registers;

  LdmatrixOperand(Kernel kernel, OperandPart part, SharedRegion region) {
    this.kernel = kernel;
    this.part = part;
    this.region = region;
    long count = (long) part.blocks() * part.registersOfBlock();
    this.registers = kernel.scratch(part.name(), count, IntegerType.I32);
  }

  /** Why an operand can't be loaded so; null where it can. */
  static @Nullable String obstacle(OperandPart part, SharedRegion shared, BufferRegion region) {
    int bits = part.instruction().bits();
    if (part.rowsAreK() && bits != TRANSPOSABLE) {
      return "ldmatrix can't transpose elements of " + bits + " bits";
    }
    if (part.depth() % part.half() != 0) {
      return "its K = " + part.depth() + " is not made of 16 bytes";
    }
    Shape sizes = AsyncCopyLowering.sizes(region);
    boolean isMade =
        sizes.size(sizes.rank() - 1) % part.half() == 0 && shared.isMadeOf(part.half(), sizes);
    return isMade ? null : "its rows of 16 bytes don't lie together";
  }

  @Override
  public int blocks() {
    return part.blocks();
  }

  @Override
  public Value registers() {
    return registers;
  }

  @Override
  public int register(int step, int block) {
    return block * part.registersOfBlock();
  }

  @Override
  public void load(Inserter at, int step) {
    boolean isHalf = part.left(step) <= part.half();
    for (int block = 0; block < blocks(); block++) {
      Address address = region.address(point(step, block, isHalf));
      int first = register(step, block);
      int count = part.registersOfBlock();
      LdmatrixOp op =
          LdmatrixOp.create(at, count, registers, first, address.base(), address.bytes());
      if (part.rowsAreK()) {
        op.setAttribute("trans", UnitAttr.INSTANCE);
      }
      if (isHalf) {
        clearSecondHalf(at, first, count);
      }
    }
  }

  /** Which element the thread names in the load of a block; all name the first half of a half. */
  private List<IndexExpr> point(int step, int block, boolean isHalf) {
    // Of half as many matrices, the lanes of the second half name nothing; they repeat the first.
    IndexExpr lane = OperandPart.LANE;
    if (part.width() == ROWS) {
      lane = lane.mod(MmaInstruction.LANES / 2);
    }
    IndexExpr row = load().row(lane);
    IndexExpr chunk = load().chunk(lane);
    if (part.rowsAreK()) {
      IndexExpr k = isHalf ? row.mod(ROWS) : row;
      return part.point(step, block, chunk.times(ROWS), k);
    }
    IndexExpr k = isHalf ? IndexExpr.constant(0) : chunk.times(part.half());
    return part.point(step, block, row, k);
  }

  /** In which order the matrices are, so that the registers are those of the instruction. */
  private MatrixLoad load() {
    return part.isA() == part.rowsAreK() ? MatrixLoad.CHUNKS_FIRST : MatrixLoad.ROWS_FIRST;
  }

  private void clearSecondHalf(Inserter at, int first, int count) {
    Value zero = kernel.math().constant(IntegerAttr.i32(0));
    for (int i = 0; i < count; i++) {
      if (part.isSecondHalf(i)) {
        Value place = kernel.math().constant(first + i);
        StoreOp.create(at, zero, registers, List.of(place));
      }
    }
  }
}
