// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize;

import dev.azulejo.dialect.barrier.Arrivers;
import dev.azulejo.dialect.pipeline.RolesOp;
import dev.azulejo.dialect.tile.AllocOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.ValueMapping;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.diag.CompilerBug;
import dev.azulejo.ir.rewrite.DeadCode;
import dev.azulejo.pass.specialize.load.Way;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Divides a launch into a role that loads and one that computes. */
final class RolePlan {
  /** What the role that loads is called. */
  static final String PRODUCER = "producer";

  /** What the role that computes is called. */
  static final String CONSUMER = "consumer";

  private static final long MOST_THREADS = 1024;

  private final LaunchOp launch;
  private final List<RingGroup> groups;
  private final boolean releasesByThread;
  private final Map<Operation, RingGroup> byLoad = new LinkedHashMap<>();
  private final Set<Operation> groupsOfProducer;
  private final long producerThreads;
  private final Map<RingGroup, BarrierPair> barriers = new LinkedHashMap<>();
  private final Map<Ring, Value> versioned = new LinkedHashMap<>();
  private final Map<Value, Value> lists = new LinkedHashMap<>();
  private final Set<Operation> staying = new HashSet<>();

  /**
   * A plan.
   *
   * @param releasesByThread whether every thread of the consumers releases a slot, even where one
   *     of each warpgroup could for all
   */
  RolePlan(LaunchOp launch, LoadPlan loads, boolean releasesByThread) {
    this.launch = launch;
    this.groups = RingGroup.of(loads.rings());
    this.groupsOfProducer = loads.groupsOfProducer();
    this.producerThreads = producerThreads(launch.threads().longValue(), loads.rings());
    this.releasesByThread = releasesByThread;
    for (RingGroup group : groups) {
      for (Ring ring : group.rings()) {
        byLoad.put(ring.load().op(), group);
      }
    }
  }

  /**
   * How many threads load: a warpgroup, so that it can give registers to the others. Where they
   * bring what all threads of the block would have brought, they are as many as those, if a block
   * may have so many.
   */
  static long producerThreads(long threads, List<Ring> rings) {
    boolean isForAll = rings.stream().anyMatch(r -> !r.isFilledBy(Way.TMA) && !r.load().isAsked());
    return isForAll && 2 * threads <= MOST_THREADS ? threads : RingGroup.WARPGROUP;
  }

  LaunchOp launch() {
    return launch;
  }

  List<RingGroup> groups() {
    return groups;
  }

  /** The groups that turn in a block. */
  List<RingGroup> groupsIn(Block block) {
    List<RingGroup> here = new ArrayList<>();
    for (RingGroup group : groups) {
      if (group.block() == block) {
        here.add(group);
      }
    }
    return here;
  }

  /** The group of a load that the producer takes over, or null for another one. */
  @Nullable RingGroup groupOf(Operation load) {
    return byLoad.get(load);
  }

  /** Does the producer alone have a commit of asynchronous copies, or a wait for them? */
  boolean isOfProducer(Operation op) {
    return groupsOfProducer.contains(op);
  }

  /** The barriers of a group. */
  BarrierPair barriers(RingGroup group) {
    BarrierPair pair = barriers.get(group);
    if (pair == null) {
      throw new CompilerBug("a group of rings has no barriers");
    }
    return pair;
  }

  /** The buffer that has the slots of a ring; null where there is one only. */
  @Nullable Value versioned(Ring ring) {
    return versioned.get(ring);
  }

  /** The lists that the producer has instead of shared buffers. */
  Map<Value, Value> lists() {
    return lists;
  }

  /** Does an operation stay in front of the roles, for all of them? */
  boolean stays(Operation op) {
    return staying.contains(op);
  }

  /** Can a block of the launch be executed more than once? */
  boolean isRepeated(Block block) {
    return Frames.isRepeated(block, launch);
  }

  /** Carries it out. */
  void carryOut(ProducerSlice slice) {
    long threads = launch.threads().longValue();
    Block body = launch.body().entry();
    liftSharedBuffers(body);
    List<Operation> old = body.operations();
    for (Operation op : old) {
      if (isSharedAlloc(op) || isSharedBinding(op)) {
        staying.add(op);
      }
    }
    Inserter at = Inserter.atEnd(body, launch.location());
    for (RingGroup group : groups) {
      allocate(group, threads, at);
    }
    for (AllocOp shared : slice.lists()) {
      Operation own = at.insert(shared.copy(new ValueMapping()));
      lists.put(shared.buffer(), own.result(0));
    }
    RolesOp roles =
        RolesOp.create(
            at,
            List.of(PRODUCER, CONSUMER),
            List.of(producerThreads / RolesOp.WARP_SIZE, threads / RolesOp.WARP_SIZE));
    Set<Operation> before = new HashSet<>(old);
    for (Operation op : body) {
      if (!before.contains(op)) {
        staying.add(op);
      }
    }
    Block producer = roles.bodies().getFirst().entry();
    Block consumer = roles.bodies().getLast().entry();
    RoleWriter.writeProducer(this, slice, producer);
    RoleWriter.writeConsumer(this, consumer);
    for (Operation op : old.reversed()) {
      if (!staying.contains(op)) {
        op.erase();
      }
    }
    for (Ring ring : versioned.keySet()) {
      ring.alloc().erase();
    }
    sweep(roles);
    launch.setAttribute("threads", IntegerAttr.i64(threads + producerThreads));
  }

  /** Shared buffers live as long as the block, wherever they are allocated. */
  private void liftSharedBuffers(Block body) {
    List<Operation> nested = new ArrayList<>();
    launch.walk(op -> {
      if (isSharedAlloc(op) && op.block() != body) {
        nested.add(op);
      }
    });
    Operation first = body.first();
    for (Operation alloc : nested) {
      if (first != null) {
        alloc.moveBefore(first);
      }
    }
  }

  private static boolean isSharedAlloc(Operation op) {
    return op instanceof AllocOp alloc && Space.of(alloc.buffer()) == Space.SHARED;
  }

  /** Is it a value that all roles may use as it is? */
  private boolean isSharedBinding(Operation op) {
    if (!(op instanceof Pure) || op.regionCount() > 0) {
      return false;
    }
    for (Value operand : op.operands()) {
      Operation source = operand.definingOp();
      boolean isInside = source != null && source.isInside(launch);
      if (isInside && !staying.contains(source)) {
        return false;
      }
    }
    return true;
  }

  private void allocate(RingGroup group, long threads, Inserter at) {
    int depth = Math.toIntExact(group.depth());
    boolean byWarpgroup =
        !releasesByThread
            && threads % RingGroup.WARPGROUP == 0
            && group.isOfBoxes()
            && group.isReadByWarpgroups();
    long[] fills = new long[depth];
    Arrays.fill(fills, group.arrivals(producerThreads));
    long[] releases = new long[depth];
    Arrays.fill(releases, byWarpgroup ? threads / RingGroup.WARPGROUP : threads);
    Inserter here = at.withLocation(group.rings().getFirst().load().op().location());
    Value full = dev.azulejo.dialect.barrier.AllocOp.create(here, fills).array();
    Value empty =
        isRepeated(group.block())
            ? dev.azulejo.dialect.barrier.AllocOp.create(here, releases).array()
            : null;
    String by = byWarpgroup ? Arrivers.WARPGROUP : Arrivers.EVERY_THREAD;
    barriers.put(group, new BarrierPair(full, empty, by));
    for (Ring ring : group.rings()) {
      if (depth > 1) {
        versioned.put(ring, ring.alloc().versioned(depth).buffer());
      }
    }
  }

  /** Erases what a role computes and has no use for. */
  private static void sweep(RolesOp roles) {
    for (Region region : roles.bodies()) {
      sweep(region);
    }
  }

  private static void sweep(Region region) {
    for (Block block : region.blocks()) {
      for (Operation op : block.operations().reversed()) {
        for (Region inner : op.regions()) {
          sweep(inner);
        }
        if (DeadCode.isTriviallyDead(op)) {
          op.erase();
        }
      }
    }
  }
}
