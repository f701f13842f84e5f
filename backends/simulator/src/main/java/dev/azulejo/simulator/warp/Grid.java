// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

/** How many blocks there are in each of three dimensions, the first varying fastest. */
final class Grid {
  private final long[] sizes;
  private final int threads;

  /** So many blocks in up to three dimensions, of so many threads. */
  Grid(long[] sizes, int threads) {
    this.sizes = sizes.clone();
    this.threads = threads;
  }

  /** How many threads a block has. */
  int threads() {
    return threads;
  }

  /** Where a block stands in a dimension. */
  long place(long block, int dimension) {
    long rest = block;
    for (int i = 0; i < dimension; i++) {
      rest /= size(i);
    }
    return rest % size(dimension);
  }

  /** How many blocks there are in a dimension. */
  long size(int dimension) {
    return dimension < sizes.length ? sizes[dimension] : 1;
  }

  /** How many blocks there are. */
  long blocks() {
    return size(0) * size(1) * size(2);
  }
}
