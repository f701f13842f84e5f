// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize.schedule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Proves that roles which follow their programs never wait for ever. Every slot that is filled in
 * an iteration of a loop must be released in one; and with each loop gone through so often that all
 * slots are in use and all that is late is under way, all programs must come to their end. A step
 * that is possible stays possible whatever others do, so one order of the steps stands for all.
 */
final class DeadlockCheck {
  /** So many steps are followed at most; nests of deep rings are gone through less often. */
  private static final long MOST_STEPS = 1 << 20;

  private final Programs programs;
  private final Reports reports;
  private final Map<RingPlan, Counts> counts = new HashMap<>();

  DeadlockCheck(Programs programs, Reports reports) {
    this.programs = programs;
    this.reports = reports;
  }

  /** How often each kind of step of a ring has been taken. */
  private static final class Counts {
    private long acquired;
    private long committed;
    private long awaited;
    private long released;
  }

  void run() {
    checkBalance();
    if (reports.isEmpty()) {
      checkProgress();
    }
  }

  // --- As many filled as released ---------------------------------------------------------------

  private void checkBalance() {
    Set<Scope> scopes = new LinkedHashSet<>();
    scopes.add(programs.tree().root());
    scopes.addAll(programs.tree().scopes());
    for (RingPlan ring : programs.rings()) {
      for (Scope scope : scopes) {
        List<Entry.Step> commits = handedOver(ring.producer(), scope, ring);
        List<Entry.Step> releases = handedOver(ring.consumer(), scope, ring);
        if (commits.size() != releases.size()) {
          List<Entry.Step> some = commits.isEmpty() ? releases : commits;
          reports.error(
              some.getFirst().op(),
              "makes parities of ring '%s' diverge: in %s %d slots are filled and %d released"
                  .formatted(
                      ring.name(),
                      scope.isRoot() ? scope.inWords() : "an iteration of " + scope.inWords(),
                      commits.size(),
                      releases.size()),
              ring.op(),
              "the ring is here");
        }
      }
    }
  }

  private static List<Entry.Step> handedOver(@Nullable RolePlan role, Scope scope, RingPlan ring) {
    List<Entry.Step> found = new ArrayList<>();
    for (Body body : role == null ? List.<Body>of() : role.program().all()) {
      if (body.scope() == scope) {
        for (Entry.Step step : body.steps()) {
          if (step.ring() == ring && !step.step().opens()) {
            found.add(step);
          }
        }
      }
    }
    return found;
  }

  // --- All come to their end --------------------------------------------------------------------

  private void checkProgress() {
    long most = longEnough();
    while (most > 2 && steps(most) > MOST_STEPS) {
      most /= 2;
    }
    for (long trips : new long[] {1, 2, most}) {
      if (reports.isEmpty()) {
        counts.clear();
        checkProgress(trips);
      }
    }
  }

  /**
   * How often loops are gone through until roles are as far apart as they can be: by all slots of
   * all rings, and by all that is late.
   */
  private long longEnough() {
    long trips = 2;
    for (RingPlan ring : programs.rings()) {
      trips += ring.depth();
    }
    for (RolePlan role : programs.roles()) {
      for (Body body : role.program().all()) {
        trips += body.shift();
      }
    }
    return trips;
  }

  private long steps(long trips) {
    long all = 0;
    for (RolePlan role : programs.roles()) {
      all += steps(role.program(), 1, trips);
    }
    return all;
  }

  private static long steps(Body body, long turns, long trips) {
    long all = turns * body.entries().size();
    for (Entry entry : body.entries()) {
      if (entry instanceof Entry.Enter enter && all < MOST_STEPS) {
        all += steps(enter.body(), turns * (trips + enter.body().shift()), trips);
      }
    }
    return all;
  }

  private void checkProgress(long trips) {
    Map<RolePlan, List<Entry.Step>> steps = new LinkedHashMap<>();
    Map<RolePlan, Integer> next = new LinkedHashMap<>();
    for (RolePlan role : programs.roles()) {
      List<Entry.Step> all = new ArrayList<>();
      unroll(role.program(), 1, trips, all);
      steps.put(role, all);
      next.put(role, 0);
    }
    boolean moved = true;
    while (moved) {
      moved = false;
      for (RolePlan role : programs.roles()) {
        List<Entry.Step> all = steps.getOrDefault(role, List.of());
        int at = next.getOrDefault(role, 0);
        while (at < all.size() && take(all.get(at))) {
          at++;
          moved = true;
        }
        next.put(role, at);
      }
    }
    report(steps, next);
  }

  /** The steps of a body that is gone through so often, its loops as often as {@code trips}. */
  private static void unroll(Body body, long turns, long trips, List<Entry.Step> steps) {
    for (long turn = 0; turn < turns + body.shift(); turn++) {
      for (Entry entry : body.entries()) {
        long iteration = turn - body.delay(entry);
        if (iteration >= 0 && iteration < turns) {
          switch (entry) {
            case Entry.Perform _ -> {}
            case Entry.Step step -> steps.add(step);
            case Entry.Enter enter -> unroll(enter.body(), trips, trips, steps);
          }
        }
      }
    }
  }

  /** Takes a step if that is possible now. */
  private boolean take(Entry.Step step) {
    Counts of = counts.computeIfAbsent(step.ring(), _ -> new Counts());
    boolean fills = step.step().fills();
    if (step.step().opens()) {
      boolean isPossible =
          fills ? of.acquired < step.ring().depth() + of.released : of.awaited < of.committed;
      if (isPossible && fills) {
        of.acquired++;
      } else if (isPossible) {
        of.awaited++;
      }
      return isPossible;
    }
    if (fills) {
      of.committed++;
    } else {
      of.released++;
    }
    return true;
  }

  private void report(Map<RolePlan, List<Entry.Step>> steps, Map<RolePlan, Integer> next) {
    Entry.Step first = null;
    List<String> waiting = new ArrayList<>();
    for (RolePlan role : programs.roles()) {
      List<Entry.Step> all = steps.getOrDefault(role, List.of());
      int at = next.getOrDefault(role, 0);
      if (at < all.size()) {
        Entry.Step step = all.get(at);
        first = first == null ? step : first;
        waiting.add(
            String.format(
                Locale.ROOT,
                "role '%s' at '%s' of ring '%s', its step %d",
                role.name(),
                step.op().name(),
                step.ring().name(),
                at));
      }
    }
    if (first != null) {
      reports.error(
          first.op(),
          "waits for ever: " + String.join("; ", waiting),
          first.ring().op(),
          "the ring is here");
    }
  }
}
