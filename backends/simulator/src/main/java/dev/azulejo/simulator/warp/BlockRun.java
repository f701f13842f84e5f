// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import java.util.ArrayList;
import java.util.List;

/** A block of a cluster that runs: its warps and its memory. */
final class BlockRun {
  private final ClusterRun cluster;
  private final int rank;
  private final List<Warp> warps;
  private final List<Warpgroup> groups;
  private SharedMemory shared;
  private Barriers barriers;
  private RegisterPool registers;
  private Farewell farewell;
  private long number;
  private int running;

  /** The block of a rank in its cluster. */
  BlockRun(ClusterRun cluster, int rank) {
    this.cluster = cluster;
    this.rank = rank;
    this.shared = new SharedMemory(kernel().shared());
    this.barriers = new Barriers(grid().threads());
    this.registers = new RegisterPool(this);
    this.farewell = new Farewell(this);
    List<Warp> all = new ArrayList<>();
    for (int i = 0; i < warpCount(); i++) {
      int lanes = Math.min(Warp.LANES, grid().threads() - i * Warp.LANES);
      Warp warp = new Warp(this, i, lanes);
      for (KernelCode.Constant constant : kernel().constants()) {
        warp.fill(constant.slot(), constant.bits());
      }
      all.add(warp);
    }
    this.warps = List.copyOf(all);
    List<Warpgroup> whole = new ArrayList<>();
    for (int i = 0; i + Warpgroup.WARPS <= warps.size(); i += Warpgroup.WARPS) {
      whole.add(new Warpgroup(warps.subList(i, i + Warpgroup.WARPS)));
    }
    this.groups = List.copyOf(whole);
  }

  KernelCode kernel() {
    return cluster.kernel();
  }

  /** The cluster that it belongs to. */
  ClusterRun cluster() {
    return cluster;
  }

  /** Which block of its cluster it is. */
  int rank() {
    return rank;
  }

  /** Its warps. */
  List<Warp> warps() {
    return warps;
  }

  /** The four warps that a warp belongs to; there are so many. */
  Warpgroup group(Warp warp) {
    return groups.get(warp.number() / Warpgroup.WARPS);
  }

  /** Does a warp belong to four? */
  boolean hasGroup(Warp warp) {
    return warp.number() / Warpgroup.WARPS < groups.size();
  }

  /** Global memory. */
  GlobalMemory global() {
    return cluster.global();
  }

  /** Its shared memory. */
  SharedMemory shared() {
    return shared;
  }

  /** Its barriers. */
  Barriers barriers() {
    return barriers;
  }

  /** The registers that its threads share out. */
  RegisterPool registers() {
    return registers;
  }

  /** What must be over before it ends. */
  Farewell farewell() {
    return farewell;
  }

  /** The grid that it belongs to. */
  Grid grid() {
    return cluster.grid();
  }

  /** Which block of the grid it is. */
  long number() {
    return number;
  }

  /** Where it stands in its grid, in a dimension. */
  long place(int dimension) {
    return grid().place(number, dimension);
  }

  int warpCount() {
    return grid().warps();
  }

  /** A number from 0 on below a bound, as the seed chooses. */
  int choose(int bound) {
    return cluster.choose(bound);
  }

  /** Gives a value the same bits in all threads. */
  void fill(int slot, long bits) {
    for (Warp warp : warps) {
      warp.fill(slot, bits);
    }
  }

  /** Becomes a block of the grid, at its beginning. */
  void begin(long block) {
    number = block;
    if (!kernel().shared().isEmpty()) {
      shared = new SharedMemory(kernel().shared());
    }
    barriers = new Barriers(grid().threads());
    registers = new RegisterPool(this);
    farewell = new Farewell(this);
    running = warps.size();
    for (Warp warp : warps) {
      warp.restart();
    }
    for (Warpgroup group : groups) {
      group.restart();
    }
  }

  /** A warp has ended. */
  void ended(Warp warp) {
    running--;
    warp.bulkStores().requireRead(warp);
    if (hasGroup(warp)) {
      group(warp).ended(warp);
    }
    cluster.barrier().left(warp);
    farewell.leave(warp);
    if (running == 0) {
      farewell.finish();
    }
  }

  /** Have all warps ended? */
  boolean hasEnded() {
    return running == 0;
  }

  /** Ends, when all of its warps have. */
  void finish() {
    for (Warp warp : warps) {
      warp.copies().finish(warp);
      warp.bulkStores().finish(warp);
    }
    registers.finish();
  }
}
