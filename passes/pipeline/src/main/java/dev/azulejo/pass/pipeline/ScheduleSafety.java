// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.pipeline;

import dev.azulejo.dialect.pipeline.Schedule;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Access;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a schedule under which two accesses to one place would change their order.
 *
 * <p>Statement {@code i} of iteration {@code y} runs at time {@code (y + stage(i), order(i))}. Two
 * conflicting statements must keep their order within an iteration, and from each iteration to the
 * next one that uses the same version of the buffer; iterations that are farther apart follow.
 */
final class ScheduleSafety {
  private final List<Schedule> schedule;
  private final Versions versions;

  private ScheduleSafety(List<Schedule> schedule, Versions versions) {
    this.schedule = schedule;
    this.versions = versions;
  }

  static void check(LoopBody body, List<Schedule> schedule, Versions versions)
      throws PlanningFailure {
    ScheduleSafety safety = new ScheduleSafety(schedule, versions);
    for (Statement one : body.statements()) {
      for (Statement other : body.statements()) {
        safety.check(one, other);
      }
    }
  }

  /** Checks that what {@code one} does stays before what {@code other} does after it. */
  private void check(Statement one, Statement other) throws PlanningFailure {
    if ((one.isUnknown() && !other.isUnknown()) || (other.isUnknown() && !one.isUnknown())) {
      // What may access anything conflicts with everything, and nothing of it can be versioned.
      if (one.index() < other.index()) {
        require(runsBefore(one, other, 0), one, other, null);
      }
      require(runsBefore(one, other, 1), one, other, null);
      return;
    }
    for (Access first : accesses(one)) {
      for (Access second : accesses(other)) {
        boolean conflict = (first.isWrite() || second.isWrite()) && first.mayConflict(second);
        Value buffer = Statement.root(first);
        if (!conflict) {
          continue;
        }
        if (one.index() < other.index()) {
          require(runsBefore(one, other, 0), one, other, buffer);
        }
        long turn = buffer == null ? 1 : versions.count(buffer);
        require(one == other || runsBefore(one, other, turn), one, other, buffer);
      }
    }
  }

  private static List<Access> accesses(Statement statement) {
    List<Access> all = new ArrayList<>(statement.reads());
    all.addAll(statement.writes());
    return all;
  }

  /** Does a statement run before another that belongs to a later iteration? */
  private boolean runsBefore(Statement one, Statement other, long laterIterations) {
    Schedule first = schedule.get(one.index());
    Schedule second = schedule.get(other.index());
    long time = second.stage() + laterIterations - first.stage();
    return time > 0 || (time == 0 && first.order() < second.order());
  }

  private void require(boolean holds, Statement one, Statement other, @Nullable Value buffer)
      throws PlanningFailure {
    if (holds) {
      return;
    }
    var error =
        other
            .op()
            .error("is scheduled before an operation of the loop that it must follow")
            .note(one.op().location(), "the operation, which accesses the same place");
    if (buffer != null) {
      long count = versions.count(buffer);
      error =
          error.note(
              buffer.location(),
              "the buffer has %d version%s under this schedule",
              count,
              count == 1 ? "" : "s");
    }
    throw new PlanningFailure(error);
  }
}
