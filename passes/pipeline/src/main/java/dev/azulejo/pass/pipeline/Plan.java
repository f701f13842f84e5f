// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.pipeline;

import dev.azulejo.dialect.pipeline.Schedule;
import dev.azulejo.ir.pass.PassContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A schedule that keeps what a loop computes, with the versions of buffers and barriers that it
 * needs.
 */
record Plan(LoopBody body, List<Schedule> schedule, Versions versions, BarrierRings rings) {

  /** Copies the list. */
  Plan {
    schedule = List.copyOf(schedule);
  }

  /** Checks a schedule that keeps the {@link ScheduleRules}. */
  static Plan of(LoopBody body, List<Schedule> schedule) throws PlanningFailure {
    Plan plan =
        new Plan(body, schedule, Versions.of(body, schedule), BarrierRings.of(body, schedule));
    ScheduleSafety.check(plan);
    if (!body.hasKnownTrips()) {
      plan.checkGuards();
    }
    return plan;
  }

  /** Do all statements run in one stage, so that nothing is overlapped? */
  boolean hasOneStage() {
    for (Schedule place : schedule) {
      if (place.stage() != schedule.getFirst().stage()) {
        return false;
      }
    }
    return true;
  }

  long lastStage() {
    long last = 0;
    for (Schedule place : schedule) {
      last = Math.max(last, place.stage());
    }
    return last;
  }

  Schedule place(Statement statement) {
    return schedule.get(statement.index());
  }

  /** The statements in the order of the schedule. */
  List<Statement> inOrder() {
    List<Statement> inOrder = new ArrayList<>(body.statements());
    inOrder.sort(Comparator.comparingLong(s -> place(s).order()));
    return inOrder;
  }

  /** Carries it out. */
  void emit(PassContext context) throws PlanningFailure {
    new PipelineEmitter(this, context).emit();
  }

  /**
   * Where the number of iterations is not known, statements in front of the loop stand under
   * conditions, one for each row of statements of a stage; no scalar gets from one to another.
   */
  private void checkGuards() throws PlanningFailure {
    List<Statement> inOrder = inOrder();
    for (Statement user : inOrder) {
      if (place(user).stage() == lastStage()) {
        continue;
      }
      for (Statement source : body.scalarSources(user)) {
        for (Statement between : inOrder.subList(inOrder.indexOf(source), inOrder.indexOf(user))) {
          if (place(between).stage() != place(user).stage()) {
            throw new PlanningFailure(
                user.op()
                    .error(
                        "uses a scalar that is computed apart from it, in a loop whose number of"
                            + " iterations is not known")
                    .note(source.op().location(), "computed here")
                    .note(between.op().location(), "an operation of another stage between them"));
          }
        }
      }
    }
  }
}
