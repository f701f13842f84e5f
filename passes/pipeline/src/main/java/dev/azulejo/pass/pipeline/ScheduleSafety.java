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
  private final Plan plan;

  private ScheduleSafety(Plan plan) {
    this.plan = plan;
  }

  static void check(Plan plan) throws PlanningFailure {
    ScheduleSafety safety = new ScheduleSafety(plan);
    for (Statement one : plan.body().statements()) {
      for (Statement other : plan.body().statements()) {
        safety.check(one, other);
      }
    }
  }

  /** Checks that what {@code one} does stays before what {@code other} does after it. */
  private void check(Statement one, Statement other) throws PlanningFailure {
    if (one == other) {
      return;
    }
    if (one.isUnknown() || other.isUnknown()) {
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
        require(runsBefore(one, other, turn(buffer)), one, other, buffer);
      }
    }
  }

  /**
   * After how many iterations the same version of a buffer, or slot of a barrier, is used again.
   */
  private long turn(@Nullable Value buffer) {
    return buffer == null ? 1 : Math.max(plan.versions().count(buffer), plan.rings().count(buffer));
  }

  private static List<Access> accesses(Statement statement) {
    List<Access> all = new ArrayList<>(statement.reads());
    all.addAll(statement.writes());
    return all;
  }

  /** Does a statement run before another that belongs to a later iteration? */
  private boolean runsBefore(Statement one, Statement other, long laterIterations) {
    Schedule first = plan.place(one);
    Schedule second = plan.place(other);
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
      long count = turn(buffer);
      String refusal = plan.versions().refusal(buffer);
      String reason = refusal == null ? plan.rings().refusal(buffer) : refusal;
      error =
          error.note(
              buffer.location(),
              "it has %d version%s under this schedule%s",
              count,
              count == 1 ? "" : "s",
              reason == null ? "" : ": " + reason);
    }
    throw new PlanningFailure(error);
  }
}
