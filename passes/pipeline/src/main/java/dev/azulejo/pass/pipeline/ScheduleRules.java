// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.pipeline;

import dev.azulejo.dialect.pipeline.Schedule;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.pass.PassContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

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

  /**
   * A binding is repeated wherever it is needed; a place that the program gives it says nothing.
   * Its writer should hear of that where the binding serves several stages.
   */
  static void warnOfPlacesWithoutMeaning(
      LoopBody body, List<Schedule> schedule, PassContext context) {
    for (Operation binding : body.bindings()) {
      if (!Schedule.isOn(binding)) {
        continue;
      }
      Set<Long> stages = new TreeSet<>();
      for (Statement user : body.statements()) {
        if (body.bindingsFor(user.op()).contains(binding)) {
          stages.add(schedule.get(user.index()).stage());
        }
      }
      if (stages.size() > 1) {
        context
            .diagnostics()
            .report(
                Diagnostic.warning(
                    binding.location(),
                    "'%s' has a place in the schedule, but is repeated in stages %s, where its"
                        + " result is needed",
                    binding.name(),
                    stages));
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
