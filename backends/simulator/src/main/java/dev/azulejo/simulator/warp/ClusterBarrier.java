// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.run.SimulationFailure;
import java.util.Locale;

/** The barrier of all threads of a cluster. Warps come to it and wait for it as a whole. */
final class ClusterBarrier {
  private final ClusterRun cluster;
  private final boolean[] come;
  private final int[] generation;
  private final Clock clock;
  private int left;
  private int arrived;
  private int opened;

  ClusterBarrier(ClusterRun cluster) {
    this.cluster = cluster;
    int warps = cluster.warpCount();
    this.come = new boolean[warps];
    this.generation = new int[warps];
    this.clock = new Clock(warps);
  }

  /** A warp comes; with {@code releases}, those who wait see what it has done. */
  void arrive(Warp warp, boolean releases, Location place) {
    requireAll(warp, place);
    int agent = warp.agent();
    if (come[agent]) {
      throw failure(warp, "comes to the cluster's barrier again, without waiting for it", place);
    }
    come[agent] = true;
    generation[agent] = opened;
    if (releases) {
      clock.join(warp.clock());
    } else {
      clock.joinAnnouncements(warp.clock());
    }
    warp.clock().tick(agent);
    arrived++;
    open();
  }

  /** A warp waits until all have come. */
  void await(Warp warp, Location place) {
    requireAll(warp, place);
    int agent = warp.agent();
    if (!come[agent]) {
      throw failure(warp, "waits for the cluster's barrier, to which it has not come", place);
    }
    if (generation[agent] == opened) {
      warp.retry(() ->
          String.format(
              Locale.ROOT,
              "at the cluster's barrier, to which %d of %d warps have come",
              arrived,
              come.length - left));
      return;
    }
    come[agent] = false;
    warp.clock().join(clock);
  }

  /** A warp has ended, and is not waited for. */
  void left(Warp warp) {
    left++;
    if (come[warp.agent()] && generation[warp.agent()] == opened) {
      arrived--;
    }
    open();
  }

  private void open() {
    if (arrived > 0 && arrived == come.length - left) {
      arrived = 0;
      opened++;
      cluster.happened();
    }
  }

  private static void requireAll(Warp warp, Location place) {
    if (warp.live() != warp.active()) {
      throw failure(
          warp, "comes to the cluster's barrier, but lanes of its warp went another way", place);
    }
  }

  private static SimulationFailure failure(Warp warp, String what, Location place) {
    return warp.failure(place, Integer.numberOfTrailingZeros(warp.active()), "%s", what);
  }
}
