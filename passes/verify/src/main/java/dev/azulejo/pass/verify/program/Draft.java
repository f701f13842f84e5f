// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify.program;

import dev.azulejo.ir.Block;
import dev.azulejo.ir.Operation;
import dev.azulejo.pass.verify.model.Event;
import dev.azulejo.pass.verify.model.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An agent on its way from one wait to the next. */
final class Draft {
  private final int agent;
  private Block block;
  private @Nullable Operation next;
  private final @Nullable Term[] values;
  private Known known;
  private final List<Event> events;
  private final List<Path.Draw> draws;
  private boolean isFresh;

  Draft(int agent, Block block, @Nullable Operation next, @Nullable Term[] values, Known known) {
    this(agent, block, next, values, known, new ArrayList<>(), new ArrayList<>());
  }

  private Draft(
      int agent,
      Block block,
      @Nullable Operation next,
      @Nullable Term[] values,
      Known known,
      List<Event> events,
      List<Path.Draw> draws) {
    this.agent = agent;
    this.block = block;
    this.next = next;
    this.values = values.clone();
    this.known = known;
    this.events = events;
    this.draws = draws;
  }

  /** The same way, on which a fact is what it may be. */
  Draft with(int fact, long value) {
    Draft other =
        new Draft(
            agent,
            block,
            next,
            values,
            known.with(fact, value),
            new ArrayList<>(events),
            new ArrayList<>(draws));
    other.draws.add(new Path.Draw(fact, value));
    return other;
  }

  /** An iteration begins: what has been decided before it need not be decided again. */
  void beginIteration() {
    isFresh = true;
  }

  /** Has an iteration just begun, behind something that was decided on this way? */
  boolean isWorthAPlace() {
    boolean was = isFresh;
    isFresh = false;
    return was && next != null && !draws.isEmpty();
  }

  int agent() {
    return agent;
  }

  Block block() {
    return block;
  }

  @Nullable Operation next() {
    return next;
  }

  void go(Block where, @Nullable Operation op) {
    block = where;
    next = op;
  }

  /** Goes on behind an operation. */
  void goBehind(Operation op) {
    Block where = op.block();
    if (where == null) {
      throw new IllegalStateException("an operation that stands nowhere");
    }
    go(where, op.next());
  }

  @Nullable Term value(int number) {
    return values[number];
  }

  void set(int number, @Nullable Term term) {
    if (number >= 0) {
      values[number] = term;
    }
  }

  @Nullable Term[] values() {
    return values;
  }

  Known known() {
    return known;
  }

  List<Event> events() {
    return events;
  }

  List<Path.Draw> draws() {
    return draws;
  }

  void add(Event event) {
    events.add(event);
  }

  /**
   * Could what has been done on this way let others go on, so that they may come between it and
   * what follows?
   *
   * @param barrier a barrier on which more may follow at once, or -1
   */
  boolean letsOthersGo(int barrier) {
    for (Event event : events) {
      int on =
          switch (event) {
            case Event.Arrive arrive -> arrive.barrier();
            case Event.ArriveBehindCopies late -> late.barrier();
            case Event.Expect expect -> expect.barrier();
            case Event.BeginBox box -> box.barrier();
            case Event.Come _ -> -2;
            default -> barrier;
          };
      if (on != barrier) {
        return true;
      }
    }
    return false;
  }
}
