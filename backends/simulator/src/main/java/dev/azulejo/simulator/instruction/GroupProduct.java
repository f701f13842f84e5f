// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.instruction;

import dev.azulejo.ir.Type;
import java.util.function.LongToDoubleFunction;

/**
 * A product of 64 rows by up to 256 columns that the four warps of a warpgroup make together, of
 * factors whose rows, or columns, are 32 bytes. Products and sums are as those of {@link
 * MatrixProduct}.
 */
public final class GroupProduct {
  /** How many rows A has. */
  public static final int ROWS = 64;

  /** How many rows of the sum a warp holds. */
  public static final int ROWS_PER_WARP = 16;

  private static final int FACTOR_BYTES = 32;

  private final int columns;
  private final int depth;
  private final int bytes;
  private final LongToDoubleFunction leftDecoder;
  private final LongToDoubleFunction rightDecoder;
  private final ProductSum sum;
  private final MatrixShape inRegisters;
  private final double[] left;
  private final double[] right;
  private final double[] row;

  /**
   * A product.
   *
   * @param columns how many columns B has
   * @param leftInput the word for the numbers of A
   * @param rightInput the word for the numbers of B
   * @param accumulator the type of the accumulator's registers
   * @param saturates whether sums of whole numbers are kept in range
   */
  public GroupProduct(
      int columns, String leftInput, String rightInput, Type accumulator, boolean saturates) {
    this.columns = columns;
    this.bytes =
        switch (leftInput) {
          case "tf32" -> Integer.BYTES;
          case "f16", "bf16" -> Short.BYTES;
          default -> 1;
        };
    this.depth = FACTOR_BYTES / bytes;
    this.leftDecoder = MatrixProduct.decoder(leftInput);
    this.rightDecoder = MatrixProduct.decoder(rightInput);
    this.sum = ProductSum.of(leftInput, accumulator, saturates);
    this.inRegisters = new MatrixShape(ROWS_PER_WARP, Byte.SIZE, depth, Integer.BYTES / bytes);
    this.left = new double[ROWS * depth];
    this.right = new double[depth * columns];
    this.row = new double[columns];
  }

  /** How many columns A has, and rows B. */
  public int depth() {
    return depth;
  }

  /** How many columns B has. */
  public int columns() {
    return columns;
  }

  /** How many bytes a number of A or B has. */
  public int elementBytes() {
    return bytes;
  }

  /** How many registers of the sum a lane has. */
  public int registersOfSum() {
    return columns / 2 / sum.perRegister();
  }

  /** How many registers of A a lane has, where A is in registers. */
  public int registersOfA() {
    return inRegisters.registersOfA();
  }

  /** Sets an element of A to a pattern. */
  public void setLeft(int place, int k, long pattern) {
    left[place * depth + k] = leftDecoder.applyAsDouble(pattern);
  }

  /** Sets an element of B to a pattern. */
  public void setRight(int k, int column, long pattern) {
    right[k * columns + column] = rightDecoder.applyAsDouble(pattern);
  }

  /** Sets the rows of A that a warp has in registers. */
  public void setLeft(int warp, long[][] registers) {
    int perRegister = inRegisters.perRegister();
    int width = Integer.SIZE / perRegister;
    for (int i = 0; i < ROWS_PER_WARP; i++) {
      for (int k = 0; k < depth; k++) {
        int element = inRegisters.elementOfA(i, k);
        long bits = registers[element / perRegister][inRegisters.laneOfA(i, k)];
        setLeft(warp * ROWS_PER_WARP + i, k, bits >>> (element % perRegister * width));
      }
    }
  }

  /**
   * Multiplies, and adds in place or sets.
   *
   * @param accumulators the registers of the sum of each warp, each with a number per lane
   * @param adds whether the accumulator is added to
   */
  public void apply(long[][][] accumulators, boolean adds) {
    for (int i = 0; i < ROWS; i++) {
      multiply(i);
      long[][] registers = accumulators[i / ROWS_PER_WARP];
      int inWarp = i % ROWS_PER_WARP;
      for (int column = 0; column < columns; column++) {
        int lane = MatrixShape.laneOfSum(inWarp, column);
        int element = column / Byte.SIZE * 4 + MatrixShape.elementOfSum(inWarp, column % Byte.SIZE);
        if (adds) {
          sum.add(registers, lane, element, row[column]);
        } else {
          sum.set(registers, lane, element, row[column]);
        }
      }
    }
  }

  /** A row of the product, in the order of the inner dimension. */
  private void multiply(int place) {
    // Columns go innermost, so that a processor adds several at once.
    for (int column = 0; column < columns; column++) {
      row[column] = 0;
    }
    for (int k = 0; k < depth; k++) {
      double factor = left[place * depth + k];
      int from = k * columns;
      for (int column = 0; column < columns; column++) {
        row[column] += factor * right[from + column];
      }
    }
  }
}
