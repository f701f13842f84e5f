// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize.schedule;

import dev.azulejo.dialect.arith.AddIOp;
import dev.azulejo.dialect.arith.CmpIOp;
import dev.azulejo.dialect.arith.CmpIPredicate;
import dev.azulejo.dialect.arith.ConstantOp;
import dev.azulejo.dialect.scf.ConditionOp;
import dev.azulejo.dialect.scf.WhileOp;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.ValueMapping;
import dev.azulejo.ir.builtin.FloatAttr;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IntegerAttr;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes how a role goes through a loop that asks whether to go on. Where some lines are late, the
 * loop carries how often it has turned, and what the values of its last iterations were: a line
 * that is n iterations late is done from turn n on, and behind the loop for the last n iterations.
 */
final class AskingLoopWriter {
  private final RoleWriter role;

  AskingLoopWriter(RoleWriter role) {
    this.role = role;
  }

  /**
   * What a loop carries.
   *
   * @param own the values of the loop as it was
   * @param counts how often rings have turned
   * @param turns how often the loop has turned; none where nothing is late
   * @param history the values of iterations before, the last one first
   */
  private record State(
      List<Value> own, List<Value> counts, List<Value> turns, List<List<Value>> history) {

    List<Value> all() {
      List<Value> all = new ArrayList<>(own);
      all.addAll(rest());
      return all;
    }

    /** All but the values of the loop as it was. */
    List<Value> rest() {
      List<Value> rest = new ArrayList<>(counts);
      rest.addAll(turns);
      history.forEach(rest::addAll);
      return rest;
    }

    /** The same, as found in a list of so many own values and the others. */
    State in(List<? extends Value> values, int ownCount) {
      List<Value> all = List.copyOf(values);
      int at = ownCount;
      List<Value> counted = all.subList(at, at + counts.size());
      at += counts.size();
      List<Value> turned = all.subList(at, at + turns.size());
      at += turns.size();
      List<List<Value>> before = new ArrayList<>();
      for (List<Value> each : history) {
        before.add(all.subList(at, at + each.size()));
        at += each.size();
      }
      return new State(all.subList(0, ownCount), counted, turned, before);
    }
  }

  void write(Body body, WhileOp loop, Place place) {
    List<RingPlan> counted = role.counted(body.entries());
    State start = start(body, loop, counted, place);
    int handed = loop.condition().args().size();
    WhileOp written =
        WhileOp.create(
            place.at(),
            start.all(),
            types(loop, start),
            (at, arguments) -> ask(loop, start, at, arguments, place),
            (at, arguments) -> {
              Place inside = place.inside(at);
              State now = start.in(arguments, handed);
              inside.setCounts(counted, now.counts());
              role.write(body, turn(loop, now), inside);
              return next(loop, now, inside, counted).all();
            });
    Copies.keepAttributes(loop, written);
    State end = start.in(written.resultValues(), handed);
    place.setCounts(counted, end.counts());
    for (int i = 0; i < handed; i++) {
      place.values().put(loop.result(i), end.own().get(i));
    }
    writeLast(body, loop, end, place);
  }

  private State start(Body body, WhileOp loop, List<RingPlan> counted, Place place) {
    List<Value> inits = new ArrayList<>();
    for (Value init : loop.inits()) {
      inits.add(role.copies().value(init, place));
    }
    List<Value> turns = new ArrayList<>();
    List<List<Value>> history = new ArrayList<>();
    if (body.shift() > 0) {
      turns.add(ConstantOp.index(place.at(), 0));
      List<Value> nothing = new ArrayList<>();
      for (Value argument : loop.body().arguments()) {
        nothing.add(zero(argument.type(), place.at()));
      }
      for (long i = 0; i < body.shift(); i++) {
        history.add(nothing);
      }
    }
    return new State(inits, place.countsOf(counted), turns, history);
  }

  private static Value zero(Type type, Inserter at) {
    return type instanceof FloatType real
        ? ConstantOp.create(at, FloatAttr.of(real, 0.0)).result()
        : ConstantOp.create(at, IntegerAttr.of(type, BigInteger.ZERO)).result();
  }

  private static List<Type> types(WhileOp loop, State start) {
    List<Type> types = new ArrayList<>(loop.resultTypes());
    start.rest().forEach(value -> types.add(value.type()));
    return types;
  }

  private ConditionOp ask(
      WhileOp loop, State start, Inserter at, List<BlockArgument> arguments, Place place) {
    Place inside = place.inside(at);
    List<BlockArgument> old = loop.before().entry().arguments();
    for (int i = 0; i < old.size(); i++) {
      inside.values().put(old.get(i), arguments.get(i));
    }
    Value goesOn = role.copies().value(loop.condition().condition(), inside);
    List<Value> handed = new ArrayList<>();
    for (Value value : loop.condition().args()) {
      handed.add(role.copies().value(value, inside));
    }
    handed.addAll(start.in(arguments, old.size()).rest());
    return ConditionOp.create(at, goesOn, handed);
  }

  /** One turn: what is late by n is done from turn n on, with the values of n turns before. */
  private static Moment turn(WhileOp loop, State now) {
    return new Moment(
        delay -> delay == 0 ? Moment.ALWAYS : from(now, delay),
        (delay, at) ->
            values(
                loop, at, delay == 0 ? now.own() : now.history().get(Math.toIntExact(delay - 1))));
  }

  private static Moment.Runs from(State state, long turn) {
    return new Moment.Runs.Where(place -> {
      Value number = ConstantOp.index(place.at(), turn);
      Value turns = state.turns().getFirst();
      return CmpIOp.create(place.at(), CmpIPredicate.SLE, number, turns).result();
    });
  }

  private static ValueMapping values(WhileOp loop, Place place, List<Value> values) {
    ValueMapping mapping = place.values().branch();
    List<BlockArgument> arguments = loop.body().arguments();
    for (int i = 0; i < arguments.size(); i++) {
      mapping.put(arguments.get(i), values.get(i));
    }
    return mapping;
  }

  private State next(WhileOp loop, State now, Place place, List<RingPlan> counted) {
    Place own = place.with(values(loop, place, now.own()));
    List<Value> yielded = new ArrayList<>();
    for (Value value : loop.terminator().values()) {
      yielded.add(role.copies().value(value, own));
    }
    List<Value> turns = new ArrayList<>();
    for (Value count : now.turns()) {
      turns.add(AddIOp.create(place.at(), count, ConstantOp.index(place.at(), 1)).result());
    }
    List<List<Value>> history = new ArrayList<>();
    for (int i = 0; i < now.history().size(); i++) {
      history.add(i == 0 ? now.own() : now.history().get(i - 1));
    }
    return new State(yielded, place.countsOf(counted), turns, history);
  }

  /** Behind the loop, what is late is done for the last iterations, as far as there were any. */
  private void writeLast(Body body, WhileOp loop, State end, Place place) {
    for (long turn = 1; turn <= body.shift(); turn++) {
      long now = turn;
      role.write(
          body,
          new Moment(
              delay -> delay < now ? Moment.NEVER : from(end, delay - now + 1),
              (delay, at) -> values(loop, at, end.history().get(Math.toIntExact(delay - now)))),
          place);
    }
  }
}
