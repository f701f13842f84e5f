// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.ir.diag.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The 16 barriers of a block. Warps come to them as a whole. */
final class Barriers {
  private static final int COUNT = 16;

  private final int threads;
  private final @Nullable Barrier[] barriers = new Barrier[COUNT];
  private final List<Warp> released = new ArrayList<>();

  /** What has come to a barrier since it last opened. */
  private static final class Barrier {
    private final List<Warp> waiting = new ArrayList<>();
    private int arrived;
    private int expected;
    private Clock clock;

    /** Who came to it before it last opened, and when, and who has come since. */
    private List<Visit> before = List.of();

    private final List<Visit> come = new ArrayList<>();

    Barrier(int warps) {
      clock = new Clock(warps);
    }
  }

  /** That a warp came, and when by its own count. */
  private record Visit(Warp warp, int time) {}

  Barriers(int threads) {
    this.threads = threads;
  }

  /** A warp comes, and waits or not; false where it has to wait. */
  boolean arrive(Warp warp, int number, int expected, boolean waits, Location place) {
    int all = Math.ceilDiv(threads, Warp.LANES) * Warp.LANES;
    int wanted = expected == 0 ? all : expected;
    if (number < 0 || number >= COUNT || wanted % Warp.LANES != 0 || wanted < 0 || wanted > all) {
      throw warp.failure(
          place,
          Integer.numberOfTrailingZeros(warp.active()),
          "comes to barrier %d for %d threads; barriers are 0 to 15, and threads a multiple of 32"
              + " up to %d",
          number,
          wanted,
          all);
    }
    Barrier barrier = barriers[number];
    if (barrier == null) {
      barrier = new Barrier(warp.block().cluster().warpCount());
      barriers[number] = barrier;
    }
    if (barrier.arrived == 0) {
      barrier.expected = wanted;
      barrier.clock = new Clock(warp.block().cluster().warpCount());
    } else if (barrier.expected != wanted) {
      throw warp.failure(
          place,
          Integer.numberOfTrailingZeros(warp.active()),
          "comes to barrier %d for %d threads, but others came to it for %d",
          number,
          wanted,
          barrier.expected);
    }
    requireOrder(barrier, warp, number, place);
    barrier.come.add(new Visit(warp, warp.clock().seen(warp.agent())));
    barrier.clock.join(warp.clock());
    warp.clock().tick(warp.agent());
    barrier.arrived += Warp.LANES;
    if (waits) {
      barrier.waiting.add(warp);
    }
    if (barrier.arrived < barrier.expected) {
      return !waits;
    }
    open(barrier, warp);
    return true;
  }

  /**
   * Refuses that warps which nothing orders use the barrier one after the other: they could meet
   * there as well.
   */
  private static void requireOrder(Barrier barrier, Warp warp, int number, Location place) {
    @Nullable Warp other = null;
    for (Visit visit : barrier.before) {
      if (visit.warp() == warp) {
        return;
      }
      if (visit.time() > warp.clock().seen(visit.warp().agent())) {
        other = visit.warp();
      }
    }
    if (other != null) {
      throw warp.failure(
          place,
          Integer.numberOfTrailingZeros(warp.active()),
          "comes to barrier %d, which warp %d used before with others, and nothing orders the two",
          number,
          other.number());
    }
  }

  private void open(Barrier barrier, Warp last) {
    // A warp that comes alone can't meet others.
    barrier.before = barrier.come.size() == 1 ? List.of() : List.copyOf(barrier.come);
    barrier.come.clear();
    for (Warp warp : barrier.waiting) {
      warp.clock().join(barrier.clock);
      if (warp != last) {
        warp.release();
        released.add(warp);
      }
    }
    barrier.waiting.clear();
    barrier.arrived = 0;
  }

  /** The warps that may go on since this was last asked. */
  List<Warp> takeReleased() {
    if (released.isEmpty()) {
      return List.of();
    }
    List<Warp> all = List.copyOf(released);
    released.clear();
    return all;
  }

  /** What a warp waits for, for a message. */
  String waiting(Warp warp) {
    for (int i = 0; i < COUNT; i++) {
      Barrier barrier = barriers[i];
      if (barrier != null && barrier.waiting.contains(warp)) {
        return String.format(
            Locale.ROOT,
            "at barrier %d, to which %d of %d threads have come",
            i,
            barrier.arrived,
            barrier.expected);
      }
    }
    return "nowhere";
  }
}
