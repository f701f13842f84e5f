// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.pipeline;

import dev.azulejo.dialect.pipeline.CommitGroupOp;
import dev.azulejo.dialect.pipeline.Schedule;
import dev.azulejo.dialect.pipeline.SlotOp;
import dev.azulejo.dialect.pipeline.WaitGroupOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.dialect.tile.AsyncCopyOp;
import dev.azulejo.dialect.tile.CopyOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.ValueMapping;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.access.Rebasable;
import dev.azulejo.ir.pass.PassContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes what happens at one moment: each statement in its iteration, in the schedule's order. */
final class MomentEmitter {
  private final LoopBody body;
  private final List<Schedule> schedule;
  private final List<Statement> inOrder;
  private final Versions versions;
  private final Map<Value, Value> versioned;
  private final Waits waits;
  private final IndexMath math;
  private final PassContext context;
  private final Set<Statement> remarked = new HashSet<>();

  MomentEmitter(
      LoopBody body,
      List<Schedule> schedule,
      Versions versions,
      Map<Value, Value> versioned,
      Waits waits,
      IndexMath math,
      PassContext context) {
    this.body = body;
    this.schedule = schedule;
    this.versions = versions;
    this.versioned = versioned;
    this.waits = waits;
    this.math = math;
    this.context = context;
    this.inOrder = new ArrayList<>(body.statements());
    inOrder.sort(Comparator.comparingLong(s -> schedule.get(s.index()).order()));
  }

  /**
   * Writes a moment.
   *
   * @param base what the moment's iterations are measured from
   * @param end the distance of the loop's end from {@code base}, where known
   * @param guard a condition for all of it, or null
   */
  void emit(Inserter at, Moment moment, Offset base, @Nullable Long end, @Nullable Value guard) {
    Inserter place = guard == null ? at : inside(at, guard);
    Map<Long, ValueMapping> results = new HashMap<>();
    Long committed = null;
    int i = 0;
    while (i < inOrder.size()) {
      Statement statement = inOrder.get(i);
      int next = endOfRun(i);
      if (runs(statement, moment, end)) {
        Inserter here = place;
        boolean open = moment.part() == Moment.Part.PROLOGUE && end == null;
        if (open) {
          here = inside(place, mayRun(place, statement, moment, base));
        }
        boolean certain = !open;
        Long pending = waits.pending(statement, moment, committed, certain, end);
        if (pending != null) {
          WaitGroupOp.create(here.withLocation(statement.op().location()), pending);
        }
        for (Statement member : inOrder.subList(i, next)) {
          emit(here, member, moment, base, results);
        }
        Long group = group(statement);
        if (group != null) {
          CommitGroupOp.create(here.withLocation(statement.op().location()));
          committed = group;
        }
      }
      i = next;
    }
  }

  /** Where a run of copies of one group, or the single statement, at a place ends. */
  private int endOfRun(int start) {
    Long group = group(inOrder.get(start));
    int end = start + 1;
    while (group != null && end < inOrder.size() && group.equals(group(inOrder.get(end)))) {
      end++;
    }
    return end;
  }

  private @Nullable Long group(Statement statement) {
    return schedule.get(statement.index()).group();
  }

  private long stage(Statement statement) {
    return schedule.get(statement.index()).stage();
  }

  /** May a statement run at this moment, as far as is known now? */
  private boolean runs(Statement statement, Moment moment, @Nullable Long end) {
    long iteration = moment.iteration(stage(statement));
    return switch (moment.part()) {
      case STEADY -> true;
      case PROLOGUE -> iteration >= 0 && (end == null || iteration < end);
      case EPILOGUE -> iteration < 0;
    };
  }

  private Value mayRun(Inserter at, Statement statement, Moment moment, Offset base) {
    Offset iteration = math.plus(at, base, moment.iteration(stage(statement)));
    Offset end = IndexMath.of(body.loop().to());
    return math.less(at, iteration, end);
  }

  private static Inserter inside(Inserter at, Value condition) {
    IfOp branch = IfOp.create(at, condition);
    Block block = branch.thenRegion().entry();
    Operation last = block.last();
    Inserter inside = last == null ? Inserter.atEnd(block, at.location()) : Inserter.before(last);
    return inside.withLocation(at.location());
  }

  private void emit(
      Inserter at,
      Statement statement,
      Moment moment,
      Offset base,
      Map<Long, ValueMapping> results) {
    Inserter here = at.withLocation(statement.op().location());
    Offset iteration = math.plus(here, base, moment.iteration(stage(statement)));
    ValueMapping shared = results.computeIfAbsent(stage(statement), _ -> new ValueMapping());
    ValueMapping mapping = shared.branch();
    List<Operation> bindings = body.bindingsFor(statement.op());
    if (usesIndex(statement.op()) || bindings.stream().anyMatch(this::usesIndex)) {
      mapping.put(body.loop().index(), math.value(iteration));
    }
    for (Operation binding : bindings) {
      at.insert(binding.copy(mapping));
    }
    Operation copy = at.insert(statement.op().copy(mapping));
    Schedule.removeFrom(copy);
    for (int i = 0; i < copy.resultCount(); i++) {
      shared.put(statement.op().result(i), copy.result(i));
    }
    rebase(here, copy, iteration);
    if (group(statement) != null) {
      makeAsync(statement, copy);
    }
  }

  private boolean usesIndex(Operation op) {
    boolean[] found = new boolean[1];
    op.walk(nested -> found[0] |= nested.operands().contains(body.loop().index()));
    return found[0];
  }

  private void rebase(Inserter at, Operation copy, Offset iteration) {
    Map<Long, Offset> slots = new HashMap<>();
    versioned.forEach((buffer, replacement) -> {
      if (uses(copy, buffer)) {
        long count = versions.count(buffer);
        Offset slot =
            slots.computeIfAbsent(count, depth -> slot(Inserter.before(copy), iteration, depth));
        copy.walk(nested -> {
          if (nested instanceof Rebasable rebasable && nested.operands().contains(buffer)) {
            rebasable.rebase(buffer, replacement, slot);
          }
        });
      }
    });
  }

  private static boolean uses(Operation op, Value buffer) {
    boolean[] found = new boolean[1];
    op.walk(nested -> found[0] |= nested.operands().contains(buffer));
    return found[0];
  }

  private Offset slot(Inserter at, Offset iteration, long depth) {
    Offset ordinal = math.minus(at, iteration, IndexMath.of(body.loop().from()));
    Long constant = ordinal.constant();
    return constant != null
        ? Offset.of(Math.floorMod(constant, depth))
        : Offset.of(SlotOp.create(at, math.value(ordinal), depth).result());
  }

  private void makeAsync(Statement statement, Operation root) {
    List<CopyOp> copies = new ArrayList<>();
    root.walk(op -> {
      if (op instanceof CopyOp copy) {
        copies.add(copy);
      }
    });
    int made = 0;
    for (CopyOp copy : copies) {
      if (AsyncCopyOp.isPossible(copy.source().type(), copy.target().type())) {
        AsyncCopyOp async =
            AsyncCopyOp.create(Inserter.before(copy), copy.sourceRegion(), copy.targetRegion());
        copy.discardableAttributes().forEach(a -> async.setAttribute(a.name(), a.value()));
        copy.erase();
        made++;
      }
    }
    if (made == 0 && remarked.add(statement)) {
      context.remark(
          statement.op(),
          "planned as an asynchronous copy, but stays synchronous: only a tile.copy from global to"
              + " shared memory between equal element types can be asynchronous on this rung");
    }
  }
}
