// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.simulator.run.SimulationFailure;
import dev.azulejo.simulator.run.Steps;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** The blocks of a grid, one after the other: its warps go on in an order that a seed chooses. */
final class BlockRun {
  private final KernelCode kernel;
  private final GlobalMemory global;
  private final Grid grid;
  private final Steps steps;
  private final SplittableRandom random;
  private final Warp[] warps;
  private SharedMemory shared;
  private Barriers barriers;
  private long number;

  BlockRun(
      KernelCode kernel, GlobalMemory global, Grid grid, Steps steps, SplittableRandom random) {
    this.kernel = kernel;
    this.global = global;
    this.grid = grid;
    this.steps = steps;
    this.random = random;
    this.shared = new SharedMemory(kernel.shared());
    this.barriers = new Barriers(grid.threads());
    this.warps = new Warp[warpCount()];
    for (int i = 0; i < warps.length; i++) {
      int lanes = Math.min(Warp.LANES, grid.threads() - i * Warp.LANES);
      warps[i] = new Warp(this, i, lanes);
      for (KernelCode.Constant constant : kernel.constants()) {
        warps[i].fill(constant.slot(), constant.bits());
      }
    }
  }

  KernelCode kernel() {
    return kernel;
  }

  /** Global memory. */
  GlobalMemory global() {
    return global;
  }

  /** Its shared memory. */
  SharedMemory shared() {
    return shared;
  }

  /** Its barriers. */
  Barriers barriers() {
    return barriers;
  }

  /** The grid that it belongs to. */
  Grid grid() {
    return grid;
  }

  /** Which block of the grid it is. */
  long number() {
    return number;
  }

  /** Where it stands in its grid, in a dimension. */
  long place(int dimension) {
    return grid.place(number, dimension);
  }

  final int warpCount() {
    return Math.ceilDiv(grid.threads(), Warp.LANES);
  }

  /** A number from 0 on below a bound, as the seed chooses. */
  int choose(int bound) {
    return random.nextInt(bound);
  }

  /** Gives a value the same bits in all threads. */
  void fill(int slot, long bits) {
    for (Warp warp : warps) {
      warp.fill(slot, bits);
    }
  }

  /** Runs a block of the grid; where it fails and there are others, it is named. */
  void run(long block) {
    number = block;
    try {
      run();
    } catch (SimulationFailure failure) {
      if (grid.blocks() == 1) {
        throw failure;
      }
      throw new SimulationFailure(
          failure
              .diagnostic()
              .note(
                  kernel.location(),
                  "block %d was running, at %d, %d, %d of the grid",
                  block,
                  place(0),
                  place(1),
                  place(2)));
    }
  }

  private void run() {
    if (!kernel.shared().isEmpty()) {
      shared = new SharedMemory(kernel.shared());
    }
    barriers = new Barriers(grid.threads());
    Warp[] ready = warps.clone();
    for (Warp warp : ready) {
      warp.restart();
    }
    int count = ready.length;
    while (count > 0) {
      int chosen = choose(count);
      Warp warp = ready[chosen];
      steps.add(warp.run(), warp.place());
      if (warp.hasEnded() || warp.isWaiting()) {
        ready[chosen] = ready[--count];
      }
      for (Warp released : barriers.takeReleased()) {
        if (!released.hasEnded()) {
          ready[count++] = released;
        }
      }
    }
    for (Warp warp : warps) {
      if (!warp.hasEnded()) {
        throw deadlock();
      }
      warp.copies().finish(warp);
    }
  }

  private SimulationFailure deadlock() {
    @Nullable Diagnostic error = null;
    for (Warp warp : warps) {
      if (warp.isWaiting()) {
        String who = barriers.waiting(warp);
        error =
            error == null
                ? Diagnostic.error(warp.place(), "deadlock: warp %d waits %s", warp.number(), who)
                : error.note(warp.place(), "warp %d waits %s", warp.number(), who);
      }
    }
    if (error == null) {
      error = Diagnostic.error(kernel.location(), "deadlock");
    }
    for (Warp warp : warps) {
      if (warp.hasEnded()) {
        error = error.note(warp.place(), "warp %d has ended and never comes", warp.number());
      }
    }
    return new SimulationFailure(error);
  }
}
