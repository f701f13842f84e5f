// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

/**
 * How many blocks there are in each of three dimensions, the first varying fastest, and how many of
 * them make a cluster.
 */
final class Grid {
  /** The most dimensions. */
  static final int DIMENSIONS = 3;

  private final long[] sizes;
  private final long[] cluster;
  private final int threads;

  /**
   * A grid.
   *
   * @param sizes how many blocks there are, in up to three dimensions
   * @param cluster how many of them a cluster has, which divides the sizes; none for one
   * @param threads how many threads a block has
   */
  Grid(long[] sizes, long[] cluster, int threads) {
    this.sizes = sizes.clone();
    this.cluster = cluster.clone();
    this.threads = threads;
  }

  /** How many warps a block has. */
  int warps() {
    return Math.ceilDiv(threads, Warp.LANES);
  }

  /** How many blocks a cluster has in a dimension. */
  long clusterSize(int dimension) {
    return dimension < cluster.length ? cluster[dimension] : 1;
  }

  /** How many blocks a cluster has. */
  int blocksPerCluster() {
    return Math.toIntExact(clusterSize(0) * clusterSize(1) * clusterSize(2));
  }

  /** How many clusters there are. */
  long clusters() {
    return blocks() / blocksPerCluster();
  }

  /** Where a cluster stands among the clusters, in a dimension. */
  long clusterPlace(long number, int dimension) {
    long rest = number;
    for (int i = 0; i < dimension; i++) {
      rest /= clusterCount(i);
    }
    return rest % clusterCount(dimension);
  }

  /** How many clusters there are in a dimension. */
  long clusterCount(int dimension) {
    return size(dimension) / clusterSize(dimension);
  }

  /** Where the block of a rank stands in its cluster, in a dimension. */
  long placeInCluster(int rank, int dimension) {
    long rest = rank;
    for (int i = 0; i < dimension; i++) {
      rest /= clusterSize(i);
    }
    return rest % clusterSize(dimension);
  }

  /** The number of the block that has a rank in a cluster. */
  long block(long number, int rank) {
    long block = 0;
    for (int i = DIMENSIONS - 1; i >= 0; i--) {
      long at = clusterPlace(number, i) * clusterSize(i) + placeInCluster(rank, i);
      block = block * size(i) + at;
    }
    return block;
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
