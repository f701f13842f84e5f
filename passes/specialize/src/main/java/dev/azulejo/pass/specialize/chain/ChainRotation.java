// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize.chain;

import dev.azulejo.dialect.arith.AddIOp;
import dev.azulejo.dialect.arith.CmpIOp;
import dev.azulejo.dialect.arith.CmpIPredicate;
import dev.azulejo.dialect.pipeline.PassTurnOp;
import dev.azulejo.dialect.pipeline.TakeTurnOp;
import dev.azulejo.dialect.scf.ForOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.dialect.tile.WaitGemmOp;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.NamedAttribute;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.UnitAttr;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a chain's loop open: the first iteration begins in front of it, the last one ends behind it,
 * and its body ends one iteration and begins the next. Values that the end of an iteration needs
 * are carried to it. Each statement is executed as often as before, and those that use the same
 * registers in the same order.
 */
public final class ChainRotation {
  private final ChainLoop chain;
  private final ForOp loop;
  private final ChainSchedule schedule;
  private final boolean overlaps;
  private final boolean turns;
  private final Operation firstGemm;
  private final List<Operation> head;
  private final List<Operation> early = new ArrayList<>();
  private final List<Operation> late = new ArrayList<>();
  private final List<Value> delayed;
  private final List<Value> released;

  private ChainRotation(ChainLoop chain, ChainSchedule schedule, boolean turns) {
    this.chain = chain;
    this.loop = chain.loop();
    this.schedule = schedule;
    this.overlaps = schedule == ChainSchedule.OVERLAPPED;
    this.turns = turns;
    this.head = FoldedFill.of(chain);
    this.firstGemm = chain.first();
    early.addAll(chain.middle());
    if (overlaps) {
      late.addAll(chain.behindSecond());
      early.removeAll(late);
    }
    List<Operation> ends = new ArrayList<>(late);
    ends.addAll(chain.waits());
    ends.add(chain.second());
    ends.addAll(chain.secondReleases());
    this.delayed = Crossing.values(ends, loop);
    this.released = overlaps ? Crossing.values(chain.secondReleases(), loop) : List.of();
  }

  /**
   * Gives a chain a schedule; the loop is replaced.
   *
   * @param turns whether the warpgroups of the role begin their products one after another
   */
  public static void rotate(ChainLoop chain, ChainSchedule schedule, boolean turns) {
    if (schedule != ChainSchedule.PLAIN) {
      new ChainRotation(chain, schedule, turns).rewrite();
    }
  }

  private void rewrite() {
    Inserter at = Inserter.before(loop);
    BigInteger count = loop.tripCount();
    List<? extends Value> results;
    if (count != null && count.signum() > 0) {
      results = write(at);
    } else {
      Value ran = isBefore(at, loop.lowerBound());
      boolean carries = loop.resultCount() > 0;
      results =
          IfOp.create(
                  at,
                  ran,
                  loop.resultTypes(),
                  this::write,
                  carries ? _ -> List.copyOf(loop.initArgs()) : null)
              .resultValues();
    }
    for (int i = 0; i < loop.resultCount(); i++) {
      loop.result(i).replaceAllUsesWith(results.get(i));
    }
    loop.erase();
  }

  private Value isBefore(Inserter at, Value index) {
    CmpIPredicate less = loop.unsignedCmp() ? CmpIPredicate.ULT : CmpIPredicate.SLT;
    return CmpIOp.create(at, less, index, loop.upperBound()).result();
  }

  /** Writes all iterations, of which there is one at least; returns what the loop's results are. */
  private List<Value> write(Inserter at) {
    Crossing first = new Crossing(loop);
    first.put(loop.inductionVar(), loop.lowerBound());
    first.put(loop.carried(), loop.initArgs());
    begin(at, first);
    WaitGemmOp.create(at.withLocation(firstGemm.location()), 0);
    first.copy(at, chain.firstReleases());
    first.copy(at, early);
    List<Value> inits = new ArrayList<>(first.valuesOf(at, loop.terminator().values()));
    inits.addAll(first.valuesOf(at, delayed));
    inits.addAll(first.valuesOf(at, released));
    Value second = AddIOp.create(at, loop.lowerBound(), loop.step()).result();
    ForOp rotated =
        ForOp.create(
            at,
            second,
            loop.upperBound(),
            loop.step(),
            inits,
            (inside, index, carried) -> body(inside, second, index, carried));
    if (loop.unsignedCmp()) {
      rotated.setAttribute("unsignedCmp", UnitAttr.INSTANCE);
    }
    for (NamedAttribute attribute : loop.discardableAttributes()) {
      rotated.setAttribute(attribute.name(), attribute.value());
    }
    List<Value> ends = List.copyOf(rotated.resultValues());
    if (overlaps) {
      WaitGemmOp.create(at.withLocation(chain.second().location()), 0);
      if (!chain.secondReleases().isEmpty()) {
        Value several = isBefore(at, second);
        IfOp.create(at, several, inside -> releaseAfterNext(inside, ends));
      }
    }
    Crossing last = before(ends);
    last.copy(at, late);
    last.copy(at, chain.waits());
    Crossing.beginGemm(at, last, chain.second());
    WaitGemmOp.create(at.withLocation(chain.second().location()), 0);
    last.copy(at, chain.secondReleases());
    return ends.subList(0, loop.resultCount());
  }

  /** Writes the end of an iteration and the beginning of the next. */
  private List<Value> body(
      Inserter at, Value second, BlockArgument index, List<BlockArgument> carried) {
    Crossing now = new Crossing(loop);
    now.put(loop.inductionVar(), index);
    now.put(loop.carried(), carried.subList(0, loop.resultCount()));
    Crossing before = before(carried);
    if (overlaps) {
      endLast(at, second, index, carried);
      before.copy(at, late);
    }
    if (schedule == ChainSchedule.JOINED) {
      joined(at, now, before);
    } else {
      firstAhead(at, now, before);
    }
    now.copy(at, early);
    List<Value> next = new ArrayList<>(now.valuesOf(at, loop.terminator().values()));
    next.addAll(now.valuesOf(at, delayed));
    next.addAll(before.valuesOf(at, released));
    return next;
  }

  /** Ends the second product of the iteration before the last one. */
  private void endLast(
      Inserter at, Value second, BlockArgument index, List<BlockArgument> carried) {
    Inserter there = at.withLocation(chain.second().location());
    WaitGemmOp.create(there, 0);
    if (!chain.secondReleases().isEmpty()) {
      Value later = CmpIOp.create(there, CmpIPredicate.NE, index, second).result();
      IfOp.create(there, later, inside -> releaseAfterNext(inside, carried));
    }
  }

  /** The second product of the iteration before, the first of this one, and a wait for both. */
  private void joined(Inserter at, Crossing now, Crossing before) {
    before.copy(at, chain.waits());
    now.copy(at, head);
    takeTurn(at);
    Crossing.beginGemm(at, before, chain.second());
    Crossing.beginGemm(at, now, chain.first());
    passTurn(at);
    WaitGemmOp.create(at.withLocation(firstGemm.location()), 0);
    before.copy(at, chain.secondReleases());
    now.copy(at, chain.firstReleases());
  }

  /** The first product of this iteration, the second of the one before, a wait for one or both. */
  private void firstAhead(Inserter at, Crossing now, Crossing before) {
    now.copy(at, head);
    takeTurn(at);
    Crossing.beginGemm(at, now, chain.first());
    before.copy(at, chain.waits());
    Crossing.beginGemm(at, before, chain.second());
    passTurn(at);
    WaitGemmOp.create(at.withLocation(firstGemm.location()), 1);
    now.copy(at, chain.firstReleases());
    if (!overlaps) {
      WaitGemmOp.create(at.withLocation(chain.second().location()), 0);
      before.copy(at, chain.secondReleases());
    }
  }

  private void takeTurn(Inserter at) {
    if (turns) {
      TakeTurnOp.create(at.withLocation(firstGemm.location()));
    }
  }

  private void passTurn(Inserter at) {
    if (turns) {
      PassTurnOp.create(at.withLocation(firstGemm.location()));
    }
  }

  /** Waits for the operands of the first product, and begins it. */
  private void begin(Inserter at, Crossing iteration) {
    iteration.copy(at, head);
    Crossing.beginGemm(at, iteration, chain.first());
  }

  /** Releases what the second product of the iteration before the last one has read. */
  private void releaseAfterNext(Inserter at, List<? extends Value> carried) {
    Crossing iteration = new Crossing(loop);
    int from = loop.resultCount() + delayed.size();
    iteration.put(released, carried.subList(from, from + released.size()));
    iteration.copy(at, chain.secondReleases());
  }

  /** The iteration before, of which carried values are known. */
  private Crossing before(List<? extends Value> carried) {
    Crossing iteration = new Crossing(loop);
    int from = loop.resultCount();
    iteration.put(delayed, carried.subList(from, from + delayed.size()));
    return iteration;
  }
}
