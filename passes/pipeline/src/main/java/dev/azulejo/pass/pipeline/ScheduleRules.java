// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.pipeline;

import dev.azulejo.dialect.pipeline.Schedule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules that every schedule keeps, whoever wrote it. */
final class ScheduleRules {
  private ScheduleRules() {}

  /** Refuses two statements of one order, and scalars that do not reach their users. */
  static void check(LoopBody body, List<Schedule> schedule) throws PlanningFailure {
    Map<Long, Statement> byOrder = new HashMap<>();
    for (Statement statement : body.statements()) {
      long order = schedule.get(statement.index()).order();
      Statement other = byOrder.put(order, statement);
      if (other != null) {
        throw new PlanningFailure(
            statement
                .op()
                .error("cannot have the same order as another operation of the loop: %d", order)
                .note(other.op().location(), "the other operation"));
      }
    }
    for (Statement user : body.statements()) {
      for (Statement source : body.scalarSources(user)) {
        checkScalar(source, user, schedule);
      }
    }
  }

  private static void checkScalar(Statement source, Statement user, List<Schedule> schedule)
      throws PlanningFailure {
    Schedule defined = schedule.get(source.index());
    Schedule used = schedule.get(user.index());
    if (defined.stage() != used.stage()) {
      throw new PlanningFailure(
          user.op()
              .error(
                  "uses a scalar that crosses pipeline stages: it is computed in stage %d and used"
                      + " in stage %d",
                  defined.stage(), used.stage())
              .note(source.op().location(), "computed here"));
    }
    if (defined.order() >= used.order()) {
      throw new PlanningFailure(
          user.op()
              .error("uses a scalar that is reordered behind it")
              .note(source.op().location(), "computed here"));
    }
  }
}
