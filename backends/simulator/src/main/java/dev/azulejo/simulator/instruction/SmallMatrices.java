// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.instruction;

/**
 * How lanes of a warp share matrices of 8 by 8 numbers of 16 bits out when they load or store them
 * together: a lane names a row of 16 bytes, and holds two numbers of each matrix.
 */
public final class SmallMatrices {
  /** Rows and columns of a matrix. */
  public static final int SIZE = 8;

  private SmallMatrices() {}

  /** The lane that names a row of a matrix. */
  public static int laneOfRow(int matrix, int row) {
    return matrix * SIZE + row;
  }

  /** The row of the first number, or the second, that a lane holds of each matrix. */
  public static int row(int lane, int number, boolean transposed) {
    return transposed ? 2 * (lane % 4) + number : lane / 4;
  }

  /** The column of the first number, or the second, that a lane holds of each matrix. */
  public static int column(int lane, int number, boolean transposed) {
    return transposed ? lane / 4 : 2 * (lane % 4) + number;
  }
}
