// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.ir.layout.Fragment;
import dev.azulejo.ir.layout.expr.IndexExpr;
import dev.azulejo.ir.layout.matrix.MmaInstruction;
import java.util.List;

/**
 * Which part of an operand a warp multiplies.
 *
 * @param isA whether it is A, with rows along M; else B, with columns along N
 * @param instruction what multiplies it
 * @param rowsAreK whether it is stored with K as the rows
 * @param first where the warp's part begins along M or N, over the thread
 * @param size how long it is
 * @param width how long a block is: 16, or 8
 * @param depth how long the whole operand is along K
 */
record OperandPart(
    boolean isA,
    MmaInstruction instruction,
    boolean rowsAreK,
    IndexExpr first,
    long size,
    int width,
    long depth) {
  /** The number of the thread within its warp. */
  static final IndexExpr LANE = ThreadFunction.THREAD.mod(MmaInstruction.LANES);

  /** How many rows of matrices of 8 rows and 16 bytes. */
  private static final int ROWS = 8;

  String name() {
    return isA ? "a" : "b";
  }

  int blocks() {
    return Math.toIntExact(size / width);
  }

  /** How many registers a block has for one step: each holds a part of 8 by half a step. */
  int registersOfBlock() {
    return width / ROWS * 2;
  }

  /** The registers of a block that hold the second half of a step. */
  boolean isSecondHalf(int register) {
    return isA ? register / 2 == 1 : register % 2 == 1;
  }

  /** How many elements half a step has: as many as 16 bytes hold. */
  int half() {
    return instruction.depth() / 2;
  }

  /** How many elements of K a step begins with that the operand has. */
  long left(int step) {
    return depth - (long) step * instruction.depth();
  }

  /** The elements of a block by register and lane, as {@code (row, k)}. */
  Fragment block() {
    return isA ? instruction.a() : instruction.b(width);
  }

  /** A point of the operand as it is stored. */
  List<IndexExpr> point(int step, int block, IndexExpr row, IndexExpr k) {
    IndexExpr other = first.plus((long) block * width).plus(row);
    IndexExpr depthwise = k.plus((long) step * instruction.depth());
    return rowsAreK ? List.of(depthwise, other) : List.of(other, depthwise);
  }
}
