// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.run.SimulationFailure;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An array of registers that instructions read and write in place, for each lane its own. Reading
 * one that was never written is found out.
 */
final class Registers {
  private final String name;
  private final long[][] bits;

  /** For each register the lanes that have written it. */
  private final int[] written;

  /** For each register what works on it behind the instruction that began it. */
  private final @Nullable Loan[] loans;

  /** For each register how many fences its warp had executed when it last accessed it, or -1. */
  private final int[] touched;

  /**
   * A use of registers by a matrix product that is under way.
   *
   * @param product the product
   * @param first the first register of those that it uses alike
   * @param count how many they are
   * @param sum whether they are what is added to
   * @param place where the product stands
   */
  record Loan(Transfer product, int first, int count, boolean sum, Location place) {
    private boolean goesWith(Loan other) {
      return sum ? other.sum && first == other.first && count == other.count : !other.sum;
    }
  }

  Registers(String name, int size) {
    this.name = name;
    this.bits = new long[size][Warp.LANES];
    this.written = new int[size];
    this.loans = new @Nullable Loan[size];
    this.touched = new int[size];
    Arrays.fill(touched, -1);
  }

  /** How many registers there are. */
  int size() {
    return bits.length;
  }

  /** Forgets everything. */
  void restart() {
    forget(-1);
    Arrays.fill(loans, null);
    Arrays.fill(touched, -1);
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
    access(warp, register, lanes, place);
    requireWritten(warp, register, lanes, place);
    return bits[register];
  }

  private void requireWritten(Warp warp, int register, int lanes, Location place) {
    int missing = lanes & ~written[register];
    if (missing != 0) {
      throw warp.failure(
          place,
          Integer.numberOfTrailingZeros(missing),
          "reads register %d of '%s', which it has never written",
          register,
          name);
    }
  }

  private void access(Warp warp, int register, int lanes, Location place) {
    Loan loan = loans[register];
    if (loan != null) {
      throw new SimulationFailure(
          warp.error(
                  place,
                  Integer.numberOfTrailingZeros(lanes),
                  "accesses register %d of '%s' while a matrix product uses it",
                  register,
                  name)
              .note(loan.place, "the product began here, and no wait covers it yet"));
    }
    touched[register] = warp.registerFences();
  }

  // --- For matrix products ----------------------------------------------------------------------

  /** A warp's matrix product begins to use a register, and reads it if it is not to be set. */
  void lend(Warp warp, int register, Loan loan, boolean reads) {
    Location place = loan.place;
    check(warp, register, -1, place);
    if (touched[register] == warp.registerFences()) {
      throw warp.failure(
          place,
          0,
          "begins a matrix product on register %d of '%s', which it has accessed since its last"
              + " wgmma.fence",
          register,
          name);
    }
    Loan other = loans[register];
    if (other == null && reads) {
      requireWritten(warp, register, -1, place);
    }
    if (other != null && !loan.goesWith(other)) {
      throw new SimulationFailure(
          warp.error(
                  place,
                  0,
                  "begins a matrix product on register %d of '%s', which another uses otherwise",
                  register,
                  name)
              .note(other.place, "the other product began here, and no wait covers it yet"));
    }
    loans[register] = loan;
  }

  /** A warp has waited for a matrix product: no register is its any more. */
  void giveBack(Loan loan) {
    for (int i = loan.first; i < loan.first + loan.count; i++) {
      if (loans[i] == loan) {
        loans[i] = null;
      }
    }
  }

  /** Registers as a matrix product reads and sets them. */
  long[][] lent(Loan loan) {
    long[][] all = new long[loan.count][];
    for (int i = 0; i < loan.count; i++) {
      all[i] = bits[loan.first + i];
      written[loan.first + i] = loan.sum ? -1 : written[loan.first + i];
    }
    return all;
  }

  /** A register's lanes, to be written by all active ones and no others. */
  long[] write(Warp warp, int register, Location place) {
    return write(warp, register, warp.active(), place);
  }

  /** A register's lanes, to be written by some of them. */
  long[] write(Warp warp, int register, int lanes, Location place) {
    check(warp, register, lanes, place);
    access(warp, register, lanes, place);
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
