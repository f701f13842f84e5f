// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.run.SimulationFailure;

/**
 * A copy of a box of a tensor to the shared memory of a block. Its rows arrive late and in pieces,
 * and each piece is counted on a barrier of that block.
 */
final class BulkLoad extends Transfer implements Engine.Task {
  private final Warp warp;
  private final int lane;
  private final BlockRun target;
  private final TensorBox box;
  private final Mbarrier barrier;
  private final Location place;
  private final Clock begun;
  private int done;

  private BulkLoad(
      Warp warp, int lane, BlockRun target, TensorBox box, Mbarrier barrier, Location place) {
    this.warp = warp;
    this.lane = lane;
    this.target = target;
    this.box = box;
    this.barrier = barrier;
    this.place = place;
    this.begun = new Clock(warp.block().cluster().warpCount());
    begun.joinPhases(warp.clock());
  }

  /**
   * A lane begins to copy.
   *
   * @param target the block that gets the box
   * @param map the tensor
   * @param coordinates where the box begins in it
   * @param address where it goes
   * @param counter the address of the barrier
   */
  static void begin(
      Warp warp,
      int lane,
      BlockRun target,
      TensorMap map,
      int[] coordinates,
      int address,
      int counter,
      Location place) {
    if (target.hasEnded()) {
      throw warp.failure(
          place, lane, "copies to block %d of its cluster, which has ended", target.number());
    }
    var box = new TensorBox(map, coordinates, target.shared(), address);
    box.requireShared(warp, lane, place);
    Mbarrier barrier = MbarrierAccess.find(warp, lane, target, counter, place);
    if (!barrier.isAnnounced(warp)) {
      throw new SimulationFailure(
          warp.error(
                  place,
                  lane,
                  "counts a copy on the barrier at the shared address 0x%x, which may not be visible"
                      + " to copies yet",
                  barrier.address())
              .note(
                  barrier.place(),
                  "it was made here; a fence.mbarrier_init or fence.proxy.async belongs behind, in"
                      + " front of a barrier"));
    }
    barrier.use(warp);
    var load = new BulkLoad(warp, lane, target, box, barrier, place);
    box.touchGlobal(warp, lane, Shadow.Kind.READ, load, place);
    box.touchShared(warp, lane, Shadow.Kind.WRITE, load, place);
    warp.block().cluster().engine().add(load);
  }

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

  @Override
  public boolean step(ClusterRun cluster) {
    TensorMap map = box.map();
    if (target.hasEnded()) {
      throw new SimulationFailure(
          warp.error(place, lane, "copies to block %d, which ends before", target.number()));
    }
    int rest = map.rows() - done;
    int now = 1 + cluster.choose(rest);
    box.load(done, done + now);
    done += now;
    barrier.expect(-(long) now * map.innerBytes());
    barrier.follow(begun);
    boolean over = done == map.rows();
    if (over) {
      cover(barrier.number(), barrier.phase() + 1);
      target.farewell().copy(barrier.number(), barrier.phase() + 1, place);
    }
    MbarrierAccess.settle(cluster, barrier);
    return over;
  }
}
