// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.pipeline;

import dev.azulejo.dialect.pipeline.Schedule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Statements that stand one behind the other in the schedule's order and run as one: a single
 * statement, or copies that are committed together.
 *
 * @param members in the schedule's order
 * @param stage the stage of all of them
 * @param rank its place among the commits of its stage, or {@link #NOT_COMMITTED}
 */
record Run(List<Statement> members, long stage, int rank) {
  /** The rank of what is no group of asynchronous copies. */
  static final int NOT_COMMITTED = -1;

  /** Copies the list. */
  Run {
    members = List.copyOf(members);
  }

  /** Is it a group of asynchronous copies? */
  boolean isCommitted() {
    return rank != NOT_COMMITTED;
  }

  Statement first() {
    return members.getFirst();
  }

  /** All runs of a schedule, in its order. */
  static List<Run> of(Plan plan) {
    List<Statement> inOrder = plan.inOrder();
    List<Run> runs = new ArrayList<>();
    Map<Long, Integer> commits = new HashMap<>();
    int begin = 0;
    while (begin < inOrder.size()) {
      Schedule place = plan.place(inOrder.get(begin));
      int end = begin + 1;
      while (place.group() != null
          && end < inOrder.size()
          && isSameGroup(place, plan.place(inOrder.get(end)))
          && isApart(inOrder.get(end), inOrder.subList(begin, end))) {
        end++;
      }
      int rank =
          place.group() == null ? NOT_COMMITTED : commits.merge(place.stage(), 1, Integer::sum) - 1;
      runs.add(new Run(inOrder.subList(begin, end), place.stage(), rank));
      begin = end;
    }
    return runs;
  }

  private static boolean isSameGroup(Schedule one, Schedule other) {
    return one.group() != null && one.group().equals(other.group()) && one.stage() == other.stage();
  }

  /** Copies under way together arrive in any order, so that they must write different places. */
  private static boolean isApart(Statement copy, List<Statement> others) {
    for (Statement other : others) {
      if (copy.mayWriteWhatIsWrittenBy(other)) {
        return false;
      }
    }
    return true;
  }
}
