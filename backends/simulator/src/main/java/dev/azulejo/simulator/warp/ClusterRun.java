// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.run.SimulationFailure;
import dev.azulejo.simulator.run.Steps;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The clusters of a grid, one after the other: the blocks of one run together, most often a single
 * one. Its warps, and what they have begun and goes on beside them, go on in an order that a seed
 * chooses.
 */
final class ClusterRun {
  /** How often all warps may find that they can't go on, for some try only so often. */
  private static final int PATIENCE = 64;

  /** The choices of how rarely what goes on beside the warps gets a turn. */
  private static final int[] DELAYS = {1, 4, 32, Integer.MAX_VALUE};

  private final KernelCode kernel;
  private final GlobalMemory global;
  private final Grid grid;
  private final Steps steps;
  private final SplittableRandom random;
  private final List<BlockRun> blocks;
  private final Engine engine = new Engine();
  private final List<Warp> ready = new ArrayList<>();
  private final List<Warp> stalled = new ArrayList<>();
  private ClusterBarrier barrier;
  private long number;
  private int barriers;
  private int events;

  ClusterRun(
      KernelCode kernel, GlobalMemory global, Grid grid, Steps steps, SplittableRandom random) {
    this.kernel = kernel;
    this.global = global;
    this.grid = grid;
    this.steps = steps;
    this.random = random;
    this.barrier = new ClusterBarrier(this);
    List<BlockRun> all = new ArrayList<>();
    for (int rank = 0; rank < grid.blocksPerCluster(); rank++) {
      all.add(new BlockRun(this, rank));
    }
    this.blocks = List.copyOf(all);
  }

  KernelCode kernel() {
    return kernel;
  }

  /** Where the kernel stands. */
  Location location() {
    return kernel.location();
  }

  /** Global memory. */
  GlobalMemory global() {
    return global;
  }

  /** The grid that it belongs to. */
  Grid grid() {
    return grid;
  }

  /** Its blocks, by rank. */
  List<BlockRun> blocks() {
    return blocks;
  }

  /** How many warps its blocks have together. */
  int warpCount() {
    return grid.blocksPerCluster() * grid.warps();
  }

  /** Which cluster of the grid it is. */
  long number() {
    return number;
  }

  /** What goes on beside its warps. */
  Engine engine() {
    return engine;
  }

  /** The barrier of all of its threads. */
  ClusterBarrier barrier() {
    return barrier;
  }

  /** A number that no other barrier in shared memory has. */
  int newBarrier() {
    return barriers++;
  }

  /** A number from 0 on below a bound, as the seed chooses. */
  int choose(int bound) {
    return random.nextInt(bound);
  }

  /** Something has happened for which a warp may have waited. */
  void happened() {
    events++;
  }

  /** Runs a cluster of the grid; where it fails and there are other blocks, it is named. */
  void run(long cluster) {
    number = cluster;
    for (BlockRun block : blocks) {
      block.begin(grid.block(cluster, block.rank()));
    }
    try {
      run();
      for (BlockRun block : blocks) {
        block.finish();
      }
    } catch (SimulationFailure failure) {
      if (grid.blocks() == 1) {
        throw failure;
      }
      BlockRun first = blocks.getFirst();
      throw new SimulationFailure(
          failure
              .diagnostic()
              .note(
                  kernel.location(),
                  blocks.size() == 1
                      ? "block %d was running, at %d, %d, %d of the grid"
                      : "the cluster of block %d was running, at %d, %d, %d of the grid",
                  first.number(),
                  first.place(0),
                  first.place(1),
                  first.place(2)));
    }
  }

  private void run() {
    engine.clear();
    barrier = new ClusterBarrier(this);
    barriers = 0;
    ready.clear();
    stalled.clear();
    for (BlockRun block : blocks) {
      ready.addAll(block.warps());
    }
    int delay = DELAYS[choose(DELAYS.length)];
    int before = events;
    int fruitless = 0;
    while (true) {
      if (before != events) {
        before = events;
        fruitless = 0;
        ready.addAll(stalled);
        stalled.clear();
      }
      if (!engine.isIdle() && (ready.isEmpty() || choose(delay) == 0)) {
        engine.step(this);
      } else if (!ready.isEmpty()) {
        runOne();
      } else if (!stalled.isEmpty() && fruitless++ < PATIENCE) {
        ready.addAll(stalled);
        stalled.clear();
      } else {
        break;
      }
    }
    for (BlockRun block : blocks) {
      for (Warp warp : block.warps()) {
        if (!warp.hasEnded()) {
          throw new SimulationFailure(Deadlock.of(this));
        }
      }
    }
  }

  private void runOne() {
    int chosen = choose(ready.size());
    Warp warp = ready.get(chosen);
    steps.add(warp.run(), warp.place());
    if (warp.hasEnded() || warp.isWaiting() || warp.stall() != null) {
      Warp last = ready.removeLast();
      if (last != warp) {
        ready.set(chosen, last);
      }
      if (warp.hasEnded()) {
        warp.block().ended(warp);
      } else if (!warp.isWaiting()) {
        stalled.add(warp);
      }
    }
    for (Warp released : warp.block().barriers().takeReleased()) {
      if (!released.hasEnded()) {
        ready.add(released);
      }
    }
  }
}
