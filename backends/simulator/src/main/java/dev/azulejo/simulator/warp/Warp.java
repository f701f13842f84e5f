// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.run.SimulationFailure;
import org.jspecify.annotations.Nullable;

/** 32 threads of a block that execute instructions together; some of them may wait elsewhere. */
final class Warp {
  /** How many lanes a warp has. */
  static final int LANES = 32;

  private final BlockRun block;
  private final int number;
  private final long[][] values;
  private final @Nullable Registers[] registers;
  private final LaneCopies copies = new LaneCopies();
  private int active;

  Warp(BlockRun block, int number, int slots, int lanes) {
    this.block = block;
    this.number = number;
    this.values = new long[slots][LANES];
    this.registers = new Registers[slots];
    this.active = lanes;
  }

  /** The lanes that execute the instruction, a bit each. */
  int active() {
    return active;
  }

  /** Which warp of the block it is; thread {@code 32 * number + lane} is its lane. */
  int number() {
    return number;
  }

  /** The block that it belongs to. */
  BlockRun block() {
    return block;
  }

  /** The lanes of a value. Only active ones may be written. */
  long[] lanes(int slot) {
    return values[slot];
  }

  /** An array of registers. */
  Registers registers(int slot) {
    Registers array = registers[slot];
    if (array == null) {
      throw new IllegalStateException("no registers");
    }
    return array;
  }

  /** Its asynchronous copies. */
  LaneCopies copies() {
    return copies;
  }

  /**
   * Comes to a barrier of the block and goes no further than the instruction until {@code threads}
   * have come; with 0, all of the block. All lanes that have not ended must be active.
   */
  void synchronize(int barrier, int threads, Location place) {
    if (threads >= 0) {
      throw failure(place, 0, "waits at barrier %d for %d threads", barrier, threads);
    }
  }

  /** Comes to a barrier of the block and goes on. */
  void arrive(int barrier, int threads, Location place) {
    if (threads >= 0) {
      throw failure(place, 0, "arrives at barrier %d for %d threads", barrier, threads);
    }
  }

  /**
   * Refuses a collective instruction whose mask names lanes that are not here, or in which a lane
   * is here that its own mask does not name.
   */
  void requireLanes(int mask, Location place) {
    int missing = mask & ~active;
    if (missing != 0) {
      throw failure(
          place,
          Integer.numberOfTrailingZeros(missing),
          "is named by the mask 0x%08x of an instruction that it does not execute",
          mask);
    }
    int extra = active & ~mask;
    if (extra != 0) {
      throw failure(
          place,
          Integer.numberOfTrailingZeros(extra),
          "executes an instruction whose mask 0x%08x leaves it out",
          mask);
    }
  }

  void beginAccess() {}

  /** The failure of a lane; the message goes on behind "thread N (warp W, lane L) ". */
  SimulationFailure failure(Location place, int lane, String format, Object... arguments) {
    return new SimulationFailure(
        Diagnostic.error(
            place,
            "thread %d (warp %d, lane %d) %s",
            number * LANES + lane,
            number,
            lane,
            String.format(java.util.Locale.ROOT, format, arguments)));
  }
}
