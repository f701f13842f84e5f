// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime;

/**
 * How many there are along x, y and z: blocks in a grid, threads in a block, blocks in a cluster.
 */
public record Dim3(int x, int y, int z) {
  /** One of everything. */
  public static final Dim3 ONE = new Dim3(1, 1, 1);

  /** Refuses what is not positive. */
  public Dim3 {
    if (x <= 0 || y <= 0 || z <= 0) {
      throw new IllegalArgumentException("sizes must be positive: " + x + ", " + y + ", " + z);
    }
  }

  /** So many along x. */
  public static Dim3 of(int x) {
    return new Dim3(x, 1, 1);
  }

  /** How many there are in all. */
  public long count() {
    return (long) x * y * z;
  }

  @Override
  public String toString() {
    return x + ", " + y + ", " + z;
  }
}
