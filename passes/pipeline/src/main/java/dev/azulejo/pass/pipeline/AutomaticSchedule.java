// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.pipeline;

import dev.azulejo.dialect.pipeline.Schedule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Gives each statement a stage and an order. What runs ahead has stage 0 and stands right behind
 * the last statement that reads it; everything else has the last stage. Where all that runs ahead
 * comes last, it is moved to the front of the next iteration, one stage nearer.
 */
final class AutomaticSchedule {
  private final LoopBody body;
  private final FirstStage first;
  private final long depth;
  private final long[] stage;
  private final long[] order;

  private AutomaticSchedule(LoopBody body, FirstStage first, long depth) {
    this.body = body;
    this.first = first;
    this.depth = depth;
    this.stage = new long[body.statements().size()];
    this.order = new long[body.statements().size()];
  }

  /** The schedule of every statement, in source order, without groups. */
  static List<Schedule> of(LoopBody body, FirstStage first, long depth) {
    AutomaticSchedule schedule = new AutomaticSchedule(body, first, depth);
    schedule.assign();
    schedule.rotate();
    List<Schedule> all = new ArrayList<>();
    for (int i = 0; i < schedule.stage.length; i++) {
      all.add(new Schedule(schedule.stage[i], schedule.order[i], null));
    }
    return all;
  }

  private void assign() {
    long next = 0;
    Arrays.fill(order, -1);
    for (Statement statement : body.statements()) {
      if (first.runsAhead(statement)) {
        continue;
      }
      order[statement.index()] = next++;
      stage[statement.index()] = depth;
      for (Statement ahead : body.statements()) {
        if (first.runsAhead(ahead) && first.lastUse(ahead) == statement.index()) {
          order[ahead.index()] = next++;
        }
      }
    }
    // A statement ahead may be read last by another that runs ahead: it goes right behind that.
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Statement ahead : body.statements()) {
        if (order[ahead.index()] < 0 && order[first.lastUse(ahead)] >= 0) {
          insertBefore(ahead.index(), first.lastUse(ahead));
          changed = true;
        }
      }
    }
  }

  /** A producer for a copy stands in front of it: they share the stage. */
  private void insertBefore(int statement, int user) {
    long place = order[user];
    for (int i = 0; i < order.length; i++) {
      if (order[i] >= place) {
        order[i]++;
      }
    }
    order[statement] = place;
    stage[statement] = stage[user];
  }

  private void rotate() {
    long earliestAhead = Long.MAX_VALUE;
    long latestOther = -1;
    int count = 0;
    for (Statement statement : body.statements()) {
      if (first.isMember(statement)) {
        earliestAhead = Math.min(earliestAhead, order[statement.index()]);
        count++;
      } else {
        latestOther = Math.max(latestOther, order[statement.index()]);
      }
    }
    if (count == 0 || earliestAhead < latestOther || depth < 2) {
      return;
    }
    for (Statement statement : body.statements()) {
      order[statement.index()] = (order[statement.index()] + count) % order.length;
      if (!first.isMember(statement)) {
        stage[statement.index()]--;
      }
    }
  }
}
