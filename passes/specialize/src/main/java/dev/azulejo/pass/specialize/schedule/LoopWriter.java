// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize.schedule;

import dev.azulejo.dialect.arith.AddIOp;
import dev.azulejo.dialect.arith.CmpIOp;
import dev.azulejo.dialect.arith.CmpIPredicate;
import dev.azulejo.dialect.arith.ConstantOp;
import dev.azulejo.dialect.arith.SubIOp;
import dev.azulejo.dialect.scf.ForOp;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.ValueMapping;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.diag.CompilerBug;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes how a role goes through a loop that counts. Where some lines are late, the earlier ones of
 * the first iterations are written in front of the loop, and the later ones of the last iterations
 * behind it.
 */
final class LoopWriter {
  private final RoleWriter role;

  LoopWriter(RoleWriter role) {
    this.role = role;
  }

  void write(Entry.Enter enter, Place place) {
    Operation op = enter.body().scope().loop();
    Place here =
        new Place(
            place.at().withLocation(op == null ? place.at().location() : op.location()),
            place.values(),
            place.counts(),
            place.slots());
    switch (op == null ? null : ScopeLoop.of(op)) {
      case ScopeLoop.Asking(var loop) -> new AskingLoopWriter(role).write(enter.body(), loop, here);
      case ScopeLoop.Counted loop when op != null -> {
        if (enter.body().shift() == 0) {
          writePlain(enter.body(), loop, op, here);
        } else {
          writeShifted(enter.body(), loop, op, here);
        }
      }
      case null, default -> throw new CompilerBug("a role enters what is no loop");
    }
  }

  private void writePlain(Body body, ScopeLoop.Counted loop, Operation op, Place place) {
    Value from = bound(loop.from(), place);
    Value to = bound(loop.to(), place);
    ForOp plain =
        loop(
            body,
            place,
            from,
            to,
            (inside, index) ->
                role.write(body, Moment.once(inside.values().put(loop.index(), index)), inside));
    Copies.keepAttributes(op, plain);
  }

  private interface Iteration {
    void write(Place inside, Value index);
  }

  /** A loop that carries the counts of the rings that turn in it. */
  private ForOp loop(Body body, Place place, Value from, Value to, Iteration iteration) {
    List<RingPlan> counted = role.counted(body.entries());
    ForOp written =
        ForOp.create(
            place.at(),
            from,
            to,
            ConstantOp.index(place.at(), 1),
            place.countsOf(counted),
            (at, index, carried) -> {
              Place inside = place.inside(at);
              inside.setCounts(counted, carried);
              iteration.write(inside, index);
              return inside.countsOf(counted);
            });
    place.setCounts(counted, written.resultValues());
    return written;
  }

  private Value bound(Offset bound, Place place) {
    return switch (bound) {
      case Offset.Constant(long value) -> ConstantOp.index(place.at(), value);
      case Offset.Dynamic(Value value) -> role.copies().value(value, place);
    };
  }

  // --- Lines of different iterations ------------------------------------------------------------

  private void writeShifted(Body body, ScopeLoop.Counted loop, Operation op, Place place) {
    long shift = body.shift();
    Trips trips = new Trips(bound(loop.to(), place), loop.knownTo());
    for (long turn = 0; turn < shift; turn++) {
      long now = turn;
      role.write(
          body,
          new Moment(
              delay -> delay > now ? Moment.NEVER : trips.exceeds(now - delay),
              (delay, at) -> put(at, loop, ConstantOp.index(at.at(), now - delay))),
          place);
    }
    if (trips.known() == null || trips.known() > shift) {
      writeSteady(body, loop, op, trips, place);
    }
    for (long turn = 1; turn <= shift; turn++) {
      long now = turn;
      role.write(
          body,
          new Moment(
              delay -> delay < now ? Moment.NEVER : trips.exceeds(shift - now),
              (delay, at) -> put(at, loop, trips.plus(now - 1 - delay, at.at()))),
          place);
    }
  }

  private void writeSteady(
      Body body, ScopeLoop.Counted loop, Operation op, Trips trips, Place place) {
    Value first = ConstantOp.index(place.at(), body.shift());
    ForOp steady =
        loop(
            body,
            place,
            first,
            trips.value(),
            (inside, index) ->
                role.write(
                    body,
                    new Moment(
                        _ -> Moment.ALWAYS,
                        (delay, at) -> put(at, loop, behind(index, delay, at.at()))),
                    inside));
    Copies.keepAttributes(op, steady);
  }

  private static Value behind(Value index, long delay, Inserter at) {
    return delay == 0 ? index : SubIOp.create(at, index, ConstantOp.index(at, delay)).result();
  }

  private static ValueMapping put(Place place, ScopeLoop.Counted loop, Value index) {
    return place.values().branch().put(loop.index(), index);
  }

  /**
   * How often a loop from 0 is gone through.
   *
   * @param value the number
   * @param known the number, where it is known
   */
  private record Trips(Value value, @Nullable Long known) {
    /** Is it more than a number? */
    Moment.Runs exceeds(long number) {
      if (known != null) {
        return known > number ? Moment.ALWAYS : Moment.NEVER;
      }
      return new Moment.Runs.Where(place -> {
        Value other = ConstantOp.index(place.at(), number);
        return CmpIOp.create(place.at(), CmpIPredicate.SLT, other, value).result();
      });
    }

    /** A number more, or less. */
    Value plus(long number, Inserter at) {
      return known != null
          ? ConstantOp.index(at, known + number)
          : AddIOp.create(at, value, ConstantOp.index(at, number)).result();
    }
  }
}
