// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.ir.diag.Location;

/**
 * An array of registers that instructions read and write in place, for each lane its own. Reading
 * one that was never written is found out.
 */
final class Registers {
  private final String name;
  private final long[][] bits;

  /** For each register the lanes that have written it. */
  private final int[] written;

  Registers(String name, int size) {
    this.name = name;
    this.bits = new long[size][Warp.LANES];
    this.written = new int[size];
  }

  /** How many registers there are. */
  int size() {
    return bits.length;
  }

  /** Forgets the registers of some lanes. */
  void forget(int lanes) {
    for (int i = 0; i < written.length; i++) {
      written[i] &= ~lanes;
    }
  }

  /** A register's lanes, to be read; all active ones have written it. */
  long[] read(Warp warp, int register, Location place) {
    return read(warp, register, warp.active(), place);
  }

  /** A register's lanes, to be read by some of them. */
  long[] read(Warp warp, int register, int lanes, Location place) {
    check(warp, register, lanes, place);
    int missing = lanes & ~written[register];
    if (missing != 0) {
      throw warp.failure(
          place,
          Integer.numberOfTrailingZeros(missing),
          "reads register %d of '%s', which it has never written",
          register,
          name);
    }
    return bits[register];
  }

  /** A register's lanes, to be written by all active ones and no others. */
  long[] write(Warp warp, int register, Location place) {
    return write(warp, register, warp.active(), place);
  }

  /** A register's lanes, to be written by some of them. */
  long[] write(Warp warp, int register, int lanes, Location place) {
    check(warp, register, lanes, place);
    written[register] |= lanes;
    return bits[register];
  }

  private void check(Warp warp, int register, int lanes, Location place) {
    if (register < 0 || register >= bits.length) {
      throw warp.failure(
          place,
          Integer.numberOfTrailingZeros(lanes),
          "accesses register %d of '%s', which has %d",
          register,
          name,
          bits.length);
    }
  }
}
