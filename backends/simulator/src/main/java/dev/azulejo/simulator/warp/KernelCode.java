// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.ir.Value;
import dev.azulejo.ir.diag.Location;
import java.util.List;

/**
 * A kernel, decoded.
 *
 * @param codes its instructions
 * @param places where each stands
 * @param slots how many places its values take
 * @param constants the values that are the same in all threads and blocks
 * @param inputs the values that come from outside
 * @param arrays the arrays of registers
 * @param shared the buffers in shared memory
 * @param localBytes how many bytes each thread has for itself
 * @param banks the counters of accesses to shared memory
 * @param mostRegisters how many registers its threads have at most, or 0 where nothing says it
 * @param blocksTogether how many blocks a multiprocessor has room for at least
 * @param location where it stands
 */
record KernelCode(
    List<WarpCode> codes,
    List<Location> places,
    int slots,
    List<Constant> constants,
    List<Input> inputs,
    List<Array> arrays,
    List<SharedMemory.Piece> shared,
    int localBytes,
    List<BankCounter> banks,
    int mostRegisters,
    int blocksTogether,
    Location location) {

  /** A slot that always holds the same bits. */
  record Constant(int slot, long bits) {}

  /** A value from outside, and its first slot. */
  record Input(Value value, int slot) {}

  /** An array of registers. */
  record Array(String name, int size) {}

  /** How many registers its threads have at most, or as many as something else says. */
  int registersOr(int most) {
    return mostRegisters == 0 ? most : Math.min(most, mostRegisters);
  }

  /** Where an instruction stands. */
  Location place(int pc) {
    return pc < places.size() ? places.get(pc) : location;
  }

  /** The arrays of registers of one warp. */
  Registers[] newRegisters() {
    Registers[] all = new Registers[arrays.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = new Registers(arrays.get(i).name(), arrays.get(i).size());
    }
    return all;
  }
}
