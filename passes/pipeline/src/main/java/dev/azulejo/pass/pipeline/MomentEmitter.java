// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.pipeline;

import dev.azulejo.dialect.pipeline.CommitGroupOp;
import dev.azulejo.dialect.pipeline.Schedule;
import dev.azulejo.dialect.pipeline.WaitGroupOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.dialect.tile.AsyncCopyOp;
import dev.azulejo.dialect.tile.AsyncCopyRules;
import dev.azulejo.dialect.tile.CopyOp;
import dev.azulejo.dialect.tile.Im2colOp;
import dev.azulejo.dialect.tile.ParallelOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.NamedAttribute;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.ValueMapping;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.access.Rebasable;
import dev.azulejo.ir.pass.PassContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes what happens at one moment: each statement in its iteration, in the schedule's order. */
final class MomentEmitter {
  private final LoopBody body;
  private final List<Run> runs;
  private final Map<Value, VersionedBuffer> versioned;
  private final BarrierRings rings;
  private final Waits waits;
  private final IndexMath math;
  private final PassContext context;
  private final Set<Statement> remarked = new HashSet<>();

  /** A buffer's versions: the buffer that holds all of them, and how many they are. */
  record VersionedBuffer(Value buffer, long count) {}

  /** Statements of one stage in one block share the values that they need. */
  private record Place(Block block, long stage) {}

  MomentEmitter(
      LoopBody body,
      List<Run> runs,
      Map<Value, VersionedBuffer> versioned,
      BarrierRings rings,
      Waits waits,
      IndexMath math,
      PassContext context) {
    this.body = body;
    this.runs = runs;
    this.versioned = versioned;
    this.rings = rings;
    this.waits = waits;
    this.math = math;
    this.context = context;
  }

  /**
   * Writes a moment.
   *
   * @param base what the moment's iterations are measured from
   * @param end the distance of the loop's end from {@code base}, where known
   */
  void emit(Inserter at, Moment moment, Offset base, @Nullable Long end) {
    Clock clock = new Clock(math, IndexMath.of(body.loop().from()), moment, base);
    Map<Place, ValueMapping> values = new HashMap<>();
    Map<Long, Integer> committed = new HashMap<>();
    boolean certain = moment.part() != Moment.Part.PROLOGUE || end != null;
    Inserter here = at;
    Long guarded = null;
    for (Run run : runs) {
      if (!happens(run, moment, end)) {
        continue;
      }
      if (!certain && !Long.valueOf(run.stage()).equals(guarded)) {
        here = inside(at, mayRun(at, run, clock));
        guarded = run.stage();
        clock.inherit(at.block(), here.block(), run.stage());
      }
      Long pending = waits.pending(run, moment, committed, certain, end);
      if (pending != null) {
        WaitGroupOp.create(here.withLocation(run.first().op().location()), pending);
      }
      ValueMapping mapping =
          values.computeIfAbsent(new Place(here.block(), run.stage()), _ -> new ValueMapping());
      for (Statement member : run.members()) {
        emit(here, member, run, clock, mapping);
      }
      if (run.isCommitted()) {
        CommitGroupOp.create(here.withLocation(run.first().op().location()));
        committed.put(run.stage(), run.rank());
      }
    }
  }

  /** May a run happen at this moment, as far as is known now? */
  private static boolean happens(Run run, Moment moment, @Nullable Long end) {
    long iteration = moment.iteration(run.stage());
    return switch (moment.part()) {
      case STEADY -> true;
      case PROLOGUE -> iteration >= 0 && (end == null || iteration < end);
      case EPILOGUE -> iteration < 0;
    };
  }

  private Value mayRun(Inserter at, Run run, Clock clock) {
    return math.less(at, clock.iteration(at, run.stage()), IndexMath.of(body.loop().to()));
  }

  /** A place in the body of a new branch. */
  static Inserter inside(Inserter at, Value condition) {
    IfOp branch = IfOp.create(at, condition);
    Block block = branch.thenRegion().entry();
    Operation last = block.last();
    Inserter inside = last == null ? Inserter.atEnd(block, at.location()) : Inserter.before(last);
    return inside.withLocation(at.location());
  }

  private void emit(Inserter at, Statement statement, Run run, Clock clock, ValueMapping mapping) {
    Inserter here = at.withLocation(statement.op().location());
    for (Operation binding : body.bindingsFor(statement.op())) {
      if (mapping.get(binding.result(0)) == binding.result(0)) {
        insert(at.withLocation(binding.location()), binding, run, clock, mapping);
      }
    }
    Operation copy = insert(here, statement.op(), run, clock, mapping);
    Inserter front = Inserter.before(copy);
    List<Operation> originals = nested(statement.op());
    List<Operation> copies = nested(copy);
    for (int i = 0; i < copies.size(); i++) {
      if (copies.get(i) instanceof Rebasable rebasable) {
        rebase(front, copies.get(i), rebasable, run, clock);
      }
      rings.rewrite(front, originals.get(i), copies.get(i), run.stage(), clock, math);
    }
    if (run.isCommitted()) {
      makeAsync(statement, copy);
    }
  }

  private Operation insert(Inserter at, Operation op, Run run, Clock clock, ValueMapping mapping) {
    if (mapping.get(body.loop().index()) == body.loop().index() && usesIndex(op)) {
      mapping.put(body.loop().index(), math.value(clock.iteration(at, run.stage())));
    }
    Operation copy = at.insert(op.copy(mapping));
    Schedule.removeFrom(copy);
    return copy;
  }

  private static List<Operation> nested(Operation op) {
    List<Operation> all = new ArrayList<>();
    op.walk(all::add);
    return all;
  }

  private boolean usesIndex(Operation op) {
    boolean[] found = new boolean[1];
    op.walk(nested -> found[0] |= nested.operands().contains(body.loop().index()));
    return found[0];
  }

  private void rebase(Inserter front, Operation op, Rebasable rebasable, Run run, Clock clock) {
    versioned.forEach((buffer, versions) -> {
      if (op.operands().contains(buffer)) {
        Offset slot = clock.slot(front, run.stage(), versions.count());
        rebasable.rebase(buffer, versions.buffer(), slot);
      }
    });
  }

  private void makeAsync(Statement statement, Operation copy) {
    if (copy instanceof CopyOp asked && asked.prefers(CopyOp.SYNC)) {
      return;
    }
    ElementCopy regions = regions(copy);
    if (regions != null) {
      AsyncCopyOp async =
          AsyncCopyOp.create(Inserter.before(copy), regions.source(), regions.target());
      for (NamedAttribute attribute : copy.discardableAttributes()) {
        async.setAttribute(attribute.name(), attribute.value());
      }
      copy.erase();
    } else if (copy instanceof Im2colOp load) {
      load.setInstruction(Im2colOp.GATHER);
      load.makeAsynchronous();
    } else if (!(copy instanceof AsyncCopyOp) && remarked.add(statement)) {
      context.remark(
          statement.op(),
          "planned as an asynchronous copy, but stays synchronous: only what copies from global to"
              + " shared memory, between equal element types, can be asynchronous on this rung");
    }
  }

  /** What cp.async may copy in the place of an operation; null for other work. */
  private static @Nullable ElementCopy regions(Operation copy) {
    if (copy instanceof CopyOp plain
        && AsyncCopyOp.isPossible(plain.source().type(), plain.target().type())) {
      return new ElementCopy(plain.sourceRegion(), plain.targetRegion());
    }
    ElementCopy elements = copy instanceof ParallelOp loop ? ElementCopy.of(loop) : null;
    return elements != null
            && AsyncCopyRules.obstacle(copy, elements.source(), elements.target().buffer()) == null
        ? elements
        : null;
  }
}
