// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.pipeline;

import dev.azulejo.dialect.pipeline.ForOp;
import dev.azulejo.dialect.pipeline.Schedule;
import dev.azulejo.dialect.tile.Target;
import dev.azulejo.ir.pass.Decision;
import dev.azulejo.ir.pass.PassContext;
import java.util.List;
import java.util.TreeSet;

/** Says what planning has decided about a loop and about the copies in it. */
final class ScheduleReport {
  private static final String LOOP = "loop";

  private final LoopBody body;
  private final List<Schedule> schedule;
  private final PassContext context;

  private ScheduleReport(LoopBody body, List<Schedule> schedule, PassContext context) {
    this.body = body;
    this.schedule = schedule;
    this.context = context;
  }

  /** Says that the iterations of a loop run one after the other. */
  static void plain(ForOp loop, String reason, PassContext context) {
    context.decide(Decision.about(loop, LOOP, asked(loop), "a plain loop").because("%s", reason));
  }

  /**
   * Says how the iterations of a loop overlap.
   *
   * @param mayBeAsync whether the pass was asked for asynchronous copies
   */
  static void overlapped(
      LoopBody body,
      List<Schedule> schedule,
      Target target,
      boolean mayBeAsync,
      PassContext context) {
    new ScheduleReport(body, schedule, context).report(target, mayBeAsync);
  }

  private static String asked(ForOp loop) {
    return ExplicitSchedule.isPresent(LoopBody.of(loop))
        ? "a schedule of its own"
        : "stages(" + loop.depth() + ")";
  }

  private void report(Target target, boolean mayBeAsync) {
    long last = 0;
    TreeSet<Long> groups = new TreeSet<>();
    for (Schedule place : schedule) {
      last = Math.max(last, place.stage());
      if (place.group() != null) {
        groups.add(place.group());
      }
    }
    String chosen = last + 1 + " iterations under way, groups of asynchronous copies: ";
    context.decide(Decision.about(body.loop(), LOOP, asked(body.loop()), chosen + groups.size()));
    for (Statement statement : body.statements()) {
      if (CopyPatterns.isCopy(statement) || Spaces.bringsOnChip(statement)) {
        Schedule place = schedule.get(statement.index());
        context.decide(
            Decision.about(statement.op(), "copy", asked(body.loop()), chosen(place, last))
                .because("%s", place.group() == null ? reason(statement, target, mayBeAsync) : ""));
      }
    }
  }

  private static String chosen(Schedule place, long last) {
    String how =
        place.group() == null ? "waited for at once" : "asynchronous in group " + place.group();
    return last - place.stage() + " iterations ahead, " + how;
  }

  private static String reason(Statement copy, Target target, boolean mayBeAsync) {
    if (!target.hasAsyncCopy()) {
      return target.name() + " has no asynchronous copies";
    }
    if (!mayBeAsync) {
      return "use-async-copy=false";
    }
    if (copy.isAsyncByHand()) {
      return "the program itself copies and waits";
    }
    if (copy.isConditional()) {
      return "it depends on a condition";
    }
    return "no later operation of the iteration reads it, or it does more than copy";
  }
}
