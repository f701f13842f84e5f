// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.run.SimulationFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The registers that a block was launched with, which its warpgroups share out anew. A block gets
 * as many for each thread as are there for so many warps: 512 for each lane of a quarter of a
 * multiprocessor, in steps of 8.
 */
final class RegisterPool {
  private static final int QUARTERS = 4;
  private static final int PER_LANE = 512;
  private static final int STEP = 8;
  private static final int MOST = 256;

  private final BlockRun block;
  private final int launched;
  private final int[] held;
  private final List<List<Location>> changes = new ArrayList<>();
  private int free;

  RegisterPool(BlockRun block) {
    this.block = block;
    int warps = block.warpCount();
    int most =
        PER_LANE / Math.ceilDiv(warps * block.kernel().blocksTogether(), QUARTERS) / STEP * STEP;
    this.launched = Math.min(MOST, block.kernel().registersOr(most));
    this.held = new int[warps];
    for (int i = 0; i < warps; i++) {
      held[i] = launched;
      changes.add(new ArrayList<>());
    }
  }

  /** A warp changes how many registers its threads have. */
  void change(Warp warp, boolean more, int count, Location place) {
    if (warp.active() != -1 || !block.hasGroup(warp)) {
      throw failure(warp, place, "changes its registers, which whole warpgroups do together");
    }
    int now = held[warp.number()];
    if (more ? count < now : count > now) {
      throw failure(
          warp,
          place,
          String.format(
              Locale.ROOT,
              more
                  ? "asks for %d registers, but has %d already"
                  : "gives back all registers but %d, but has %d",
              count,
              now));
    }
    int needed = count - now;
    if (needed > free) {
      warp.retry(() ->
          String.format(
              Locale.ROOT,
              "for %d registers a thread, of which it has %d; the block was launched with %d"
                  + " for each of %d threads, and others have given back %d for each thread of"
                  + " a warp",
              count,
              now,
              launched,
              block.grid().threads(),
              free));
      return;
    }
    free -= needed;
    held[warp.number()] = count;
    changes.get(warp.number()).add(place);
    block.cluster().happened();
    compare(warp, place);
  }

  /** All warps of a warpgroup make the same changes. */
  private void compare(Warp warp, Location place) {
    List<Location> own = changes.get(warp.number());
    int first = warp.number() / Warpgroup.WARPS * Warpgroup.WARPS;
    for (int i = first; i < first + Warpgroup.WARPS; i++) {
      List<Location> other = changes.get(i);
      if (other.size() >= own.size() && other.get(own.size() - 1) != place) {
        throw new SimulationFailure(
            warp.error(
                    place,
                    0,
                    "changes its registers, but warp %d of its warpgroup does so elsewhere",
                    i)
                .note(other.get(own.size() - 1), "the other change is here"));
      }
    }
  }

  /** At the end, all warps of a warpgroup have made the same changes. */
  void finish() {
    for (int i = 0; i < changes.size(); i++) {
      int first = i / Warpgroup.WARPS * Warpgroup.WARPS;
      List<Location> longer = changes.get(i);
      int other = changes.get(first).size();
      if (longer.size() != other) {
        int more = longer.size() > other ? i : first;
        Location place = changes.get(more).getLast();
        throw new SimulationFailure(
            Diagnostic.error(
                place,
                "warp %d changes its registers here, but warp %d of its warpgroup never does",
                more,
                more == i ? first : i));
      }
    }
  }

  private static SimulationFailure failure(Warp warp, Location place, String what) {
    return warp.failure(place, Integer.numberOfTrailingZeros(warp.active()), "%s", what);
  }
}
