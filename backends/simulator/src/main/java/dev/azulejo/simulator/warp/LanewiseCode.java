// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.simulator.instruction.Lanewise;

/** An instruction that each lane executes by itself, from values to a value. */
final class LanewiseCode implements WarpCode {
  private final Lanewise function;
  private final int[] operands;
  private final int result;
  private final long[][] inputs;
  private final long[] computed = new long[Warp.LANES];

  LanewiseCode(Lanewise function, int[] operands, int result) {
    this.function = function;
    this.operands = operands;
    this.result = result;
    this.inputs = new long[operands.length][];
  }

  @Override
  public void run(Warp warp) {
    for (int i = 0; i < operands.length; i++) {
      inputs[i] = warp.lanes(operands[i]);
    }
    long[] target = warp.lanes(result);
    int active = warp.active();
    if (active == -1) {
      function.apply(inputs, target);
      return;
    }
    // Lanes that are elsewhere compute too, of whatever they hold, but keep nothing of it.
    function.apply(inputs, computed);
    for (int lane = 0; lane < Warp.LANES; lane++) {
      if ((active >>> lane & 1) != 0) {
        target[lane] = computed[lane];
      }
    }
  }
}
