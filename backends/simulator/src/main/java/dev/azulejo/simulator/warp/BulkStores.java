// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.run.SimulationFailure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The copies of boxes from shared memory to tensors that a warp's lanes have begun, in groups that
 * each lane commits and waits for by itself. A copy reads what it copies at a moment that the seed
 * chooses, up to the wait that covers it.
 */
final class BulkStores {
  /** What no wait has covered as a whole, in the order of the beginnings. */
  private final List<BulkStore> pending = new ArrayList<>();

  /** How many groups each lane has closed. */
  private final int[] committed = new int[Warp.LANES];

  /** One side of a copy. */
  private static final class Side extends Transfer {
    @Override
    String what() {
      return "a bulk copy";
    }

    @Override
    String word() {
      return "copy";
    }

    @Override
    boolean isAsynchronous() {
      return true;
    }
  }

  /** A copy of one lane. */
  private static final class BulkStore implements Engine.Task {
    private final int lane;
    private final int group;
    private final TensorBox box;
    private final Location place;
    private final Transfer source = new Side();
    private final Transfer target = new Side();
    private boolean moved;

    BulkStore(int lane, int group, TensorBox box, Location place) {
      this.lane = lane;
      this.group = group;
      this.box = box;
      this.place = place;
    }

    void move() {
      if (!moved) {
        moved = true;
        box.store();
      }
    }

    @Override
    public boolean step(ClusterRun cluster) {
      move();
      return true;
    }
  }

  /** Forgets everything. */
  void restart() {
    pending.clear();
    Arrays.fill(committed, 0);
  }

  /** A lane begins to copy a box. */
  void begin(Warp warp, int lane, TensorMap map, int[] coordinates, int address, Location place) {
    var box = new TensorBox(map, coordinates, warp.block().shared(), address);
    box.requireShared(warp, lane, place);
    var store = new BulkStore(lane, committed[lane], box, place);
    box.touchShared(warp, lane, Shadow.Kind.READ, store.source, place);
    box.touchGlobal(warp, lane, Shadow.Kind.WRITE, store.target, place);
    pending.add(store);
    if (warp.block().choose(2) == 0) {
      warp.block().cluster().engine().add(store);
    }
  }

  /** The active lanes close their open groups. */
  void commit(Warp warp) {
    for (int rest = warp.active(); rest != 0; rest &= rest - 1) {
      committed[Integer.numberOfTrailingZeros(rest)]++;
    }
  }

  /**
   * The active lanes wait until at most so many of their latest groups are under way.
   *
   * @param read whether it is enough that what is copied has been read
   */
  void waitFor(Warp warp, long groups, boolean read) {
    for (BulkStore store : pending) {
      boolean waits = (warp.active() >>> store.lane & 1) != 0;
      if (waits && store.group < committed[store.lane] - groups) {
        store.move();
        store.source.cover(warp);
        if (!read) {
          store.target.cover(warp);
        }
      }
    }
    pending.removeIf(store -> !store.target.isUnderWay());
  }

  /** Refuses that the warp has ended before copies have read what they copy. */
  void requireRead(Warp warp) {
    for (BulkStore store : pending) {
      if (store.source.isUnderWay()) {
        throw new SimulationFailure(
            warp.error(
                store.place,
                store.lane,
                "ends, but has not waited until this copy has read shared memory"));
      }
    }
  }

  /** Covers all copies, because the block is at its end. */
  void finish(Warp warp) {
    for (BulkStore store : pending) {
      store.move();
      store.target.cover(warp);
    }
    pending.clear();
  }
}
