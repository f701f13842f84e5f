// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify.program;

import dev.azulejo.dialect.barrier.NamedSyncOp;
import dev.azulejo.dialect.barrier.WaitOp;
import dev.azulejo.dialect.pipeline.OrdinalOp;
import dev.azulejo.dialect.pipeline.ParityOp;
import dev.azulejo.dialect.pipeline.RolesOp;
import dev.azulejo.dialect.pipeline.SlotOp;
import dev.azulejo.dialect.scf.ConditionOp;
import dev.azulejo.dialect.scf.ForOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.dialect.scf.WhileOp;
import dev.azulejo.dialect.scf.YieldOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.pass.verify.model.Gate;
import dev.azulejo.pass.verify.model.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a launch with each of its agents. Numbers are computed; where something depends on a
 * fact, the way divides into one for each value that the fact may have. Equal states at one
 * operation are one place.
 */
final class Walker {
  private static final long MOST_STEPS = 3_000_000;

  private final Relevance relevance;
  private final Values values;
  private final Actions actions;
  private final Trips trips;
  private final List<AgentOfLaunch> agents;
  private final Map<Key, Place> places = new HashMap<>();
  private final Map<Operation, Integer> positions = new IdentityHashMap<>();

  private long steps;

  /** There is too much to go through. */
  static final class Undecided extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Undecided() {
      super(null, null, false, false);
    }
  }

  private record Key(int agent, int position, boolean waits, List<Integer> values, Known known) {}

  /** How a way goes on behind an operation. */
  private enum Next {
    /** With the next operation. */
    ON,
    /** Somebody has to be waited for. */
    GATE,
    /** Nowhere: the agent ends. */
    END
  }

  Walker(
      Relevance relevance,
      Values values,
      Actions actions,
      Trips trips,
      List<AgentOfLaunch> agents) {
    this.relevance = relevance;
    this.values = values;
    this.actions = actions;
    this.trips = trips;
    this.agents = agents;
  }

  /** Where an agent begins that goes through a block. */
  Place start(int agent, Block block, @Nullable Term[] known, Known facts) {
    return place(new Draft(agent, block, block.first(), known, facts), Gate.Open.INSTANCE);
  }

  private Place place(Draft draft, Gate gate) {
    List<Integer> numbers = new ArrayList<>();
    for (Term term : draft.values()) {
      numbers.add(term == null ? -1 : term.number());
    }
    Known needed = draft.known().only(fact -> isIn(draft, fact));
    Operation next = draft.next();
    int position = next == null ? -1 : positions.computeIfAbsent(next, _ -> positions.size());
    return places.computeIfAbsent(
        new Key(draft.agent(), position, !(gate instanceof Gate.Open), numbers, needed),
        _ -> new Place(this, places.size(), gate, draft, needed));
  }

  private static boolean isIn(Draft draft, int fact) {
    for (Term term : draft.values()) {
      if (term != null && Arrays.binarySearch(term.facts(), fact) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** All ways from a place to the next. */
  List<Path> paths(Place place) {
    List<Path> found = new ArrayList<>();
    go(place.draft(), found);
    return found;
  }

  private void go(Draft draft, List<Path> found) {
    while (true) {
      if (++steps > MOST_STEPS) {
        throw new Undecided();
      }
      try {
        Operation op = draft.next();
        if (draft.isWorthAPlace() || (op != null && actions.isSeenByOthers(draft, op))) {
          Place here = place(draft, Gate.Open.INSTANCE);
          found.add(new Path(draft.draws(), draft.events(), here, List.of()));
          return;
        }
        Next next = op == null ? leave(draft, null) : step(draft, op);
        if (next == Next.GATE) {
          Gate gate = gate(draft);
          found.add(new Path(draft.draws(), draft.events(), place(draft, gate), List.of()));
          return;
        }
        if (next == Next.END) {
          found.add(new Path(draft.draws(), draft.events(), null, forks(draft)));
          return;
        }
      } catch (Trips.Absurd _) {
        return;
      } catch (MissingFact missing) {
        for (long value : trips.values(missing.fact(), draft)) {
          go(draft.with(missing.fact(), value), found);
        }
        return;
      }
    }
  }

  private Gate gate(Draft draft) throws MissingFact {
    return switch (draft.next()) {
      case WaitOp wait -> actions.wait(draft, wait);
      case NamedSyncOp sync -> actions.meet(draft, sync);
      case null, default -> throw new IllegalStateException("nothing to wait for");
    };
  }

  // --- Steps ------------------------------------------------------------------------------------

  private Next step(Draft draft, Operation op) throws MissingFact {
    switch (op) {
      case WaitOp wait -> {
        actions.wait(draft, wait);
        return Next.GATE;
      }
      case NamedSyncOp sync -> {
        actions.come(draft, sync);
        return Next.GATE;
      }
      case RolesOp _ -> {
        return Next.END;
      }
      case YieldOp _, ConditionOp _ -> {
        return leave(draft, op);
      }
      default -> {}
    }
    if (relevance.isWalked(op)) {
      enter(draft, op);
      return Next.ON;
    }
    if (op instanceof OrdinalOp ordinal) {
      count(draft, ordinal);
    } else {
      actions.perform(draft, op);
      values.execute(draft, op);
    }
    draft.goBehind(op);
    return Next.ON;
  }

  private void count(Draft draft, OrdinalOp op) {
    int counter = relevance.counter(op);
    Term before = draft.value(counter);
    Term now = before == null ? values.terms().known(0) : before;
    draft.set(relevance.number(op.result()), now);
    long next = now.evaluate(Known.NOTHING) + 1;
    long period = period(op);
    draft.set(counter, values.terms().known(period == 0 ? next : next % period));
  }

  /** After how many counts slots and parities are the same again; 0 where others ask, too. */
  private static long period(OrdinalOp op) {
    long period = 1;
    for (Operation user : Relevance.users(op.result())) {
      long turn =
          switch (user) {
            case SlotOp slot -> 2 * slot.depth().longValue();
            case ParityOp parity -> 2 * parity.depth().longValue();
            default -> 0;
          };
      if (turn == 0) {
        return 0;
      }
      period = period / gcd(period, turn) * turn;
    }
    return period;
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  private List<Path.Fork> forks(Draft draft) {
    List<Path.Fork> forks = new ArrayList<>();
    if (draft.next() instanceof RolesOp roles) {
      int block = agents.get(draft.agent()).block();
      for (int i = 0; i < agents.size(); i++) {
        AgentOfLaunch agent = agents.get(i);
        if (agent.block() == block && agent.role() >= 0) {
          Block body = roles.bodies().get(agent.role()).entry();
          Place place = start(i, body, draft.values(), draft.known());
          forks.add(new Path.Fork(i, place));
        }
      }
    }
    return forks;
  }

  // --- Regions ----------------------------------------------------------------------------------

  private void enter(Draft draft, Operation op) throws MissingFact {
    switch (op) {
      case IfOp choice -> {
        boolean isTrue = trips.decide(draft, values.of(draft, choice.condition()));
        Region region = isTrue ? choice.thenRegion() : choice.elseRegion();
        if (region.isEmpty()) {
          draft.goBehind(op);
        } else {
          draft.go(region.entry(), region.entry().first());
        }
      }
      case ForOp loop -> {
        Term lower = values.of(draft, loop.lowerBound());
        long step = trips.number(draft, values.of(draft, loop.step()));
        Term upper = values.of(draft, loop.upperBound());
        long end = trips.end(draft, loop, lower, upper, step);
        List<Term> inits = terms(draft, loop.initArgs());
        draft.set(relevance.counter(op), values.terms().known(end));
        begin(draft, loop, trips.number(draft, lower), end, inits);
      }
      case dev.azulejo.dialect.pipeline.ForOp loop -> {
        Term lower = bound(draft, loop.from());
        Term upper = bound(draft, loop.to());
        long end = trips.end(draft, loop, lower, upper, 1);
        draft.set(relevance.counter(op), values.terms().known(end));
        begin(draft, loop, trips.number(draft, lower), end, List.of());
      }
      case WhileOp loop -> {
        draft.set(relevance.counter(op), values.terms().known(0));
        pass(draft, loop.before().entry(), terms(draft, loop.inits()));
      }
      default -> throw new IllegalStateException("no way into " + op.name());
    }
  }

  private Term bound(Draft draft, Offset offset) {
    return switch (offset) {
      case Offset.Constant constant -> values.terms().known(constant.value());
      case Offset.Dynamic dynamic -> values.of(draft, dynamic.value());
    };
  }

  private List<Term> terms(Draft draft, List<? extends Value> all) {
    List<Term> found = new ArrayList<>();
    for (Value value : all) {
      found.add(relevance.number(value) < 0 && isIgnored(value) ? null : values.of(draft, value));
    }
    return found;
  }

  /** What is no number of interest nobody asks for. */
  private static boolean isIgnored(Value value) {
    return WholeNumbers.width(value.type()) == 0;
  }

  private void begin(Draft draft, Operation loop, long index, long end, List<Term> carried) {
    Block body = loop.region(0).entry();
    if (index < end) {
      List<Term> all = new ArrayList<>();
      all.add(values.terms().known(index));
      all.addAll(carried);
      pass(draft, body, all);
      draft.beginIteration();
      return;
    }
    draft.set(relevance.counter(loop), null);
    give(draft, loop, carried);
  }

  private void pass(Draft draft, Block block, List<Term> arguments) {
    List<BlockArgument> targets = block.arguments();
    for (int i = 0; i < targets.size() && i < arguments.size(); i++) {
      draft.set(relevance.number(targets.get(i)), arguments.get(i));
    }
    draft.go(block, block.first());
  }

  private void give(Draft draft, Operation op, List<Term> results) {
    for (int i = 0; i < op.resultCount(); i++) {
      draft.set(relevance.number(op.result(i)), results.get(i));
    }
    draft.goBehind(op);
  }

  /** A block ends. */
  private Next leave(Draft draft, @Nullable Operation end) throws MissingFact {
    Block block = draft.block();
    Operation parent = block.parentOp();
    switch (parent) {
      case IfOp choice -> {
        List<Term> results = terms(draft, end == null ? List.of() : end.operands());
        forget(draft, block);
        give(draft, choice, results);
      }
      case ForOp loop -> {
        List<Term> carried = terms(draft, end == null ? List.of() : end.operands());
        long step = trips.number(draft, values.of(draft, loop.step()));
        again(draft, loop, step, carried);
      }
      case dev.azulejo.dialect.pipeline.ForOp loop -> again(draft, loop, 1, List.of());
      case WhileOp loop when end instanceof ConditionOp condition -> {
        Term asked = values.of(draft, condition.condition());
        Term counter = draft.value(relevance.counter(loop));
        long count = counter == null ? 0 : counter.evaluate(Known.NOTHING);
        boolean goesOn = trips.goesOn(draft, asked, count);
        List<Term> handed = terms(draft, condition.args());
        forget(draft, block);
        if (goesOn) {
          draft.set(relevance.counter(loop), values.terms().known(count + 1));
          pass(draft, loop.body(), handed);
        } else {
          draft.set(relevance.counter(loop), null);
          give(draft, loop, handed);
        }
      }
      case WhileOp loop -> {
        List<Term> handed = terms(draft, end == null ? List.of() : end.operands());
        forget(draft, block);
        pass(draft, loop.before().entry(), handed);
      }
      case null, default -> {
        return Next.END;
      }
    }
    return Next.ON;
  }

  private void again(Draft draft, Operation loop, long step, List<Term> carried) {
    Block body = loop.region(0).entry();
    Term index = draft.value(relevance.number(body.argument(0)));
    Term end = draft.value(relevance.counter(loop));
    if (index == null || end == null) {
      throw new IllegalStateException("a loop without an index");
    }
    forget(draft, body);
    begin(draft, loop, index.evaluate(Known.NOTHING) + step, end.evaluate(Known.NOTHING), carried);
  }

  /** What is defined in a block nobody behind it can ask for. */
  private void forget(Draft draft, Block block) {
    block.arguments().forEach(argument -> draft.set(relevance.number(argument), null));
    for (Operation op : block) {
      op.results()
          .forEach(result -> {
            if (!(result.type() instanceof dev.azulejo.ir.builtin.MemRefType)) {
              draft.set(relevance.number(result), null);
            }
          });
    }
  }
}
