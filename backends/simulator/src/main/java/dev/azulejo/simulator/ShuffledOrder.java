// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Numbers from zero to some count, in an order that a seed chooses. Any order is possible for a few
 * numbers; many are gone through in steps of one random length, so that no list of them is needed.
 */
final class ShuffledOrder {
  private static final int MOST_LISTED = 1 << 16;

  private final int @Nullable [] list;
  private final long count;
  private final long start;
  private final long stride;

  ShuffledOrder(long count, SplittableRandom random) {
    this.count = count;
    this.list = count <= MOST_LISTED ? shuffled((int) count, random) : null;
    this.start = count == 0 ? 0 : random.nextLong(count);
    long step = 1;
    if (list == null) {
      do {
        step = random.nextLong(1, count);
      } while (divisor(step, count) != 1);
    }
    this.stride = step;
  }

  /** The number at a place. */
  long at(long place) {
    // The count is at most 2^31, so that the product fits.
    return list != null ? list[(int) place] : (start + place * stride) % count;
  }

  private static int[] shuffled(int count, SplittableRandom random) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  private static long divisor(long a, long b) {
    return b == 0 ? a : divisor(b, a % b);
  }
}
