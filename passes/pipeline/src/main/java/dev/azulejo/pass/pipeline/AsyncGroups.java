// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.pipeline;

import dev.azulejo.dialect.pipeline.Schedule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which statements are asynchronous copies, and which of them are committed together: those of one
 * stage with the same last reader, so that a reader need not wait for what only a later one reads.
 */
final class AsyncGroups {
  private record Key(long stage, int lastUse) {}

  private AsyncGroups() {}

  /** The schedule with the groups of asynchronous copies written in. */
  static List<Schedule> assign(
      LoopBody body, FirstStage first, List<Schedule> schedule, Predicate<Statement> mayBeAsync) {
    List<Schedule> result = new ArrayList<>(schedule);
    List<Statement> inOrder = new ArrayList<>(body.statements());
    inOrder.sort(Comparator.comparingLong(s -> schedule.get(s.index()).order()));
    List<Key> keys = new ArrayList<>();
    for (Statement statement : inOrder) {
      Schedule place = schedule.get(statement.index());
      if (!mayBeAsync.test(statement) || first.lastUse(statement) == FirstStage.NEVER) {
        continue;
      }
      Key key = new Key(place.stage(), first.lastUse(statement));
      if (!keys.contains(key)) {
        keys.add(key);
      }
      long group = keys.indexOf(key);
      result.set(statement.index(), new Schedule(place.stage(), place.order(), group));
    }
    return result;
  }
}
