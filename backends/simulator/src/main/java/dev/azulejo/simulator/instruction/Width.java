// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.instruction;

/**
 * A width of whole numbers.
 *
 * @param bits how many bits, 1 to 64
 */
public record Width(int bits) {
  /** 16 bits. */
  public static final Width W16 = new Width(16);

  /** 32 bits. */
  public static final Width W32 = new Width(32);

  /** 64 bits. */
  public static final Width W64 = new Width(64);

  /** What nobody should compute with: no plausible number. */
  private static final long POISON = 0x5A5A5A5A5A5A5A5AL;

  /** The lowest bits, extended by their sign. */
  public long signed(long number) {
    int unused = Long.SIZE - bits;
    return number << unused >> unused;
  }

  /** The lowest bits, extended by zeros. */
  public long unsigned(long number) {
    int unused = Long.SIZE - bits;
    return number << unused >>> unused;
  }

  /** The lowest bits, extended as numbers are that count from 0 or not. */
  public long extend(long number, boolean unsigned) {
    return unsigned ? unsigned(number) : signed(number);
  }

  /** The least number. */
  public long least(boolean unsigned) {
    return unsigned ? 0 : -1L << (bits - 1);
  }

  /** The greatest number, which of 64 bits from 0 is all ones. */
  public long greatest(boolean unsigned) {
    return unsigned ? unsigned(-1) : ~(-1L << (bits - 1));
  }

  /** The result of an instruction that the instruction set does not say. */
  public long poison() {
    return signed(POISON);
  }
}
