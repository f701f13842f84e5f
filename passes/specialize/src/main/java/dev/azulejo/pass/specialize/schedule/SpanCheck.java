// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize.schedule;

import dev.azulejo.ir.Operation;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks that slots are used between the steps that begin and end their use, and finds out how many
 * iterations late each line of a program is: as late as the slots that it uses.
 */
final class SpanCheck {
  private final Programs programs;
  private final Reports reports;

  SpanCheck(Programs programs, Reports reports) {
    this.programs = programs;
    this.reports = reports;
  }

  void run() {
    for (RolePlan role : programs.roles()) {
      check(role.program(), new LinkedHashMap<>());
    }
  }

  private void check(Body body, Map<RingPlan, Entry.Step> outer) {
    Map<RingPlan, Entry.Step> open = new LinkedHashMap<>();
    Map<Entry, @Nullable Long> stages = new LinkedHashMap<>();
    for (Entry entry : body.entries()) {
      switch (entry) {
        case Entry.Step step when step.step().opens() -> {
          open(step, open, outer);
          stages.put(step, step.step().late());
        }
        case Entry.Step step -> {
          close(step, open);
          stages.put(step, step.step().late());
        }
        case Entry.Perform perform -> {
          checkOperands(perform, open, outer);
          stages.put(perform, stage(perform, open));
        }
        case Entry.Enter enter -> {
          Map<RingPlan, Entry.Step> around = new LinkedHashMap<>(outer);
          around.putAll(open);
          check(enter.body(), around);
          stages.put(enter, stage(enter, open));
        }
      }
    }
    for (Entry.Step step : open.values()) {
      reports.error(
          step.op(),
          "begins to use a slot of ring '%s', and nothing in %s ends that use",
          step.ring().name(),
          body.scope().inWords());
    }
    delay(body, stages);
  }

  private void open(
      Entry.Step step, Map<RingPlan, Entry.Step> open, Map<RingPlan, Entry.Step> outer) {
    Entry.Step before = open.getOrDefault(step.ring(), outer.get(step.ring()));
    if (before != null) {
      reports.error(
          step.op(),
          "begins to use a slot of ring '" + step.ring().name() + "' while another one is in use",
          before.op(),
          "that use begins here");
    }
    open.putIfAbsent(step.ring(), step);
  }

  private void close(Entry.Step step, Map<RingPlan, Entry.Step> open) {
    Entry.Step opener = open.remove(step.ring());
    if (opener == null || opener.step().fills() != step.step().fills()) {
      reports.error(
          step.op(),
          "ends the use of a slot of ring '%s' that did not begin here: it needs a '%s' in the same"
              + " body",
          step.ring().name(),
          step.step().fills() ? "pipeline.acquire" : "pipeline.wait");
    } else if (opener.step().late() != step.step().late()) {
      reports.error(
          step.op(),
          "is in stage %d, but the use of its slot begins in stage %d; pairs must share one stage"
              .formatted(step.step().late(), opener.step().late()),
          opener.op(),
          "it begins here");
    }
  }

  private void checkOperands(
      Entry.Perform perform, Map<RingPlan, Entry.Step> open, Map<RingPlan, Entry.Step> outer) {
    Set<RingPlan> reported = new LinkedHashSet<>();
    for (Touch touch : perform.statement().touches()) {
      RingPlan ring = programs.ringOf(touch.root());
      if (ring == null || reported.contains(ring)) {
        continue;
      }
      Entry.Step opener = open.getOrDefault(ring, outer.get(ring));
      Operation op = perform.op();
      String id = perform.statement().id();
      if (opener == null) {
        reported.add(ring);
        reports.error(
            op,
            "performs '%s' while no slot of ring '%s' is in use, whose buffer it %s"
                .formatted(id, ring.name(), touch.isWrite() ? "writes" : "reads"),
            touch.op(),
            "the buffer is used here");
      } else if (touch.isWrite() && !opener.step().fills()) {
        reported.add(ring);
        reports.error(
            op,
            "performs '%s', which writes a slot of ring '%s' that the role only waits for"
                .formatted(id, ring.name()),
            touch.op(),
            "it is written here");
      }
    }
  }

  /** The stage of the slots in use here that a line touches, or null where it touches none. */
  private @Nullable Long stage(Entry entry, Map<RingPlan, Entry.Step> open) {
    Entry.Step first = null;
    for (RingPlan ring : programs.ringsOf(Body.touches(entry))) {
      Entry.Step opener = open.get(ring);
      if (opener == null) {
        continue;
      }
      if (first != null && first.step().late() != opener.step().late()) {
        reports.error(
            entry.op(),
            "uses slots of rings '%s' and '%s', which are in use in stages %d and %d"
                .formatted(
                    first.ring().name(), ring.name(), first.step().late(), opener.step().late()),
            opener.op(),
            "one use begins here");
        return null;
      }
      first = first == null ? opener : first;
    }
    return first == null ? null : Long.valueOf(first.step().late());
  }

  private void delay(Body body, Map<Entry, @Nullable Long> stages) {
    long earliest = Long.MAX_VALUE;
    for (Entry.Step step : body.steps()) {
      earliest = Math.min(earliest, step.step().late());
    }
    for (Entry entry : body.entries()) {
      Long stage = stages.get(entry);
      body.setDelay(entry, stage == null ? 0 : stage - earliest);
    }
    if (body.shift() == 0) {
      return;
    }
    Operation late = late(body);
    Operation loop = body.scope().loop();
    if (loop == null) {
      reports.error(late, "is in another stage than others, but in no loop");
    } else if (ScopeLoop.of(loop) instanceof ScopeLoop.Counted counted
        && !Long.valueOf(0).equals(counted.knownFrom())) {
      reports.error(
          late,
          "is in another stage than others, but its loop does not begin at 0",
          loop,
          "the loop");
    }
  }

  private static Operation late(Body body) {
    for (Entry entry : body.entries()) {
      if (body.delay(entry) > 0) {
        return entry.op();
      }
    }
    return body.entries().getFirst().op();
  }
}
