// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.pipeline;

import dev.azulejo.dialect.pipeline.Schedule;
import dev.azulejo.ir.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How many groups of asynchronous copies may still be under way when a statement reads what they
 * brought.
 *
 * <p>Groups are committed in a fixed sequence: in each iteration those of the asynchronous stage,
 * in the order of their numbers. A statement of iteration {@code y} that reads group {@code g},
 * where the latest commit was group {@code q} of iteration {@code head}, may leave {@code (head -
 * y) * G + (q - g)} of {@code G} groups pending.
 */
final class Waits {
  private final LoopBody body;
  private final List<Schedule> schedule;
  private final long groupCount;

  Waits(LoopBody body, List<Schedule> schedule) {
    this.body = body;
    this.schedule = schedule;
    this.groupCount =
        schedule.stream().map(Schedule::group).filter(g -> g != null).distinct().count();
  }

  /** The asynchronous copies whose data a statement reads. */
  List<Statement> producersFor(Statement reader) {
    if (schedule.get(reader.index()).group() != null) {
      return List.of();
    }
    Set<Value> read = new LinkedHashSet<>(reader.buffersRead());
    return body.statements().stream()
        .filter(s -> schedule.get(s.index()).group() != null)
        .filter(s -> s.buffersWritten().stream().anyMatch(read::contains))
        .toList();
  }

  /** Refuses readers of copies of several stages, whose commits have no common sequence. */
  void check() throws PlanningFailure {
    for (Statement reader : body.statements()) {
      long stages =
          producersFor(reader).stream()
              .mapToLong(s -> schedule.get(s.index()).stage())
              .distinct()
              .count();
      if (stages > 1) {
        throw new PlanningFailure(
            reader
                .op()
                .error("reads what asynchronous copies of %d stages bring; one is possible", stages)
                .note(
                    body.loop().location(),
                    "plan the loop with pipeline-planning{use-async-copy=false}, or give the"
                        + " copies one stage"));
      }
    }
  }

  /**
   * How many groups a statement may leave pending, or null where it reads nothing asynchronous.
   *
   * @param committed the group committed last at this moment before the statement, or null
   * @param certain whether it is known that this moment's commits have been executed
   * @param end the distance of the loop's end from the moment's base, where known, else null
   */
  @Nullable Long pending(
      Statement reader,
      Moment moment,
      @Nullable Long committed,
      boolean certain,
      @Nullable Long end) {
    List<Statement> producers = producersFor(reader);
    if (producers.isEmpty()) {
      return null;
    }
    if (!certain) {
      return 0L;
    }
    long stage = schedule.get(producers.getFirst().index()).stage();
    long head = moment.iteration(stage) - (committed == null ? 1 : 0);
    long latest = committed == null ? groupCount - 1 : committed;
    if (end != null && head > end - 1) {
      head = end - 1;
      latest = groupCount - 1;
    }
    long own = moment.iteration(schedule.get(reader.index()).stage());
    long least = Long.MAX_VALUE;
    for (Statement producer : producers) {
      Long group = schedule.get(producer.index()).group();
      if (group != null) {
        least = Math.min(least, (head - own) * groupCount + (latest - group));
      }
    }
    return Math.max(0, least);
  }
}
