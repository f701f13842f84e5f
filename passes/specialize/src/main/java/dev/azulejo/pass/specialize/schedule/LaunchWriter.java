// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize.schedule;

import dev.azulejo.dialect.pipeline.RolesOp;
import dev.azulejo.dialect.pipeline.ScheduleOp;
import dev.azulejo.dialect.tile.AllocOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.diag.CompilerBug;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Writes the roles of a launch in the place of its statements. */
final class LaunchWriter {
  private final LaunchOp launch;
  private final ScheduleOp schedule;
  private final Programs programs;
  private final ArrivalPlan arrivals;
  private final Set<Operation> staying = new LinkedHashSet<>();

  LaunchWriter(LaunchOp launch, ScheduleOp schedule, Programs programs, ArrivalPlan arrivals) {
    this.launch = launch;
    this.schedule = schedule;
    this.programs = programs;
    this.arrivals = arrivals;
  }

  void write() {
    Block body = launch.body().entry();
    List<AllocOp> own = registerBuffers();
    liftShared(body);
    List<Operation> old = body.operations();
    for (Operation op : old) {
      if (isShared(op) || isSharedBinding(op)) {
        staying.add(op);
      }
    }
    Inserter at = Inserter.atEnd(body, schedule.location());
    programs.rings().forEach(ring -> allocate(ring, at));
    Warps warps = Warps.of(schedule, programs.roles());
    RolesOp roles = RolesOp.create(at, warps.names(), warps.counts());
    if (warps.takesRegisters()) {
      roles.setRegisters(warps.registers());
    }
    for (RolesOp.Role role : roles.roles()) {
      RolePlan plan = warps.planOf(role.name());
      if (plan != null) {
        write(plan, own, Inserter.atEnd(role.body(), plan.op().location()));
      }
    }
    for (Operation op : old.reversed()) {
      if (!staying.contains(op)) {
        op.erase();
      }
    }
    for (RingPlan ring : programs.rings()) {
      ring.versioned().keySet().forEach(LaunchWriter::eraseAlloc);
    }
    launch.setAttribute("threads", IntegerAttr.i64(warps.all() * RolesOp.WARP_SIZE));
  }

  private static void eraseAlloc(Value buffer) {
    Operation alloc = buffer.definingOp();
    if (alloc != null) {
      alloc.erase();
    }
  }

  private void write(RolePlan role, List<AllocOp> own, Inserter at) {
    Place place = Place.at(at);
    Set<Value> used = new LinkedHashSet<>();
    for (Entry.Perform perform : role.program().performed()) {
      perform.statement().touches().forEach(touch -> addRoot(touch, used));
    }
    for (Body body : role.program().all()) {
      if (!body.scope().isRoot()) {
        programs.tree().touchesOf(body.scope()).forEach(touch -> addRoot(touch, used));
      }
    }
    for (AllocOp alloc : own) {
      if (used.contains(alloc.buffer())) {
        at.withLocation(alloc.location()).insert(alloc.copy(place.values()));
      }
    }
    new RoleWriter(role, programs, arrivals, staying).write(place);
  }

  private static void addRoot(Touch touch, Set<Value> used) {
    Value root = touch.root();
    if (root != null) {
      used.add(root);
    }
  }

  // --- What stays in front of the roles ---------------------------------------------------------

  /** The buffers that each role has for itself, save those that a statement allocates itself. */
  private List<AllocOp> registerBuffers() {
    List<AllocOp> own = new ArrayList<>();
    launch.walk(op -> {
      if (op instanceof AllocOp alloc && !isShared(op) && !isInStatement(op)) {
        own.add(alloc);
      }
    });
    return own;
  }

  private boolean isInStatement(Operation op) {
    return programs.tree().statements().stream().anyMatch(s -> op.isInside(s.op()));
  }

  /** Shared buffers live as long as the block, wherever they are allocated. */
  private void liftShared(Block body) {
    List<Operation> nested = new ArrayList<>();
    launch.walk(op -> {
      if (isShared(op) && op.block() != body && !isInStatement(op)) {
        nested.add(op);
      }
    });
    Operation first = body.first();
    if (first != null) {
      nested.forEach(op -> op.moveBefore(first));
    }
  }

  private static boolean isShared(Operation op) {
    return op instanceof dev.azulejo.dialect.barrier.AllocOp
        || (op instanceof AllocOp alloc && Space.of(alloc.buffer()) == Space.SHARED);
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

  private void allocate(RingPlan ring, Inserter at) {
    RolePlan producer = ring.producer();
    RolePlan consumer = ring.consumer();
    if (producer == null || consumer == null) {
      throw new CompilerBug("a ring has one side only");
    }
    Inserter here = at.withLocation(ring.op().location());
    ring.setBarriers(
        barriers(ring, ring.arrivals(true).count(producer.threads()), here),
        barriers(ring, ring.arrivals(false).count(consumer.threads()), here));
    if (ring.depth() == 1) {
      return;
    }
    for (Value buffer : ring.buffers()) {
      if (BufferRegion.rootOf(buffer).definingOp() instanceof AllocOp alloc) {
        ring.setVersioned(buffer, alloc.versioned(ring.depth()).buffer());
      }
    }
  }

  private static Value barriers(RingPlan ring, long count, Inserter at) {
    long[] counts = new long[Math.toIntExact(ring.depth())];
    Arrays.fill(counts, count);
    return dev.azulejo.dialect.barrier.AllocOp.create(at, counts).array();
  }
}
