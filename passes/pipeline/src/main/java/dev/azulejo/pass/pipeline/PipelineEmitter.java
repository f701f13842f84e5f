// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.pipeline;

import dev.azulejo.dialect.pipeline.ForOp;
import dev.azulejo.dialect.pipeline.Schedule;
import dev.azulejo.dialect.pipeline.WaitGroupOp;
import dev.azulejo.dialect.tile.AllocOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.NamedAttribute;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.pass.PassContext;
import dev.azulejo.pass.pipeline.MomentEmitter.VersionedBuffer;
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
  private final Versions versions;
  private final BarrierRings rings;
  private final PassContext context;
  private final List<Run> runs;
  private final Waits waits;
  private final long lastStage;
  private final Offset from;
  private final Offset to;

  PipelineEmitter(Plan plan, PassContext context) {
    this.body = plan.body();
    this.loop = body.loop();
    this.versions = plan.versions();
    this.rings = plan.rings();
    this.context = context;
    this.runs = Run.of(plan);
    this.waits = new Waits(body, runs);
    this.lastStage = plan.lastStage();
    this.from = IndexMath.of(loop.from());
    this.to = IndexMath.of(loop.to());
  }

  void emit() throws PlanningFailure {
    waits.check();
    for (Operation allocation : body.allocations()) {
      allocation.moveBefore(loop);
    }
    Map<Value, VersionedBuffer> versioned = allocate();
    rings.remark(context);
    rings.allocate();
    IndexMath math = new IndexMath(Inserter.before(loop));
    MomentEmitter moments = new MomentEmitter(body, runs, versioned, rings, waits, math, context);
    Long trips = trips();
    prologue(moments, trips);
    steady(moments, math, trips);
    epilogue(moments, math, trips);
    if (waits.leavesCopiesBehind()) {
      WaitGroupOp.create(Inserter.before(loop), 0);
    }
    loop.erase();
    for (Value buffer : versioned.keySet()) {
      erase(buffer);
    }
    for (Value array : rings.arrays()) {
      erase(array);
    }
    math.finish();
  }

  private static void erase(Value allocated) {
    Operation old = allocated.definingOp();
    if (old != null) {
      old.erase();
    }
  }

  private Map<Value, VersionedBuffer> allocate() {
    Map<Value, VersionedBuffer> versioned = new LinkedHashMap<>();
    for (Value buffer : versions.buffers()) {
      if (buffer.definingOp() instanceof AllocOp single) {
        long count = versions.count(buffer);
        versioned.put(buffer, new VersionedBuffer(single.versioned(count).buffer(), count));
      }
    }
    return versioned;
  }

  /** How many iterations there are, or null where only the running program knows. */
  private @Nullable Long trips() {
    Long first = from.constant();
    Long end = to.constant();
    if (first == null || end == null) {
      return null;
    }
    if (end <= first) {
      return 0L;
    }
    long trips = end - first;
    return trips < 0 ? Long.MAX_VALUE : trips;
  }

  private void prologue(MomentEmitter moments, @Nullable Long trips) {
    for (long p = 0; p < lastStage; p++) {
      moments.emit(Inserter.before(loop), new Moment(Moment.Part.PROLOGUE, p), from, trips);
    }
  }

  private void steady(MomentEmitter moments, IndexMath math, @Nullable Long trips) {
    if (trips != null && trips <= lastStage) {
      return;
    }
    Inserter at = Inserter.before(loop);
    Offset end = math.plus(at, to, -lastStage);
    dev.azulejo.dialect.scf.ForOp steady =
        dev.azulejo.dialect.scf.ForOp.create(
            at, math.value(from), math.value(end), math.constant(1));
    for (NamedAttribute attribute : loop.discardableAttributes()) {
      steady.setAttribute(attribute.name(), attribute.value());
    }
    steady.setAttribute(Schedule.DEPTH, IntegerAttr.i64(rings.depth()));
    Block block = steady.body();
    Operation last = block.last();
    Inserter inside = last == null ? Inserter.atEnd(block, loop.location()) : Inserter.before(last);
    moments.emit(
        inside.withLocation(loop.location()),
        new Moment(Moment.Part.STEADY, lastStage),
        Offset.of(steady.inductionVar()),
        null);
  }

  /**
   * With fewer iterations than stages, the first moments behind the last index belong to the
   * prologue already; they are left out here.
   */
  private void epilogue(MomentEmitter moments, IndexMath math, @Nullable Long trips) {
    long skipped = trips == null ? 0 : Math.max(0, lastStage - trips);
    for (long e = skipped; e < lastStage; e++) {
      Inserter at = Inserter.before(loop);
      if (trips == null) {
        // Behind the prologue: to + e >= from + lastStage.
        Offset now = math.plus(at, to, e + 1);
        Offset prologueEnd = math.plus(at, from, lastStage);
        at = MomentEmitter.inside(at, math.less(at, prologueEnd, now));
      }
      moments.emit(at, new Moment(Moment.Part.EPILOGUE, e), to, 0L);
    }
  }
}
