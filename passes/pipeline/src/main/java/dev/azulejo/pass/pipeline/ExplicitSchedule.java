// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.pipeline;

import dev.azulejo.dialect.pipeline.Schedule;
import dev.azulejo.ir.Operation;
import java.util.ArrayList;
import java.util.List;

/** A schedule that the program brings along, as attributes of its operations. */
final class ExplicitSchedule {
  private ExplicitSchedule() {}

  /** Has anything in the loop a place in a schedule already? */
  static boolean isPresent(LoopBody body) {
    for (Operation op : body.loop().body()) {
      if (Schedule.isOn(op)) {
        return true;
      }
    }
    return false;
  }

  /** The schedule of every statement, in source order. */
  static List<Schedule> read(LoopBody body) throws PlanningFailure {
    List<Schedule> all = new ArrayList<>();
    for (Statement statement : body.statements()) {
      Schedule schedule = Schedule.of(statement.op());
      if (schedule == null) {
        throw missing(statement.op());
      }
      all.add(schedule);
    }
    return all;
  }

  private static PlanningFailure missing(Operation op) {
    boolean hasStage = Schedule.read(op, Schedule.STAGE) != null;
    boolean hasOrder = Schedule.read(op, Schedule.ORDER) != null;
    String lacks =
        hasStage || hasOrder
            ? "'" + (hasStage ? Schedule.ORDER : Schedule.STAGE) + "'"
            : "'" + Schedule.STAGE + "' and '" + Schedule.ORDER + "'";
    return new PlanningFailure(
        op.error(
                "lacks %s, but other operations of the loop are scheduled%s",
                lacks, op.resultCount() > 0 ? ", and it cannot be replayed safely" : "")
            .note(
                op.location(),
                "give every operation of the loop that has an effect a stage and an order, or"
                    + " none of them"));
  }
}
