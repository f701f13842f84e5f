// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.ir.Operation;
import dev.azulejo.simulator.instruction.BankConflicts;
import dev.azulejo.simulator.memory.BankUse;

/** Counts how the accesses of an instruction to shared memory use its banks. */
final class BankCounter {
  private final Operation op;
  private final int bytes;
  private final BankConflicts conflicts = new BankConflicts();
  private final long[] addresses = new long[Warp.LANES];
  private int lanes;
  private long executions;
  private long turns;
  private long ideal;

  /** Of an instruction whose lanes touch so many bytes each in one piece. */
  BankCounter(Operation op, int bytes) {
    this.op = op;
    this.bytes = bytes;
  }

  /** Begins an execution: the accesses from here on are made at once. */
  void begin() {
    count();
    executions++;
  }

  /** A lane touches its piece. */
  void touch(int lane, long address) {
    addresses[lane] = address;
    lanes |= 1 << lane;
  }

  private void count() {
    if (lanes != 0) {
      turns += conflicts.turns(addresses, lanes, bytes);
      ideal += BankConflicts.ideal(lanes, bytes);
      lanes = 0;
    }
  }

  /** What was counted since this was last asked. */
  BankUse take() {
    count();
    var use = new BankUse(op.location(), op.name(), executions, turns, ideal);
    executions = 0;
    turns = 0;
    ideal = 0;
    return use;
  }
}
