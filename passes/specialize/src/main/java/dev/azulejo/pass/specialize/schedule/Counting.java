// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize.schedule;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * How a role counts the turns of its rings. Where it begins a use at one place of the program that
 * is written, {@code pipeline.ordinal} counts there. Where it does at several, or in a loop that
 * asks whether to go on, loops and conditions carry a count.
 */
final class Counting {
  private final Map<RingPlan, Integer> places = new LinkedHashMap<>();
  private final Set<RingPlan> carried = new HashSet<>();
  private final Set<RingPlan> repeated = new HashSet<>();

  private Counting() {}

  static Counting of(RolePlan role) {
    Counting counting = new Counting();
    counting.add(role.program(), false, false);
    return counting;
  }

  private void add(Body body, boolean isSpread, boolean isRepeated) {
    boolean isAsking =
        body.scope().loop() != null
            && ScopeLoop.of(body.scope().loop()) instanceof ScopeLoop.Asking;
    boolean spread = isSpread || isAsking || body.shift() > 0;
    boolean again = isRepeated || !body.scope().isRoot();
    for (Entry entry : body.entries()) {
      if (entry instanceof Entry.Enter enter) {
        add(enter.body(), spread, again);
      } else if (entry instanceof Entry.Step step && step.step().opens()) {
        RingPlan ring = step.ring();
        if (places.merge(ring, 1, Integer::sum) > 1 || spread) {
          carried.add(ring);
        }
        if (again) {
          repeated.add(ring);
        }
      }
    }
  }

  /** Do loops and conditions carry the count? */
  boolean isCarried(RingPlan ring) {
    return carried.contains(ring);
  }

  /** Is there only one turn? */
  boolean isOnce(RingPlan ring) {
    return !carried.contains(ring) && !repeated.contains(ring);
  }

  /** In words. */
  String words(RingPlan ring) {
    if (isOnce(ring)) {
      return "one";
    }
    return isCarried(ring) ? "a count that loops carry" : "pipeline.ordinal";
  }
}
