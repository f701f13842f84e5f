// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.pipeline;

import dev.azulejo.dialect.arith.ConstantOp;
import dev.azulejo.dialect.barrier.AllocOp;
import dev.azulejo.dialect.barrier.ArriveExpectTxOp;
import dev.azulejo.dialect.barrier.WaitOp;
import dev.azulejo.dialect.pipeline.Schedule;
import dev.azulejo.dialect.tile.Im2colOp;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IntegerAttr;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The barrier that boxes of a pipelined loop count their bytes on, where no role of warps brings
 * them: one of one slot for all boxes of a stage, which the injection then gives a slot for each
 * iteration under way. One thread arrives once for all of them, in front of the first, and expects
 * the bytes of all; whoever reads one of them first has a wait in front.
 */
final class BoxBarriers {
  /** An operation and its place, before places are counted anew. */
  private record Placed(Operation op, long stage, @Nullable Long group) {}

  private final LoopBody body;
  private final List<Schedule> schedule;
  private final List<Placed> inOrder = new ArrayList<>();

  private BoxBarriers(LoopBody body, List<Schedule> schedule) {
    this.body = body;
    this.schedule = schedule;
    List<Statement> sorted = new ArrayList<>(body.statements());
    sorted.sort(Comparator.comparingLong(s -> schedule.get(s.index()).order()));
    for (Statement statement : sorted) {
      Schedule place = schedule.get(statement.index());
      inOrder.add(new Placed(statement.op(), place.stage(), place.group()));
    }
  }

  /** Gives boxes without a barrier one, and says whether there were any. */
  static boolean own(LoopBody body, List<Schedule> schedule) {
    TreeSet<Long> stages = new TreeSet<>();
    TreeSet<Long> stagesOfBoxes = new TreeSet<>();
    for (Statement statement : body.statements()) {
      long stage = schedule.get(statement.index()).stage();
      stages.add(stage);
      if (isWithoutBarrier(statement)) {
        stagesOfBoxes.add(stage);
      }
    }
    if (stages.size() < 2 || stagesOfBoxes.isEmpty()) {
      return false;
    }
    var barriers = new BoxBarriers(body, schedule);
    for (long stage : stagesOfBoxes) {
      barriers.give(stage);
    }
    barriers.count();
    return true;
  }

  private static boolean isWithoutBarrier(Statement statement) {
    return statement.op() instanceof Im2colOp load
        && load.array().isEmpty()
        && load.isMadeBy(Im2colOp.TMA);
  }

  private void give(long stage) {
    List<Statement> boxes = new ArrayList<>();
    long bytes = 0;
    for (Statement statement : body.statements()) {
      if (isWithoutBarrier(statement)
          && schedule.get(statement.index()).stage() == stage
          && statement.op() instanceof Im2colOp load) {
        boxes.add(statement);
        bytes += load.bytes();
      }
    }
    Operation first = boxes.getFirst().op();
    Value zero = ConstantOp.index(Inserter.before(body.loop()), 0);
    Value array = AllocOp.create(Inserter.before(first), new long[] {1}).array();
    for (Statement box : boxes) {
      if (box.op() instanceof Im2colOp load) {
        load.completeOn(array, zero);
      }
    }
    Operation expectation =
        ArriveExpectTxOp.create(Inserter.before(first), array, zero, bytes, "thread");
    int place = Integer.MAX_VALUE;
    for (Statement box : boxes) {
      place = Math.min(place, placeOf(box.op()));
    }
    inOrder.add(place, new Placed(expectation, stage, null));
    Statement reader = firstReader(boxes);
    Value parity =
        ConstantOp.create(Inserter.before(body.loop()), IntegerAttr.bool(false)).result();
    if (reader != null) {
      WaitOp wait = WaitOp.create(Inserter.before(reader.op()), array, zero, parity);
      int before = placeOf(reader.op());
      inOrder.add(before, new Placed(wait, inOrder.get(before).stage(), null));
      return;
    }
    WaitOp wait = WaitOp.create(Inserter.after(boxes.getLast().op()), array, zero, parity);
    int last = 0;
    for (Statement box : boxes) {
      last = Math.max(last, placeOf(box.op()));
    }
    inOrder.add(last + 1, new Placed(wait, stage, null));
  }

  /** Who reads one of the boxes before all others that do, or null where nobody does. */
  private @Nullable Statement firstReader(List<Statement> boxes) {
    Statement first = null;
    for (Statement statement : body.statements()) {
      boolean reads = false;
      for (Statement box : boxes) {
        reads |= statement.index() > box.index() && statement.mayReadWhatIsWrittenBy(box);
      }
      if (reads && (first == null || isEarlier(statement, first))) {
        first = statement;
      }
    }
    return first;
  }

  private boolean isEarlier(Statement one, Statement other) {
    Schedule first = schedule.get(one.index());
    Schedule second = schedule.get(other.index());
    return first.stage() != second.stage()
        ? first.stage() < second.stage()
        : first.order() < second.order();
  }

  private int placeOf(Operation op) {
    for (int i = 0; i < inOrder.size(); i++) {
      if (inOrder.get(i).op() == op) {
        return i;
      }
    }
    throw new IllegalStateException("not scheduled: " + op.name());
  }

  private void count() {
    for (int i = 0; i < inOrder.size(); i++) {
      Placed placed = inOrder.get(i);
      new Schedule(placed.stage(), i, placed.group()).writeTo(placed.op());
    }
  }
}
