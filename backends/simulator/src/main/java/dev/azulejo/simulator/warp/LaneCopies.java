// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.memory.Buffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The asynchronous copies ({@code cp.async}) of a warp's lanes, in groups that each lane commits
 * and waits for by itself. Data arrive at a moment that the seed chooses, between the beginning of
 * a copy and the wait that covers it; until then nobody may touch where they go.
 */
final class LaneCopies {
  /** The odds against a copy's data arriving at a given access to memory. */
  private static final int DELAY = 8;

  private static final int LARGEST = 16;

  /** What no wait has covered, in the order of the beginnings. */
  private final List<Copy> pending = new ArrayList<>();

  /** How many groups each lane has closed. */
  private final int[] committed = new int[Warp.LANES];

  /** A copy of one lane. */
  static final class Copy extends Transfer {
    private final int lane;
    private final int group;
    private final int size;
    private Buffer from;
    private int fromOffset;
    private Buffer to;
    private int toOffset;
    private int bytes;
    private boolean moved;

    private Copy(int lane, int group, int size, Buffer nothing) {
      this.lane = lane;
      this.group = group;
      this.size = size;
      this.from = nothing;
      this.to = nothing;
    }

    @Override
    String what() {
      return "an asynchronous copy";
    }

    @Override
    String word() {
      return "copy";
    }

    @Override
    boolean isAsynchronous() {
      return false;
    }

    private void move() {
      if (!moved) {
        moved = true;
        for (int i = 0; i < bytes; i++) {
          to.setBytesAt(toOffset + i, 1, i < size ? from.bytesAt(fromOffset + i, 1) : 0);
        }
      }
    }
  }

  /** Forgets everything. */
  void restart() {
    pending.clear();
    Arrays.fill(committed, 0);
  }

  /**
   * A lane begins to copy from global to shared memory.
   *
   * @param lane the lane
   * @param target the address in shared memory
   * @param source the address in global memory
   * @param bytes how many bytes are written, 4, 8 or 16; both addresses are multiples of it
   * @param size how many of them are read; the others become zero
   */
  void begin(Warp warp, int lane, long target, long source, int bytes, int size, Location place) {
    if (size < 0 || size > bytes) {
      throw warp.failure(place, lane, "copies %d of %d bytes", size, bytes);
    }
    LaneAccess to = new LaneAccess(Space.SHARED, bytes, place);
    var copy = new Copy(lane, committed[lane], size, to.memory());
    copy.bytes = bytes;
    copy.toOffset = to.target(warp, lane, target, copy);
    copy.to = to.memory();
    if (size > 0) {
      LaneAccess from = new LaneAccess(Space.GLOBAL, bytes, place);
      copy.fromOffset = from.source(warp, lane, source, size, copy);
      copy.from = from.memory();
    }
    pending.add(copy);
  }

  /**
   * A lane arrives at a barrier when what it has begun to copy is there.
   *
   * @param counted whether the barrier was made for this arrival; otherwise its phase waits for one
   *     more
   */
  void arrive(Warp warp, int lane, Mbarrier barrier, boolean counted, Location place) {
    barrier.use(warp);
    MbarrierAccess.requirePhase(warp, lane, barrier, place);
    if (!counted) {
      barrier.await();
    } else if (barrier.pending() == 0) {
      throw warp.failure(
          place,
          lane,
          "arrives at the barrier at the shared address 0x%x, but all arrivals of its phase have"
              + " come",
          barrier.address());
    }
    List<Copy> own = new ArrayList<>();
    for (Copy copy : pending) {
      if (copy.lane == lane) {
        own.add(copy);
      }
    }
    Clock arranged = new Clock(warp.block().cluster().warpCount());
    arranged.joinPhases(warp.clock());
    warp.block()
        .cluster()
        .engine()
        .add(cluster -> {
          for (Copy copy : own) {
            copy.move();
            copy.cover(barrier.number(), barrier.phase() + 1);
          }
          pending.removeAll(own);
          barrier.arriveSilently(arranged);
          MbarrierAccess.settle(cluster, barrier);
          return true;
        });
  }

  /** The active lanes close their open groups. */
  void commit(Warp warp) {
    for (int lane = 0; lane < Warp.LANES; lane++) {
      committed[lane] += warp.active() >>> lane & 1;
    }
  }

  /** The active lanes wait until at most so many of their latest groups are under way. */
  void waitFor(Warp warp, long groups) {
    List<Copy> covered = new ArrayList<>();
    for (Copy copy : pending) {
      boolean waits = (warp.active() >>> copy.lane & 1) != 0;
      if (waits && copy.group < committed[copy.lane] - groups) {
        covered.add(copy);
      }
    }
    cover(warp, covered);
  }

  /** Covers all copies, because the block is at its end. */
  void finish(Warp warp) {
    cover(warp, List.copyOf(pending));
  }

  private void cover(Warp warp, List<Copy> copies) {
    for (Copy copy : copies) {
      copy.move();
      copy.cover(warp);
    }
    pending.removeIf(copy -> !copy.isUnderWay());
  }

  /** Lets time pass: some copies, or none, move their data. */
  void progress(Warp warp) {
    if (pending.isEmpty()) {
      return;
    }
    int first = warp.block().choose(DELAY * LARGEST);
    for (int i = first; i < pending.size(); i += DELAY * LARGEST / 2) {
      pending.get(i).move();
    }
  }
}
