// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize.schedule;

import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.analysis.Equivalence;
import dev.azulejo.ir.builtin.IntegerType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Writes what one role does, line by line of its program. */
final class RoleWriter {
  private final RolePlan role;
  private final Programs programs;
  private final Copies copies;
  private final Counting counting;
  private final Turns turns;
  private final StatementWriter statements;

  /**
   * For a role.
   *
   * @param shared the operations that stay in front of the roles, for all of them
   */
  RoleWriter(RolePlan role, Programs programs, ArrivalPlan arrivals, Set<Operation> shared) {
    this.role = role;
    this.programs = programs;
    this.counting = Counting.of(role);
    this.turns = new Turns(counting);
    Slots slots = new Slots(programs, turns);
    this.copies = new Copies(programs.tree().launch(), shared, slots);
    this.statements = new StatementWriter(programs, arrivals, copies, turns, slots);
  }

  Copies copies() {
    return copies;
  }

  /** Writes the role into a block, behind its own buffers, which stand in {@code place} already. */
  void write(Place place) {
    List<RingPlan> own = new ArrayList<>();
    for (RingPlan ring : programs.rings()) {
      if (ring.producer() == role || ring.consumer() == role) {
        own.add(ring);
      }
    }
    turns.begin(place, own);
    write(role.program(), Moment.once(place.values()), place);
  }

  /** Writes one turn of a body. */
  void write(Body body, Moment moment, Place place) {
    List<Entry> entries = body.entries();
    int from = 0;
    while (from < entries.size()) {
      long delay = body.delay(entries.get(from));
      Moment.Runs runs = moment.runs(delay);
      int to = from + 1;
      while (to < entries.size() && body.delay(entries.get(to)) == delay) {
        to++;
      }
      List<Entry> run = entries.subList(from, to);
      switch (runs) {
        case Moment.Runs.Never _ -> {}
        case Moment.Runs.Always _ -> writeRun(run, moment.of(delay, place, false));
        case Moment.Runs.Where where ->
            under(
                where.condition().apply(place),
                run,
                place,
                inside -> writeRun(run, moment.of(delay, inside, true)));
      }
      from = to;
    }
  }

  /** Writes lines of one iteration; neighbours under equal conditions have one branch. */
  private void writeRun(List<Entry> run, Place place) {
    int from = 0;
    while (from < run.size()) {
      int to = from + 1;
      switch (run.get(from)) {
        case Entry.Step step -> turns.write(step, place);
        case Entry.Enter enter ->
            under(
                enter.body().scope().guards(),
                List.of(enter),
                place,
                inside -> new LoopWriter(this).write(enter, inside));
        case Entry.Perform perform -> {
          List<Value> guards = perform.statement().guards();
          while (to < run.size()
              && run.get(to) instanceof Entry.Perform next
              && areEqual(guards, next.statement().guards())) {
            to++;
          }
          List<Entry> together = run.subList(from, to);
          under(guards, together, place, inside -> together.forEach(e -> perform(e, inside)));
        }
      }
      from = to;
    }
  }

  private void perform(Entry entry, Place place) {
    if (entry instanceof Entry.Perform perform) {
      statements.write(perform.statement(), place);
    }
  }

  private static boolean areEqual(List<Value> guards, List<Value> others) {
    if (guards.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < guards.size(); i++) {
      Operation one = guards.get(i).definingOp();
      Operation two = others.get(i).definingOp();
      boolean same =
          guards.get(i) == others.get(i)
              || (one != null && two != null && Equivalence.areEquivalent(one, two));
      if (!same) {
        return false;
      }
    }
    return true;
  }

  // --- Conditions -------------------------------------------------------------------------------

  /** Writes lines under conditions, the later of which are asked where the earlier ones hold. */
  private void under(
      List<Value> conditions, List<Entry> lines, Place place, Consumer<Place> writer) {
    if (conditions.isEmpty()) {
      writer.accept(place);
      return;
    }
    Value first = copies.value(conditions.getFirst(), place);
    under(
        first,
        lines,
        place,
        inside -> under(conditions.subList(1, conditions.size()), lines, inside, writer));
  }

  private void under(Value condition, List<Entry> lines, Place place, Consumer<Place> writer) {
    List<RingPlan> counted = counted(lines);
    List<Value> before = place.countsOf(counted);
    List<Type> types = Collections.nCopies(counted.size(), IntegerType.I32);
    Function<Inserter, List<? extends Value>> inThen =
        at -> {
          Place inside = place.inside(at);
          writer.accept(inside);
          return inside.countsOf(counted);
        };
    Function<Inserter, List<? extends Value>> inElse = _ -> before;
    IfOp branch =
        IfOp.create(place.at(), condition, types, inThen, counted.isEmpty() ? null : inElse);
    place.setCounts(counted, branch.resultValues());
    for (Entry line : lines) {
      if (line instanceof Entry.Step step) {
        place.slots().remove(step.ring());
      }
    }
  }

  /** The rings of which lines hand slots over and whose counts are carried. */
  List<RingPlan> counted(List<Entry> lines) {
    Set<RingPlan> rings = new LinkedHashSet<>();
    for (Entry line : lines) {
      for (RingPlan ring : Body.handedOver(line)) {
        if (counting.isCarried(ring)) {
          rings.add(ring);
        }
      }
    }
    return List.copyOf(rings);
  }
}
