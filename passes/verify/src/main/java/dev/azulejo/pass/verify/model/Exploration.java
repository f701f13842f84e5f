// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All orders in which agents can go on, the short ones first, so that the first thing that goes
 * wrong is the one with the fewest steps. A step is all that an agent does from one wait to the
 * next: nobody can come in between in a way that matters. Two steps that are possible at one moment
 * and touch the same memory are a race.
 */
public final class Exploration {
  private static final Path NO_PATH = new Path(List.of(), List.of(), null, List.of());

  private final Model model;
  private final int limit;
  private final Map<Integer, Node> nodes = new HashMap<>();
  private final Map<Integer, BitSet> needed = new HashMap<>();
  private final Map<Path, Footprint[]> touched = new IdentityHashMap<>();
  private final Map<Pair, List<Footprint>> conflicts = new HashMap<>();

  private final Set<Key> seen = new HashSet<>();
  private final Deque<World> frontier = new ArrayDeque<>();
  private final List<Step> steps = new ArrayList<>();
  private @Nullable Finding finding;

  @SuppressWarnings("ArrayRecordComponent") // equals compares what the array holds
  private record Key(int[] words, int hash) {
    Key(int[] words) {
      this(words, Arrays.hashCode(words));
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && Arrays.equals(words, key.words);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  private record Pair(Path one, Path other) {
    @Override
    public boolean equals(Object object) {
      return object instanceof Pair pair && one == pair.one && other == pair.other;
    }

    @Override
    public int hashCode() {
      return 31 * System.identityHashCode(one) + System.identityHashCode(other);
    }
  }

  /**
   * A step from one state to another.
   *
   * @param from the number of the state before
   * @param moves who does what
   */
  record Step(int from, List<Move> moves) {}

  /**
   * What one agent does in a step.
   *
   * @param agent who, or -1 where something lands and nobody goes on
   * @param lands the barrier that something lands on first, or -1
   * @param path what the agent does
   */
  record Move(int agent, int lands, Path path) {}

  /**
   * What was found.
   *
   * @param fault what is wrong
   * @param steps how it comes to that
   */
  public record Finding(Fault fault, List<Fault.Remark> steps) {
    /** Copies the list. */
    public Finding {
      steps = List.copyOf(steps);
    }
  }

  /**
   * What came out.
   *
   * @param states how many states were looked at
   * @param decided were these all?
   * @param finding what is wrong, or null
   */
  public record Result(int states, boolean decided, @Nullable Finding finding) {}

  private Exploration(Model model, int limit) {
    this.model = model;
    this.limit = limit;
  }

  /** Looks at all orders, or at as many states as a limit allows. */
  public static Result of(Model model, int limit) {
    return new Exploration(model, limit).run();
  }

  private Result run() {
    if (!learnProgram()) {
      return new Result(nodes.size(), false, null);
    }
    add(World.of(model), new Step(-1, List.of()));
    for (int at = 0; !frontier.isEmpty() && finding == null; at++) {
      if (steps.size() > limit) {
        return new Result(steps.size(), false, null);
      }
      expand(at, frontier.remove());
    }
    return new Result(steps.size(), true, finding);
  }

  // --- The program ------------------------------------------------------------------------------

  /** Finds all places, and which facts are asked for behind each of them. */
  private boolean learnProgram() {
    Map<Integer, List<Integer>> before = new LinkedHashMap<>();
    Deque<Node> open = new ArrayDeque<>();
    model.starts().forEach(start -> reach(start.node(), open));
    while (!open.isEmpty()) {
      if (nodes.size() > limit) {
        return false;
      }
      Node node = open.remove();
      BitSet facts = needed.computeIfAbsent(node.number(), _ -> new BitSet());
      for (Path path : node.paths()) {
        path.draws().forEach(draw -> facts.set(draw.fact()));
        for (Node next : targets(path)) {
          before.computeIfAbsent(next.number(), _ -> new ArrayList<>()).add(node.number());
          reach(next, open);
        }
      }
    }
    Deque<Integer> changed = new ArrayDeque<>(needed.keySet());
    while (!changed.isEmpty()) {
      int node = changed.remove();
      BitSet own = needed.getOrDefault(node, new BitSet());
      for (int earlier : before.getOrDefault(node, List.of())) {
        BitSet facts = needed.computeIfAbsent(earlier, _ -> new BitSet());
        int count = facts.cardinality();
        facts.or(own);
        if (facts.cardinality() > count) {
          changed.add(earlier);
        }
      }
    }
    return true;
  }

  private void reach(Node node, Deque<Node> open) {
    if (nodes.put(node.number(), node) == null) {
      open.add(node);
    }
  }

  private static List<Node> targets(Path path) {
    List<Node> targets = new ArrayList<>();
    if (path.target() != null) {
      targets.add(path.target());
    }
    path.forks().forEach(fork -> targets.add(fork.node()));
    return targets;
  }

  private Node node(int number) {
    Node node = nodes.get(number);
    if (node == null) {
      throw new IllegalStateException("an agent is at a place that was not found");
    }
    return node;
  }

  // --- Search -----------------------------------------------------------------------------------

  private void add(World world, Step step) {
    BitSet facts = new BitSet();
    for (int i = 0; i < model.agents().size(); i++) {
      int place = world.agent(i).place();
      if (place >= 0) {
        facts.or(needed.getOrDefault(place, facts));
      }
    }
    world.forget(facts);
    if (seen.add(new Key(world.code()))) {
      frontier.add(world);
      steps.add(step);
    }
  }

  private void expand(int at, World world) {
    if (world.haveAllEnded()) {
      Fault fault = world.settle();
      if (fault != null) {
        report(at, null, fault);
      }
      return;
    }
    List<Move> moves = moves(at, world);
    if (finding == null) {
      races(at, world, moves);
    }
    for (List<Move> together : steps(moves)) {
      if (finding == null) {
        take(at, world.copy(), together);
      }
    }
  }

  /** Agents of one group go on together, as far as they can; all others one by one. */
  private List<List<Move>> steps(List<Move> moves) {
    Map<Integer, List<List<Move>>> groups = new LinkedHashMap<>();
    for (Move move : moves) {
      List<List<Move>> steps =
          groups.computeIfAbsent(model.agents().get(move.agent()).group(), _ -> new ArrayList<>());
      boolean joins = false;
      for (List<Move> step : steps) {
        if (step.stream().noneMatch(other -> other.agent() == move.agent())) {
          step.add(move);
          joins = true;
        }
      }
      if (!joins) {
        steps.add(new ArrayList<>(List.of(move)));
      }
    }
    List<List<Move>> all = new ArrayList<>();
    groups.values().forEach(all::addAll);
    return all;
  }

  private List<Move> moves(int at, World world) {
    List<Move> moves = new ArrayList<>();
    boolean anyone = false;
    for (int i = 0; i < model.agents().size(); i++) {
      int place = world.agent(i).place();
      if (place < 0) {
        continue;
      }
      Node node = node(place);
      int lands = -1;
      boolean passes =
          switch (node.gate()) {
            case Gate.Open _ -> true;
            case Gate.Meet meet -> world.hasMet(i, meet.named());
            case Gate.Wait wait -> {
              BarrierState barrier = world.barrier(wait.barrier());
              boolean passed = barrier.hasPassed(wait.parity());
              if (barrier.canLand()) {
                if (passed) {
                  // What comes ends another phase: whoever is late waits for a wrong one.
                  World later = world.copy();
                  later.land(wait.barrier());
                  add(later, new Step(at, List.of(new Move(-1, wait.barrier(), NO_PATH))));
                  anyone = true;
                } else {
                  lands = wait.barrier();
                }
              }
              yield passed || lands >= 0;
            }
          };
      if (passes) {
        for (Path path : node.paths()) {
          if (world.allows(path)) {
            moves.add(new Move(i, lands, path));
          }
        }
      }
    }
    if (moves.isEmpty() && !anyone) {
      report(at, null, Deadlock.of(model, world, this::node));
    }
    return moves;
  }

  private void races(int at, World world, List<Move> moves) {
    for (int i = 0; i < moves.size(); i++) {
      for (int j = i + 1; j < moves.size(); j++) {
        Move one = moves.get(i);
        Move other = moves.get(j);
        if (one.agent() == other.agent()) {
          continue;
        }
        List<Footprint> both =
            conflicts.computeIfAbsent(new Pair(one.path(), other.path()), this::conflict);
        if (!both.isEmpty()) {
          World later = world.copy();
          later.learn(one.path());
          if (later.allows(other.path())) {
            report(at, null, race(world, one, other, both));
            return;
          }
        }
      }
    }
  }

  private Fault race(World world, Move one, Move other, List<Footprint> both) {
    boolean swap = both.getFirst().isRead() && !both.getLast().isRead();
    Footprint subject = swap ? both.getLast() : both.getFirst();
    Footprint object = swap ? both.getFirst() : both.getLast();
    int who = swap ? other.agent() : one.agent();
    int whom = swap ? one.agent() : other.agent();
    return new Fault(
        subject.site(),
        Words.format(
            "race: %s %s while %s may still be %s it",
            world.name(who),
            world.describe(subject),
            world.name(whom),
            object.isRead() ? "reading" : "writing"),
        List.of(
            new Fault.Remark(
                object.site(), world.name(whom) + " " + world.describe(object) + " here")));
  }

  private List<Footprint> conflict(Pair pair) {
    for (Footprint one : touchedBy(pair.one())) {
      for (Footprint other : touchedBy(pair.other())) {
        if (one.conflictsWith(other)) {
          return List.of(one, other);
        }
      }
    }
    return List.of();
  }

  private Footprint[] touchedBy(Path path) {
    return touched.computeIfAbsent(
        path,
        _ -> {
          List<Footprint> all = new ArrayList<>();
          path.events().forEach(event -> all.addAll(footprints(event)));
          return all.toArray(Footprint[]::new);
        });
  }

  private static List<Footprint> footprints(Event event) {
    return switch (event) {
      case Event.Touch touch -> List.of(touch.footprint());
      case Event.BeginBox box -> {
        List<Footprint> all = new ArrayList<>(box.source());
        all.add(box.target());
        yield all;
      }
      case Event.BeginCopy copy -> copy.footprints();
      case Event.BeginProduct product -> product.footprints();
      case Event.BeginStore store -> List.of(store.filled());
      default -> List.of();
    };
  }

  private void take(int at, World world, List<Move> together) {
    Step step = new Step(at, List.copyOf(together));
    for (Move move : together) {
      if (!world.allows(move.path())) {
        continue;
      }
      Fault fault = take(world, move);
      if (fault != null) {
        report(at, step, fault);
        return;
      }
    }
    add(world, step);
  }

  private @Nullable Fault take(World world, Move move) {
    if (move.lands() >= 0 && world.barrier(move.lands()).canLand()) {
      world.land(move.lands());
    }
    world.learn(move.path());
    Site last = null;
    for (Event event : move.path().events()) {
      last = event.site();
      Fault fault = world.apply(move.agent(), event);
      if (fault != null) {
        return fault;
      }
    }
    return arrive(world, move, last);
  }

  private @Nullable Fault arrive(World world, Move move, @Nullable Site last) {
    for (Path.Fork fork : move.path().forks()) {
      world.agent(fork.agent()).go(fork.node().number());
    }
    Node target = move.path().target();
    if (target != null) {
      world.agent(move.agent()).go(target.number());
      return null;
    }
    Site site = last;
    if (site == null
        && node(world.agent(move.agent()).place()).gate() instanceof Gate.Wait(Site wait, _, _)) {
      site = wait;
    }
    return world.end(move.agent(), site == null ? Story.NOWHERE : site);
  }

  private void report(int at, @Nullable Step last, Fault fault) {
    List<Step> way = new ArrayList<>();
    if (last != null) {
      way.add(last);
    }
    for (int i = at; i > 0; i = steps.get(i).from()) {
      way.addFirst(steps.get(i));
    }
    finding = new Finding(fault, new Story(model, this::node).tell(way));
  }
}
