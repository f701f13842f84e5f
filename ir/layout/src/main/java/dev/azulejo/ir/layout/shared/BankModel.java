// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout.shared;

import org.eclipse.collections.api.set.primitive.MutableLongSet;
import org.eclipse.collections.impl.factory.primitive.LongSets;

/**
 * How the banks of shared memory serve a warp: 32 banks of 4 bytes, and an access of more than that
 * in phases, each of some of the lanes. A phase takes as long as the bank that has to deliver the
 * most different words.
 */
public enum BankModel {
  /** NVIDIA: phases of 8 lanes with 16 bytes each, of 16 with 8, or of all 32 with 4 or less. */
  NVIDIA(32),
  /** AMD CDNA3 reading; with 16 bytes a lane the phases are not of consecutive lanes. */
  CDNA3_READ(64),
  /** AMD CDNA3 writing, in phases of consecutive lanes. */
  CDNA3_WRITE(64);

  /** How many banks there are. */
  public static final int BANKS = 32;

  /** How many bytes a bank delivers at a time. */
  public static final int WORD = 4;

  /** The address of a lane that takes no part. */
  public static final long INACTIVE = -1;

  private final int lanes;

  BankModel(int lanes) {
    this.lanes = lanes;
  }

  /** How many lanes access memory together. */
  public int lanes() {
    return lanes;
  }

  /** How many lanes are served in one phase of an access of so many bytes a lane. */
  private static int lanesOfPhase(int bytes) {
    return bytes <= WORD ? 32 : 32 * WORD / bytes;
  }

  /** The lanes of a phase, in order. */
  private int lane(int phase, int place, int bytes) {
    if (this != CDNA3_READ || bytes != 16) {
      return phase * lanesOfPhase(bytes) + place;
    }
    // {0-3, 20-23}, {4-7, 16-19}, {8-11, 28-31}, {12-15, 24-27}, and the same from 32 on.
    int quad = phase % 4;
    int first = place < 4 ? quad : 4 + (quad ^ 1);
    return phase / 4 * 32 + first * 4 + place % 4;
  }

  /**
   * The degree of conflict of one access: 1 if no phase is held up.
   *
   * @param addresses the byte address of each lane, or {@link #INACTIVE}
   * @param bytes how many bytes a lane accesses: 1, 2, 4, 8 or 16
   * @throws IllegalArgumentException if there is not one address a lane, or the bytes are others
   */
  public int conflicts(long[] addresses, int bytes) {
    if (addresses.length != lanes || bytes < 1 || bytes > 16 || Integer.bitCount(bytes) != 1) {
      throw new IllegalArgumentException(
          addresses.length + " lanes of " + bytes + " bytes, instead of " + lanes);
    }
    int inPhase = lanesOfPhase(bytes);
    int degree = 0;
    for (int phase = 0; phase < lanes / inPhase; phase++) {
      MutableLongSet words = LongSets.mutable.empty();
      for (int place = 0; place < inPhase; place++) {
        addWords(addresses[lane(phase, place, bytes)], bytes, words);
      }
      degree = Math.max(degree, fullestBank(words));
    }
    return degree;
  }

  private static void addWords(long address, int bytes, MutableLongSet words) {
    if (address == INACTIVE) {
      return;
    }
    for (long word = address / WORD; word <= (address + bytes - 1) / WORD; word++) {
      words.add(word);
    }
  }

  private static int fullestBank(MutableLongSet words) {
    var count = new int[BANKS];
    int most = 0;
    for (long word : words.toArray()) {
      int bank = (int) (word % BANKS);
      count[bank]++;
      most = Math.max(most, count[bank]);
    }
    return most;
  }
}
