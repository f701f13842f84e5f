// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize.schedule;

import dev.azulejo.ir.Block;
import dev.azulejo.ir.Operation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a program does what depends on each other in the order of the launch: within an
 * iteration and from one to the next, with what is late being late.
 */
final class OrderCheck {
  private final Programs programs;
  private final Reports reports;

  OrderCheck(Programs programs, Reports reports) {
    this.programs = programs;
    this.reports = reports;
  }

  void run() {
    for (RolePlan role : programs.roles()) {
      role.program().all().forEach(this::check);
    }
    programs.rings().forEach(this::checkRing);
  }

  private void check(Body body) {
    List<Entry> entries = body.entries();
    for (int i = 0; i < entries.size(); i++) {
      for (int j = i + 1; j < entries.size(); j++) {
        checkPair(body, entries.get(i), entries.get(j));
      }
    }
  }

  /** Checks two lines, the first of which stands in front of the second in the program. */
  private void checkPair(Body body, Entry one, Entry two) {
    Operation first = operation(one);
    Operation second = operation(two);
    if (first == null || second == null) {
      return;
    }
    boolean inOrder = isBefore(body.scope().body(), first, second);
    Touch reason = conflict(one, two, false);
    Touch acrossTurns = conflict(one, two, true);
    long ahead = body.delay(two) - body.delay(one);
    // In one iteration, the line that stands first in the launch must come first.
    boolean isKept = inOrder ? ahead >= 0 : ahead < 0;
    // From an iteration to the next, the other one must.
    boolean isKeptAcross = inOrder ? ahead <= 0 : ahead >= -1;
    if (reason != null && !isKept) {
      report(two, one, reason, "in another order than the launch");
    } else if (acrossTurns != null && !body.scope().isRoot() && !isKeptAcross) {
      report(two, one, acrossTurns, "so late that the next iteration comes first");
    }
  }

  private void report(Entry entry, Entry other, Touch reason, String how) {
    reports.error(
        entry.op(),
        "is done %s, but depends on '%s'".formatted(how, name(other)),
        reason.op(),
        "because of what this touches");
  }

  private static String name(Entry entry) {
    return switch (entry) {
      case Entry.Perform perform -> perform.statement().id();
      case Entry.Enter enter -> enter.body().scope().id();
      case Entry.Step step -> step.ring().name();
    };
  }

  private static @Nullable Operation operation(Entry entry) {
    return switch (entry) {
      case Entry.Perform perform -> perform.statement().op();
      case Entry.Enter enter -> enter.body().scope().loop();
      case Entry.Step _ -> null;
    };
  }

  /** Why two lines depend on each other; slots make those of different turns independent. */
  private @Nullable Touch conflict(Entry one, Entry two, boolean acrossTurns) {
    for (Touch touch : Body.touches(one)) {
      for (Touch other : Body.touches(two)) {
        RingPlan ring = programs.ringOf(touch.root());
        if (touch.conflicts(other) && (ring == null || !acrossTurns)) {
          return other;
        }
      }
    }
    return null;
  }

  /** Does an operation stand in front of another one of the same scope, whatever is around both? */
  private static boolean isBefore(Block scope, Operation one, Operation two) {
    Operation first = one;
    List<Operation> around = new ArrayList<>();
    while (first != null && first.block() != scope) {
      around.add(first);
      first = first.parentOp();
    }
    around.add(first == null ? one : first);
    Operation second = two;
    while (second != null) {
      for (Operation outer : around) {
        if (outer.block() == second.block() && outer != second) {
          return outer.isBeforeInBlock(second);
        }
      }
      second = second.parentOp();
    }
    return true;
  }

  // --- What roles hand over ---------------------------------------------------------------------

  /** Checks that the launch fills the slots of a ring before it uses them, turn by turn. */
  private void checkRing(RingPlan ring) {
    RolePlan producer = ring.producer();
    RolePlan consumer = ring.consumer();
    if (producer == null || consumer == null) {
      return;
    }
    for (Body fills : producer.program().all()) {
      for (Body uses : consumer.program().all()) {
        if (fills.scope() == uses.scope()) {
          checkTurns(ring, spans(fills, ring), spans(uses, ring), fills.scope().body());
        }
      }
    }
  }

  private void checkTurns(
      RingPlan ring, List<List<Entry>> fills, List<List<Entry>> uses, Block scope) {
    for (int i = 0; i < Math.min(fills.size(), uses.size()); i++) {
      check(ring, fills.get(i), uses.get(i), scope, "uses a slot before '%s' fills it");
      if (i + 1 < fills.size()) {
        check(ring, uses.get(i), fills.get(i + 1), scope, "fills a slot before '%s' has used it");
      }
    }
  }

  private void check(
      RingPlan ring, List<Entry> earlier, List<Entry> later, Block scope, String problem) {
    for (Entry first : earlier) {
      for (Entry second : later) {
        Operation one = operation(first);
        Operation two = operation(second);
        if (one != null && two != null && one != two && !isBefore(scope, one, two)) {
          reports.error(
              two,
              problem.formatted(name(first))
                  + "; ring '"
                  + ring.name()
                  + "' hands slots over in the order of the launch",
              one,
              "the other one is here");
          return;
        }
      }
    }
  }

  /** The lines of a body that touch a ring, for each use of a slot that begins there. */
  private static List<List<Entry>> spans(Body body, RingPlan ring) {
    List<List<Entry>> spans = new ArrayList<>();
    boolean isInUse = false;
    for (Entry entry : body.entries()) {
      if (entry instanceof Entry.Step step) {
        if (step.ring() == ring) {
          isInUse = step.step().opens();
          if (isInUse) {
            spans.add(new ArrayList<>());
          }
        }
      } else if (isInUse
          && Body.touches(entry).stream().anyMatch(touch -> ring.holds(touch.root()))) {
        spans.getLast().add(entry);
      }
    }
    return spans;
  }
}
