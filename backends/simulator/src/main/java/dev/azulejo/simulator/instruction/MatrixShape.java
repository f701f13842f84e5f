// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.instruction;

/**
 * Which lane of a warp holds which elements of the matrices of a product: A of {@code rows} by
 * {@code depth}, B of {@code depth} by {@code columns}. A lane holds elements in an order of its
 * own, as many in a register as fit, the first in the lowest bits.
 *
 * @param rows the rows of A and of the sum, 8 or 16
 * @param columns the columns of B and of the sum: 8
 * @param depth the columns of A and rows of B
 * @param perRegister how many elements of A and B a register holds: 1, 2 or 4
 */
public record MatrixShape(int rows, int columns, int depth, int perRegister) {
  private static final int LANES = 32;
  private static final int GROUP = 4;
  private static final int EIGHT = 8;

  /** The shape that an instruction's word such as {@code m16n8k16} names. */
  static MatrixShape of(String word, int perRegister) {
    int n = word.indexOf('n');
    int k = word.indexOf('k');
    return new MatrixShape(
        Integer.parseInt(word.substring(1, n)),
        Integer.parseInt(word.substring(n + 1, k)),
        Integer.parseInt(word.substring(k + 1)),
        perRegister);
  }

  /** The lane that holds an element of A. */
  int laneOfA(int row, int column) {
    return GROUP * (row % EIGHT) + column % span() / perRegister;
  }

  /** Which of its lane's elements an element of A is. */
  int elementOfA(int row, int column) {
    int block = column / span() * (rows / EIGHT) + row / EIGHT;
    return block * perRegister + column % perRegister;
  }

  /** The lane that holds an element of B. */
  int laneOfB(int row, int column) {
    return GROUP * column + row % span() / perRegister;
  }

  /** Which of its lane's elements an element of B is. */
  int elementOfB(int row) {
    return row / span() * perRegister + row % perRegister;
  }

  /** The lane that holds an element of the sum. */
  static int laneOfSum(int row, int column) {
    return GROUP * (row % EIGHT) + column % EIGHT / 2;
  }

  /** Which of its lane's elements an element of the sum is. */
  static int elementOfSum(int row, int column) {
    return 2 * (row / EIGHT) + column % 2;
  }

  /** How many columns of A, or rows of B, four lanes hold before the first comes again. */
  private int span() {
    return GROUP * perRegister;
  }

  /** How many registers of A a lane has. */
  public int registersOfA() {
    return rows * depth / (LANES * perRegister);
  }

  /** How many registers of B a lane has. */
  public int registersOfB() {
    return depth * columns / (LANES * perRegister);
  }

  /** How many elements of the sum a lane has. */
  public int elementsOfSum() {
    return rows * columns / LANES;
  }
}
