// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * A few rows of choices in which every two choices of different axes stand together at least once.
 * Greedy: each row begins with a pair that is still missing, and takes for each other axis what
 * brings most new pairs.
 */
final class PairwiseCover {
  private final int[] sizes;
  private final int[] starts;
  private final int count;
  private final BitSet covered = new BitSet();
  private int needed;

  private PairwiseCover(int[] sizes) {
    this.sizes = sizes.clone();
    this.starts = new int[sizes.length];
    int sum = 0;
    for (int axis = 0; axis < sizes.length; axis++) {
      starts[axis] = sum;
      for (int other = 0; other < axis; other++) {
        needed += sizes[axis] * sizes[other];
      }
      sum += sizes[axis];
    }
    this.count = sum;
  }

  /** The rows for axes of so many choices each. */
  static List<int[]> of(int... sizes) {
    return new PairwiseCover(sizes).rows();
  }

  private List<int[]> rows() {
    List<int[]> rows = new ArrayList<>();
    while (covered.cardinality() < needed) {
      int[] row = row();
      for (int axis = 0; axis < row.length; axis++) {
        for (int other = 0; other < axis; other++) {
          covered.set(pair(axis, row[axis], other, row[other]));
        }
      }
      rows.add(row);
    }
    return rows;
  }

  private int[] row() {
    int[] row = new int[sizes.length];
    Arrays.fill(row, -1);
    beginWithMissingPair(row);
    for (int axis = 0; axis < row.length; axis++) {
      if (row[axis] < 0) {
        row[axis] = best(row, axis);
      }
    }
    return row;
  }

  private void beginWithMissingPair(int[] row) {
    for (int axis = 1; axis < row.length; axis++) {
      for (int other = 0; other < axis; other++) {
        for (int choice = 0; choice < sizes[axis]; choice++) {
          for (int otherChoice = 0; otherChoice < sizes[other]; otherChoice++) {
            if (!covered.get(pair(axis, choice, other, otherChoice))) {
              row[axis] = choice;
              row[other] = otherChoice;
              return;
            }
          }
        }
      }
    }
  }

  private int best(int[] row, int axis) {
    int best = 0;
    int most = -1;
    for (int choice = 0; choice < sizes[axis]; choice++) {
      int fresh = 0;
      for (int other = 0; other < row.length; other++) {
        if (other != axis
            && row[other] >= 0
            && !covered.get(pair(axis, choice, other, row[other]))) {
          fresh++;
        }
      }
      if (fresh > most) {
        most = fresh;
        best = choice;
      }
    }
    return best;
  }

  private int pair(int axis, int choice, int other, int otherChoice) {
    int one = starts[axis] + choice;
    int two = starts[other] + otherChoice;
    return Math.max(one, two) * count + Math.min(one, two);
  }
}
