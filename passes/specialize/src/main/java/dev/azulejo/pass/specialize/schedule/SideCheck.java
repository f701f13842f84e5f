// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize.schedule;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds out who fills the slots of each ring and who uses them: one role each, not the same. */
final class SideCheck {
  private final Programs programs;
  private final Reports reports;

  SideCheck(Programs programs, Reports reports) {
    this.programs = programs;
    this.reports = reports;
  }

  void run() {
    for (RingPlan ring : programs.rings()) {
      Entry.Step fills = find(ring, true);
      Entry.Step uses = find(ring, false);
      if (fills == null) {
        reports.error(ring.op(), "has no producer: no role acquires and commits its slots");
      }
      if (uses == null) {
        reports.error(ring.op(), "has no consumer: no role waits for its slots and releases them");
      }
      if (fills != null && uses != null && ring.producer() == ring.consumer()) {
        reports.error(
            uses.op(),
            "uses slots of ring '%s', which the same role fills".formatted(ring.name()),
            fills.op(),
            "it fills them here");
      }
    }
  }

  /** The first step of one side, whose role becomes that side. */
  private Entry.@Nullable Step find(RingPlan ring, boolean fills) {
    Map<RolePlan, Entry.Step> firsts = new LinkedHashMap<>();
    for (RolePlan role : programs.roles()) {
      for (Body body : role.program().all()) {
        for (Entry.Step step : body.steps()) {
          if (step.ring() == ring && step.step().fills() == fills) {
            firsts.putIfAbsent(role, step);
          }
        }
      }
    }
    Entry.Step first = null;
    for (Map.Entry<RolePlan, Entry.Step> found : firsts.entrySet()) {
      if (first == null) {
        first = found.getValue();
        if (fills) {
          ring.setProducer(found.getKey());
        } else {
          ring.setConsumer(found.getKey());
        }
      } else {
        String what = fills ? "fills slots of ring" : "uses slots of ring";
        reports.error(
            found.getValue().op(),
            what + " '" + ring.name() + "', as another role does; one role may",
            first.op(),
            "the other one does here");
      }
    }
    return first;
  }
}
