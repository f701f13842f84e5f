// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.pipeline;

import dev.azulejo.dialect.pipeline.ForOp;
import dev.azulejo.dialect.pipeline.Schedule;
import dev.azulejo.dialect.tile.AllocOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.pass.PassContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the overlapped loop: with {@code M} the last stage, the prologue covers the first {@code
 * M} moments one by one, the steady loop those in which every statement runs, and the epilogue the
 * rest, one by one again. Where the number of iterations is known only to the running program, what
 * may not run is guarded.
 */
final class PipelineEmitter {
  private final LoopBody body;
  private final ForOp loop;
  private final List<Schedule> schedule;
  private final Versions versions;
  private final PassContext context;
  private final IndexMath math;
  private final long lastStage;
  private final Offset from;
  private final Offset to;

  PipelineEmitter(LoopBody body, List<Schedule> schedule, Versions versions, PassContext context) {
    this.body = body;
    this.loop = body.loop();
    this.schedule = schedule;
    this.versions = versions;
    this.context = context;
    this.math = new IndexMath(Inserter.before(loop));
    this.lastStage = schedule.stream().mapToLong(Schedule::stage).max().orElse(0);
    this.from = IndexMath.of(loop.from());
    this.to = IndexMath.of(loop.to());
  }

  void emit() throws PlanningFailure {
    Waits waits = new Waits(body, schedule);
    waits.check();
    Map<Value, Value> versioned = allocate();
    for (Operation allocation : body.allocations()) {
      allocation.moveBefore(loop);
    }
    MomentEmitter moments =
        new MomentEmitter(body, schedule, versions, versioned, waits, math, context);
    Long trips = trips();
    prologue(moments, trips);
    steady(moments, trips);
    epilogue(moments, trips);
    loop.erase();
    for (Value buffer : versioned.keySet()) {
      Operation old = buffer.definingOp();
      if (old != null) {
        old.erase();
      }
    }
  }

  private Map<Value, Value> allocate() {
    Map<Value, Value> versioned = new LinkedHashMap<>();
    for (Value buffer : versions.buffers()) {
      Operation old = buffer.definingOp();
      if (old != null && buffer.type() instanceof MemRefType type) {
        AllocOp alloc = AllocOp.createVersioned(Inserter.before(old), type, versions.count(buffer));
        old.discardableAttributes().forEach(a -> alloc.setAttribute(a.name(), a.value()));
        versioned.put(buffer, alloc.buffer());
      }
    }
    // An allocation inside of the loop moves out with the others; so must its versions.
    versioned.forEach((old, replacement) -> {
      Operation alloc = replacement.definingOp();
      if (alloc != null && alloc.block() == loop.body()) {
        alloc.moveBefore(loop);
      }
    });
    return versioned;
  }

  /** How many iterations there are, or null where only the running program knows. */
  private @Nullable Long trips() {
    Long first = from.constant();
    Long end = to.constant();
    return first == null || end == null ? null : Long.valueOf(Math.max(0, end - first));
  }

  private void prologue(MomentEmitter moments, @Nullable Long trips) {
    for (long p = 0; p < lastStage; p++) {
      moments.emit(
          Inserter.before(loop),
          new Moment(Moment.Part.PROLOGUE, p),
          from,
          trips == null ? null : Long.valueOf(trips),
          null);
    }
  }

  private void steady(MomentEmitter moments, @Nullable Long trips) {
    if (trips != null && trips <= lastStage) {
      return;
    }
    Inserter at = Inserter.before(loop);
    Offset end = math.plus(at, to, -lastStage);
    dev.azulejo.dialect.scf.ForOp steady =
        dev.azulejo.dialect.scf.ForOp.create(
            at, math.value(from), math.value(end), math.constant(1));
    loop.discardableAttributes().forEach(a -> steady.setAttribute(a.name(), a.value()));
    steady.setAttribute(Schedule.DEPTH, IntegerAttr.i64(loop.depth()));
    Block block = steady.body();
    Operation last = block.last();
    Inserter inside = last == null ? Inserter.atEnd(block, loop.location()) : Inserter.before(last);
    moments.emit(
        inside.withLocation(loop.location()),
        new Moment(Moment.Part.STEADY, lastStage),
        Offset.of(steady.inductionVar()),
        null,
        null);
  }

  /**
   * With fewer iterations than stages, the first moments behind the last index belong to the
   * prologue already; they are left out here.
   */
  private void epilogue(MomentEmitter moments, @Nullable Long trips) {
    long skipped = trips == null ? 0 : Math.max(0, lastStage - trips);
    for (long e = skipped; e < lastStage; e++) {
      Inserter at = Inserter.before(loop);
      Value guard = null;
      if (trips == null) {
        // Behind the prologue: to + e >= from + lastStage.
        Offset now = math.plus(at, to, e + 1);
        Offset prologueEnd = math.plus(at, from, lastStage);
        guard = math.less(at, prologueEnd, now);
      }
      moments.emit(at, new Moment(Moment.Part.EPILOGUE, e), to, 0L, guard);
    }
  }
}
