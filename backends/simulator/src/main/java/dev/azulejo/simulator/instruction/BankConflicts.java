// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.instruction;

import java.util.Arrays;

/**
 * How often shared memory must be asked for the accesses of an instruction. It has 32 banks, each
 * of which gives one word of 4 bytes at a time; 32 lanes are served together if each touches 4
 * bytes or less, 16 of 8 bytes, 8 of 16.
 */
public final class BankConflicts {
  private static final int BANKS = 32;
  private static final int WORD = 4;

  /** For each bank the words that it was asked for in a turn. */
  private final long[][] words = new long[BANKS][BANKS];

  private final int[] counts = new int[BANKS];

  /**
   * How many lanes are served together.
   *
   * @param bytes how many bytes each lane touches
   */
  private static int together(int bytes) {
    return BANKS / Math.max(1, bytes / WORD);
  }

  /** How many turns the accesses take where no bank is asked twice in one. */
  public static int ideal(int active, int bytes) {
    int group = together(bytes);
    int turns = 0;
    for (int first = 0; first < BANKS; first += group) {
      turns += (active >>> first & mask(group)) != 0 ? 1 : 0;
    }
    return turns;
  }

  private static int mask(int count) {
    return count == BANKS ? -1 : (1 << count) - 1;
  }

  /**
   * How many turns the accesses take.
   *
   * @param addresses the lanes' addresses
   * @param active the lanes that access, a bit each
   * @param bytes how many bytes each touches: a power of two up to 16
   */
  public int turns(long[] addresses, int active, int bytes) {
    int group = together(bytes);
    int turns = 0;
    for (int first = 0; first < BANKS; first += group) {
      turns += turns(addresses, active, bytes, first, group);
    }
    return turns;
  }

  private int turns(long[] addresses, int active, int bytes, int first, int group) {
    Arrays.fill(counts, 0);
    int most = 0;
    for (int lane = first; lane < first + group; lane++) {
      if ((active >>> lane & 1) == 0) {
        continue;
      }
      long begin = addresses[lane] / WORD;
      long end = (addresses[lane] + bytes - 1) / WORD;
      for (long word = begin; word <= end; word++) {
        int bank = (int) (word % BANKS);
        if (isNew(words[bank], counts[bank], word)) {
          words[bank][counts[bank]++] = word;
          most = Math.max(most, counts[bank]);
        }
      }
    }
    return most;
  }

  private static boolean isNew(long[] words, int count, long word) {
    for (int i = 0; i < count; i++) {
      if (words[i] == word) {
        return false;
      }
    }
    return true;
  }
}
