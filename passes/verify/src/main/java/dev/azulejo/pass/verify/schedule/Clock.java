// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify.schedule;

import dev.azulejo.pass.verify.model.Event;
import dev.azulejo.pass.verify.model.Gate;
import dev.azulejo.pass.verify.model.Model;
import dev.azulejo.pass.verify.model.Node;
import dev.azulejo.pass.verify.model.Path;
import dev.azulejo.pass.verify.schedule.Execution.Engine;
import dev.azulejo.pass.verify.schedule.Execution.Flight;
import dev.azulejo.pass.verify.schedule.Execution.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets the agents of a model go on column by column. What is done in a column others can tell from
 * the next one on, so that a wait always ends behind what it waits for.
 */
final class Clock {
  private static final int BOX = 3;
  private static final int COPY = 3;
  private static final int PRODUCT = 2;
  private static final int STORE = 3;
  private static final int MOST_EMPTY_WAYS = 100_000;

  private final Model model;
  private final int most;
  private final Steps steps;
  private final Phases phases;
  private final List<Runner> runners = new ArrayList<>();
  private final List<Step> done = new ArrayList<>();
  private final List<Flight> flights = new ArrayList<>();
  private final List<Execution.Completion> completions = new ArrayList<>();
  private final Map<Integer, Long> facts = new HashMap<>();
  private final List<Runnable> atEnd = new ArrayList<>();
  private final List<Later> later = new ArrayList<>();
  private final int[] wanted;
  private final int[] present;
  private final int[] meetings;
  private int now;

  /** Something that happens at the end of a column. */
  private record Later(int column, Runnable effect) {}

  /** An agent on its way. */
  private static final class Runner {
    final int agent;
    final Deque<List<Event>> ahead = new ArrayDeque<>();
    final List<Flight> products = new ArrayList<>();
    final List<Flight> copies = new ArrayList<>();
    final List<Flight> stores = new ArrayList<>();
    @Nullable Node place;
    @Nullable Path way;
    @Nullable Step waiting;
    int groups;
    int meeting;

    Runner(int agent) {
      this.agent = agent;
    }
  }

  private Clock(Model model, int most) {
    this.model = model;
    this.most = most;
    this.steps = new Steps(model);
    this.phases = new Phases(model.barriers());
    this.wanted = new int[model.named()];
    this.present = new int[model.named()];
    this.meetings = new int[model.named()];
  }

  /**
   * Executes a model.
   *
   * @param most how many columns there may be
   */
  static Execution run(Model model, int most) {
    return new Clock(model, most).run();
  }

  private Execution run() {
    for (int i = 0; i < model.agents().size(); i++) {
      runners.add(new Runner(i));
    }
    model.starts().forEach(start -> runners.get(start.agent()).place = start.node());
    Execution.End end = Execution.End.CUT;
    while (now < most) {
      boolean anyone = false;
      for (Runner runner : runners) {
        anyone |= act(runner);
      }
      List<Runnable> effects = List.copyOf(atEnd);
      atEnd.clear();
      effects.forEach(Runnable::run);
      anyone |= !effects.isEmpty();
      anyone |= land();
      anyone |= flights.stream().anyMatch(each -> each.to() >= now);
      for (int barrier : phases.settle()) {
        completions.add(new Execution.Completion(barrier, phases.phase(barrier) - 1, now));
      }
      boolean isOver = runners.stream().allMatch(Clock::hasEnded);
      if (!anyone && later.isEmpty()) {
        end = isOver ? Execution.End.WHOLE : Execution.End.STUCK;
        break;
      }
      now++;
    }
    int last = 0;
    for (Step step : done) {
      last = Math.max(last, step.to());
    }
    List<Flight> shown = new ArrayList<>();
    for (Flight flight : flights) {
      if (flight.from() < most) {
        int to = Math.min(flight.to(), most - 1);
        last = Math.max(last, to);
        shown.add(
            new Flight(
                flight.engine(),
                flight.agent(),
                flight.group(),
                flight.event(),
                flight.from(),
                to));
      }
    }
    return new Execution(done, shown, completions, last + 1, end, !facts.isEmpty());
  }

  private static boolean hasEnded(Runner runner) {
    return runner.place == null && runner.way == null && runner.ahead.isEmpty();
  }

  private boolean land() {
    List<Later> due = later.stream().filter(each -> each.column() <= now).toList();
    later.removeAll(due);
    due.forEach(each -> each.effect().run());
    return !due.isEmpty();
  }

  private void at(int column, Runnable effect) {
    if (column <= now) {
      effect.run();
    } else {
      later.add(new Later(column, effect));
    }
  }

  // --- Agents -----------------------------------------------------------------------------------

  /** Lets an agent use the column; false where it only waits, or has nothing to do. */
  private boolean act(Runner runner) {
    for (int empty = 0; empty < MOST_EMPTY_WAYS; empty++) {
      List<Event> step = runner.ahead.peek();
      if (step != null) {
        return perform(runner, step);
      }
      if (runner.way != null) {
        leave(runner, runner.way).forEach(Runnable::run);
        continue;
      }
      Node place = runner.place;
      if (place == null) {
        return false;
      }
      if (!(place.gate() instanceof Gate.Open)) {
        return pass(runner, place, place.gate());
      }
      if (!choose(runner, place)) {
        return false;
      }
    }
    return false;
  }

  /**
   * Takes a way that goes on, if there is one, and of those the one with the largest facts: they
   * let loops run most often.
   */
  private boolean choose(Runner runner, Node place) {
    Path chosen = null;
    for (Path path : place.paths().reversed()) {
      boolean isBetter = chosen == null || (isEnd(chosen) && !isEnd(path));
      if (isBetter && fits(path)) {
        chosen = path;
      }
    }
    if (chosen == null) {
      return false;
    }
    chosen.draws().forEach(draw -> facts.put(draw.fact(), draw.value()));
    runner.way = chosen;
    runner.place = null;
    runner.ahead.addAll(steps.divide(chosen.events()));
    return true;
  }

  private boolean fits(Path path) {
    return path.draws().stream()
        .allMatch(draw -> facts.getOrDefault(draw.fact(), draw.value()) == draw.value());
  }

  private static boolean isEnd(Path path) {
    return path.target() == null && path.forks().isEmpty();
  }

  /** Comes to the end of a way; gives what lets those begin that begin there. */
  private List<Runnable> leave(Runner runner, Path path) {
    runner.way = null;
    runner.place = path.target();
    List<Runnable> begins = new ArrayList<>();
    for (Path.Fork fork : path.forks()) {
      begins.add(() -> runners.get(fork.agent()).place = fork.node());
    }
    return begins;
  }

  private boolean pass(Runner runner, Node place, Gate gate) {
    boolean isOpen =
        switch (gate) {
          case Gate.Open _ -> true;
          case Gate.Wait wait -> phases.hasPassed(wait.barrier(), wait.parity());
          case Gate.Meet meet -> meetings[meet.named()] > runner.meeting;
        };
    Step waiting = runner.waiting;
    if (waiting == null) {
      int phase =
          gate instanceof Gate.Wait wait ? phases.phase(wait.barrier()) - (isOpen ? 1 : 0) : 0;
      waiting = new Step(runner.agent, now, List.of(), gate, phase);
      done.add(waiting);
      runner.waiting = waiting;
    }
    waiting.lastUntil(now);
    if (!isOpen) {
      return false;
    }
    runner.waiting = null;
    waiting.end();
    return choose(runner, place);
  }

  private boolean perform(Runner runner, List<Event> step) {
    if (step.getLast() instanceof Event.Come come && meets(runner, come)) {
      runner.ahead.remove();
      come(runner, come);
      Step waiting = new Step(runner.agent, now, step, meeting(come), 0);
      done.add(waiting);
      runner.waiting = waiting;
      return true;
    }
    Step shown = runner.waiting;
    if (shown == null) {
      shown = new Step(runner.agent, now, step, null, 0);
      done.add(shown);
    }
    shown.lastUntil(now);
    if (step.stream().anyMatch(event -> !isReady(runner, event))) {
      runner.waiting = shown;
      return false;
    }
    runner.waiting = null;
    shown.end();
    runner.ahead.remove();
    step.forEach(event -> begin(runner, event));
    Path way = runner.way;
    if (runner.ahead.isEmpty() && way != null && way.target() == null) {
      atEnd.addAll(leave(runner, way));
    }
    return true;
  }

  /** Does an agent come to a numbered barrier in order to wait there? */
  private static boolean meets(Runner runner, Event.Come come) {
    Path way = runner.way;
    return runner.ahead.size() == 1
        && way != null
        && way.target() != null
        && way.target().gate() instanceof Gate.Meet(var site, int _)
        && site.number() == come.site().number();
  }

  private static Gate meeting(Event.Come come) {
    return new Gate.Meet(come.site(), come.named());
  }

  private void come(Runner runner, Event.Come come) {
    int named = come.named();
    runner.meeting = meetings[named];
    atEnd.add(() -> {
      wanted[named] = come.wanted();
      present[named] += come.threads();
      if (present[named] >= wanted[named]) {
        present[named] = 0;
        meetings[named]++;
      }
    });
  }

  // --- Engines ----------------------------------------------------------------------------------

  private boolean isReady(Runner runner, Event event) {
    return switch (event) {
      case Event.AwaitCopies wait ->
          areOver(
              runner.copies.stream()
                  .filter(copy -> copy.group() < runner.groups - wait.pending())
                  .toList());
      case Event.AwaitProducts wait -> {
        int over = Math.max(0, runner.products.size() - wait.pending());
        yield areOver(runner.products.subList(0, over));
      }
      case Event.BeginStore store ->
          areOver(
              runner.stores.stream()
                  .filter(other ->
                      other.event() instanceof Event.BeginStore before
                          && before.taken().buffer() == store.taken().buffer())
                  .toList());
      default -> true;
    };
  }

  private boolean areOver(List<Flight> all) {
    return all.stream().allMatch(flight -> flight.to() < now);
  }

  private void begin(Runner runner, Event event) {
    switch (event) {
      case Event.BeginBox box -> {
        fly(Engine.BOXES, runner, -1, box, now + 1, BOX);
        at(now + BOX, () -> phases.expect(box.barrier(), -box.bytes()));
      }
      case Event.BeginCopy copy ->
          runner.copies.add(fly(Engine.COPIES, runner, runner.groups, copy, now + 1, COPY));
      case Event.CommitCopies _ -> runner.groups++;
      case Event.BeginProduct product -> {
        int free = runner.products.isEmpty() ? 0 : runner.products.getLast().to() + 1;
        int from = Math.max(now + 1, free);
        runner.products.add(fly(Engine.PRODUCTS, runner, -1, product, from, PRODUCT));
      }
      case Event.BeginStore store ->
          runner.stores.add(fly(Engine.STORES, runner, -1, store, now + 1, STORE));
      case Event.Arrive arrive -> atEnd.add(() -> phases.arrive(arrive.barrier(), arrive.count()));
      case Event.Expect expect -> atEnd.add(() -> phases.expect(expect.barrier(), expect.bytes()));
      case Event.ArriveBehindCopies late -> {
        int over = now;
        for (Flight copy : runner.copies) {
          over = Math.max(over, copy.to());
        }
        int column = over;
        atEnd.add(() -> at(column, () -> phases.arrive(late.barrier(), late.count())));
      }
      case Event.Come come -> come(runner, come);
      case Event.Initialize first ->
          atEnd.add(() -> phases.initialize(first.first(), first.size()));
      case Event.AwaitCopies _,
          Event.AwaitProducts _,
          Event.Touch _,
          Event.Fence _,
          Event.Turn _ -> {}
    }
  }

  private Flight fly(Engine engine, Runner runner, int group, Event event, int from, int columns) {
    Flight flight = new Flight(engine, runner.agent, group, event, from, from + columns - 1);
    flights.add(flight);
    return flight;
  }
}
