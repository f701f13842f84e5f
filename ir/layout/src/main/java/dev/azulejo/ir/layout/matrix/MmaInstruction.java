// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout.matrix;

import dev.azulejo.ir.layout.Fragment;
import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.Shape;
import dev.azulejo.ir.layout.expr.IndexExpr;

/**
 * The {@code mma.sync} instructions of NVIDIA's GPUs, of 16 rows and 8 columns, and the registers
 * of their operands, by the tables of the PTX manual. A warp holds an operand; a fragment's thread
 * is the lane, its private index the element of the lane's register array.
 */
public enum MmaInstruction {
  /** {@code m16n8k16} of f16 or bf16. */
  K16_16BIT(16, 16, 2),
  /** {@code m16n8k8} of tf32. */
  K8_32BIT(8, 32, 1),
  /** {@code m16n8k32} of 8-bit integers or floats. */
  K32_8BIT(32, 8, 4);

  /** How many rows of A and C an instruction has. */
  public static final int ROWS = 16;

  /** How many columns of B and C an instruction has. */
  public static final int COLUMNS = 8;

  /** How many lanes a warp has. */
  public static final int LANES = 32;

  private final int depth;
  private final int bits;
  private final int perRegister;

  MmaInstruction(int depth, int bits, int perRegister) {
    this.depth = depth;
    this.bits = bits;
    this.perRegister = perRegister;
  }

  /** How many columns of A, and rows of B, are summed over. */
  public int depth() {
    return depth;
  }

  /** How many bits an element of A and B has in memory. */
  public int bits() {
    return bits;
  }

  /** A, of 16 rows, as {@code (row, k)}. */
  public Fragment a() {
    IndexExpr high = row().floorDiv(8);
    IndexExpr place = half().times(2L * perRegister).plus(high.times(perRegister)).plus(inWord());
    return fragment(Shape.of(ROWS, depth), place, lane(row().mod(8)));
  }

  /** B, as {@code (column, k)}, of 8 columns or, for two instructions, of 16. */
  public Fragment b(int columns) {
    IndexExpr place = half().times(perRegister).plus(inWord());
    IndexExpr second = row().floorDiv(COLUMNS).times(2L * perRegister);
    return fragment(Shape.of(columns, depth), second.plus(place), lane(row().mod(COLUMNS)));
  }

  /** C, of 8 columns or, for two instructions, of 16; the same for each of the instructions. */
  public static Fragment c(int columns) {
    IndexExpr column = IndexExpr.input(1);
    IndexExpr place =
        column.floorDiv(8).times(4).plus(row().floorDiv(8).times(2)).plus(column.mod(2));
    IndexExpr lane = row().mod(8).times(4).plus(column.mod(8).floorDiv(2));
    return fragment(Shape.of(ROWS, columns), place, lane);
  }

  private static Fragment fragment(Shape shape, IndexExpr place, IndexExpr lane) {
    return Fragment.of(Layout.of(shape, place), lane, 1);
  }

  private static IndexExpr row() {
    return IndexExpr.input(0);
  }

  /** Which half of the depth an element is in: the lanes go over each of them. */
  private IndexExpr half() {
    return IndexExpr.input(1).floorDiv(4L * perRegister);
  }

  private IndexExpr inWord() {
    return IndexExpr.input(1).mod(perRegister);
  }

  private IndexExpr lane(IndexExpr row) {
    return row.times(4).plus(IndexExpr.input(1).mod(4L * perRegister).floorDiv(perRegister));
  }
}
