// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify.program;

import java.util.ArrayList;
import java.util.List;

/**
 * The blocks that run together, by their places in the cluster. The first dimension varies fastest.
 *
 * @param sizes how many blocks there are along each dimension
 */
@SuppressWarnings("ArrayRecordComponent") // equals and hashCode compare what the array holds
record Cluster(long[] sizes) {
  int size() {
    long size = 1;
    for (long each : sizes) {
      size *= each;
    }
    return (int) size;
  }

  /** The place of a block in the cluster. */
  long[] place(int block) {
    long[] place = new long[sizes.length];
    long rest = block;
    for (int d = 0; d < sizes.length; d++) {
      place[d] = rest % sizes[d];
      rest /= sizes[d];
    }
    return place;
  }

  /** The blocks that differ from one along some dimensions alone, itself included. */
  List<Integer> along(int block, long[] dimensions) {
    List<Integer> found = new ArrayList<>();
    long[] own = place(block);
    for (int other = 0; other < size(); other++) {
      long[] place = place(other);
      boolean isAlong = true;
      for (int d = 0; d < own.length; d++) {
        isAlong &= place[d] == own[d] || contains(dimensions, d);
      }
      if (isAlong) {
        found.add(other);
      }
    }
    return found;
  }

  private static boolean contains(long[] dimensions, int wanted) {
    for (long dimension : dimensions) {
      if (dimension == wanted) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Cluster cluster && java.util.Arrays.equals(sizes, cluster.sizes);
  }

  @Override
  public int hashCode() {
    return java.util.Arrays.hashCode(sizes);
  }

  @Override
  public String toString() {
    return java.util.Arrays.toString(sizes);
  }
}
