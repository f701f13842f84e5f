// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.run.SimulationFailure;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * 32 threads of a block that execute instructions together. Lanes that went different ways are
 * groups, and the group that stands earliest in the code goes on, so that lanes meet where their
 * ways do.
 */
final class Warp {
  /** How many lanes a warp has. */
  static final int LANES = 32;

  /** An instruction that no group stands in front of. */
  private static final int NOWHERE = Integer.MAX_VALUE;

  private static final int STOP = -1;

  /** After how many instructions it lets others go on, whatever it does. */
  private static final int FUEL = 1 << 16;

  /** The most accesses to memory after which it lets others go on. */
  private static final int PATIENCE = 16;

  private final BlockRun block;
  private final int number;
  private final KernelCode kernel;
  private final WarpCode[] codes;
  private final long[][] values;
  private final Registers[] registers;
  private final LaneCopies copies;
  private final @Nullable LocalMemory[] locals = new LocalMemory[LANES];
  private final int members;

  private final BulkStores bulkStores;
  private final Clock clock;

  private int active;
  private int pc;

  /** Where {@link #pc} was when lanes ended. */
  private int lastPc;

  /** Where the running lanes meet others: the least of {@link #groupPc}, or {@link #STOP}. */
  private int limit;

  private final int[] groupPc = new int[LANES];
  private final int[] groupLanes = new int[LANES];
  private int groups;
  private int patience;
  private long executions;
  private boolean waiting;
  private @Nullable Stall stall;
  private boolean retrying;
  private int registerFences;

  Warp(BlockRun block, int number, int lanes) {
    this.block = block;
    this.number = number;
    this.kernel = block.kernel();
    this.codes = kernel.codes().toArray(WarpCode[]::new);
    this.values = new long[kernel.slots()][LANES];
    this.registers = kernel.newRegisters();
    this.members = lanes == LANES ? -1 : (1 << lanes) - 1;
    this.clock = new Clock(block.cluster().warpCount());
    this.copies = new LaneCopies();
    this.bulkStores = new BulkStores();
  }

  /** Begins the kernel anew. */
  void restart() {
    for (Registers array : registers) {
      array.restart();
    }
    clock.clear();
    clock.tick(agent());
    copies.restart();
    bulkStores.restart();
    registerFences = 0;
    Arrays.fill(locals, null);
    active = members;
    pc = 0;
    groups = 0;
    limit = NOWHERE;
    waiting = false;
    stall = null;
    patience = block.choose(PATIENCE) + 1;
  }

  /** The lanes that execute the instruction, a bit each. */
  int active() {
    return active;
  }

  /** The lanes that have not ended. */
  int live() {
    int lanes = active;
    for (int i = 0; i < groups; i++) {
      lanes |= groupLanes[i];
    }
    return lanes;
  }

  /** Which warp of the block it is; thread {@code 32 * number + lane} is its lane. */
  int number() {
    return number;
  }

  /** Which warp of the cluster it is. */
  int agent() {
    return block.rank() * block.warpCount() + number;
  }

  /** The block that it belongs to. */
  BlockRun block() {
    return block;
  }

  /** The lanes of a value. Only active ones may be written. */
  long[] lanes(int slot) {
    return values[slot];
  }

  /** Gives a value the same bits in all lanes. */
  void fill(int slot, long bits) {
    Arrays.fill(values[slot], bits);
  }

  /** The lanes in which a truth value holds, active or not. */
  int holds(int slot) {
    long[] value = values[slot];
    int lanes = 0;
    for (int i = 0; i < LANES; i++) {
      lanes |= (int) (value[i] & 1) << i;
    }
    return lanes;
  }

  /** The array of registers that {@link WarpDecoder#slot} gave a number. */
  Registers registers(int array) {
    return registers[array];
  }

  /** The memory of a lane's own. */
  LocalMemory local(int lane) {
    LocalMemory memory = locals[lane];
    if (memory == null) {
      memory = new LocalMemory(kernel.localBytes());
      locals[lane] = memory;
    }
    return memory;
  }

  /** Its asynchronous copies. */
  LaneCopies copies() {
    return copies;
  }

  /** Its bulk copies to global memory. */
  BulkStores bulkStores() {
    return bulkStores;
  }

  /** What it has seen. */
  Clock clock() {
    return clock;
  }

  /** How often it has let accesses to registers come before asynchronous matrix products. */
  int registerFences() {
    return registerFences;
  }

  /** Lets its accesses to registers come before asynchronous matrix products. */
  void fenceRegisters() {
    registerFences++;
  }

  /** Which execution of an instruction with accesses this is. */
  long execution() {
    return executions;
  }

  // --- Where lanes go ---------------------------------------------------------------------------

  /** All active lanes go to an instruction. */
  void jump(int target) {
    pc = target;
  }

  /** Those of some lanes that are active go to an instruction, the others on. */
  void branch(int lanes, int target) {
    int leaving = active & lanes;
    if (leaving == active) {
      pc = target;
    } else if (leaving != 0) {
      active &= ~leaving;
      park(leaving, target);
    }
  }

  /** Those of some lanes that are active end. */
  void end(int lanes) {
    active &= ~lanes;
    if (active == 0) {
      lastPc = pc;
      pc = NOWHERE;
    }
  }

  private void park(int lanes, int target) {
    for (int i = 0; i < groups; i++) {
      if (groupPc[i] == target) {
        groupLanes[i] |= lanes;
        return;
      }
    }
    groupPc[groups] = target;
    groupLanes[groups++] = lanes;
    limit = Math.min(limit, target);
  }

  /** Goes on until it has to wait, has ended, or lets others go on; gives how far it came. */
  int run() {
    int fuel = FUEL;
    stall = null;
    limit = nextGroup();
    while (true) {
      while (pc < limit && fuel > 0) {
        fuel--;
        codes[pc++].run(this);
      }
      boolean stopped = limit == STOP || fuel == 0;
      regroup();
      if (stopped || active == 0) {
        return FUEL - fuel;
      }
    }
  }

  private int nextGroup() {
    int next = NOWHERE;
    for (int i = 0; i < groups; i++) {
      next = Math.min(next, groupPc[i]);
    }
    return next;
  }

  /** Lets the earliest lanes go on. */
  private void regroup() {
    if (groups > 0) {
      if (active != 0) {
        park(active, pc);
      }
      int first = 0;
      for (int i = 1; i < groups; i++) {
        first = groupPc[i] < groupPc[first] ? i : first;
      }
      pc = groupPc[first];
      active = groupLanes[first];
      groups--;
      groupPc[first] = groupPc[groups];
      groupLanes[first] = groupLanes[groups];
    }
    limit = nextGroup();
  }

  /** Have all lanes ended? */
  boolean hasEnded() {
    return active == 0 && groups == 0;
  }

  /** Does it wait for other warps? */
  boolean isWaiting() {
    return waiting;
  }

  /** What kept it from going on when it last ran, or null. */
  @Nullable Stall stall() {
    return stall;
  }

  /** Finds that something has not happened yet, goes behind the instruction and no further. */
  void pause(Stall why) {
    stall = why;
    retrying = false;
    limit = STOP;
  }

  /** Finds that something has not happened yet, and executes the instruction again later. */
  void retry(Stall why) {
    pc--;
    pause(why);
    retrying = true;
  }

  /** Where lanes stand that are not active. */
  Location elsewhere() {
    return kernel.place(groups == 0 ? 0 : groupPc[0]);
  }

  /** Where its active lanes stand: the instruction that they execute or have executed last. */
  Location place() {
    if (stall != null && retrying) {
      return kernel.place(pc);
    }
    int last = pc == NOWHERE ? lastPc : pc;
    return kernel.place(Math.max(last - 1, 0));
  }

  // --- What it does together with others --------------------------------------------------------

  /** Begins accesses to memory that others see; behind the instruction others may go on. */
  void beginAccess() {
    executions++;
    copies.progress(this);
    if (--patience <= 0) {
      patience = block.choose(PATIENCE) + 1;
      limit = STOP;
    }
  }

  /**
   * Comes to a barrier of the block and goes no further than the instruction until {@code threads}
   * have come; with 0, all of the block. All lanes that have not ended must be active.
   */
  void synchronize(int barrier, int threads, Location place) {
    requireAll(barrier, place);
    if (!block.barriers().arrive(this, barrier, threads, true, place)) {
      waiting = true;
      limit = STOP;
    }
  }

  /** Comes to a barrier of the block and goes on. */
  void arrive(int barrier, int threads, Location place) {
    requireAll(barrier, place);
    block.barriers().arrive(this, barrier, threads, false, place);
  }

  /** Goes on behind a barrier. */
  void release() {
    waiting = false;
  }

  private void requireAll(int barrier, Location place) {
    if (groups == 0) {
      return;
    }
    int lane = Integer.numberOfTrailingZeros(groupLanes[0]);
    Location other = kernel.place(groupPc[0]);
    throw new SimulationFailure(
        Diagnostic.error(
                place,
                "barrier %d is executed by %s of warp %d, but %s went another way",
                barrier,
                describe(active),
                number,
                describe(live() & ~active))
            .note(other, "thread %d stands here", thread(lane)));
  }

  /** Some lanes, for a message. */
  static String describe(int lanes) {
    int first = Integer.numberOfTrailingZeros(lanes);
    int last = LANES - 1 - Integer.numberOfLeadingZeros(lanes);
    if (first == last) {
      return "lane " + first;
    }
    boolean all = Integer.bitCount(lanes) == last - first + 1;
    return all
        ? String.format(Locale.ROOT, "lanes %d to %d", first, last)
        : String.format(Locale.ROOT, "lanes 0x%08x", lanes);
  }

  /**
   * Refuses a collective instruction whose mask names lanes that are not here, or in which a lane
   * is here that its own mask does not name.
   */
  void requireLanes(int mask, Location place) {
    int missing = mask & ~active;
    if (missing != 0) {
      throw failure(
          place,
          Integer.numberOfTrailingZeros(missing),
          "is named by the mask 0x%08x of an instruction that it does not execute with the others",
          mask);
    }
    int extra = active & ~mask;
    if (extra != 0) {
      throw failure(
          place,
          Integer.numberOfTrailingZeros(extra),
          "executes an instruction whose mask 0x%08x leaves it out",
          mask);
    }
  }

  private int thread(int lane) {
    return number * LANES + lane;
  }

  /** The failure of a lane; the message goes on behind "thread N (warp W, lane L) ". */
  SimulationFailure failure(Location place, int lane, String format, Object... arguments) {
    return new SimulationFailure(error(place, lane, format, arguments));
  }

  /** The diagnostic of a lane's failure, to which notes may be added. */
  Diagnostic error(Location place, int lane, String format, Object... arguments) {
    return Diagnostic.error(
        place,
        "thread %d (warp %d, lane %d) %s",
        thread(lane),
        number,
        lane,
        String.format(Locale.ROOT, format, arguments));
  }
}
