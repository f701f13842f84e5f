// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.ir.Value;
import java.util.Optional;

/**
 * The condition under which lanes execute an instruction.
 *
 * @param slot where it is, or {@link WarpDecoder#NONE}
 * @param negated whether it must be false
 */
record Guard(int slot, boolean negated) {
  static Guard of(WarpDecoder decoder, Optional<Value> guard, boolean negated) {
    return new Guard(decoder.slot(guard), negated);
  }

  /** The active lanes that execute the instruction. */
  int lanes(Warp warp) {
    int active = warp.active();
    if (slot == WarpDecoder.NONE) {
      return active;
    }
    int holds = of(warp.lanes(slot));
    return active & (negated ? ~holds : holds);
  }

  /** The lanes in which a truth value holds, active or not. */
  static int of(long[] truths) {
    int lanes = 0;
    for (int lane = 0; lane < Warp.LANES; lane++) {
      lanes |= (int) (truths[lane] & 1) << lane;
    }
    return lanes;
  }
}
