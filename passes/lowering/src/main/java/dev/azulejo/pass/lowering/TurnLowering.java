// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.arith.AddIOp;
import dev.azulejo.dialect.arith.CmpIOp;
import dev.azulejo.dialect.arith.CmpIPredicate;
import dev.azulejo.dialect.arith.ConstantOp;
import dev.azulejo.dialect.arith.IndexCastOp;
import dev.azulejo.dialect.pipeline.PassTurnOp;
import dev.azulejo.dialect.pipeline.TakeTurnOp;
import dev.azulejo.dialect.ptx.BarArriveOp;
import dev.azulejo.dialect.ptx.BarSyncOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.layout.expr.IndexExpr;

/**
 * Turns of a role's warpgroups, by a numbered barrier for each: a warpgroup waits at its own for
 * itself and the one before, and arrives at the next one's when its turn is over. The last one
 * begins by giving the first its turn.
 */
final class TurnLowering {
  private static final IndexExpr GROUP = ThreadFunction.THREAD.floorDiv(Team.WARPGROUP);

  private final Kernel kernel;
  private final Team team;
  private final int groups;
  private boolean begun;

  TurnLowering(Kernel kernel) {
    this.kernel = kernel;
    this.team = kernel.team();
    this.groups = Math.toIntExact(team.threads() / Team.WARPGROUP);
  }

  /** Whom the barriers belong to. */
  private record Turns(Team team) {}

  void lower(TakeTurnOp take) throws LoweringFailure {
    if (hasTurns(take)) {
      begin(take);
      Inserter at = Inserter.before(take);
      BarSyncOp.create(at, barrier(at, take, GROUP), number(at, 2L * Team.WARPGROUP));
    }
    take.erase();
  }

  void lower(PassTurnOp pass) throws LoweringFailure {
    if (hasTurns(pass)) {
      begin(pass);
      Inserter at = Inserter.before(pass);
      IndexExpr next = GROUP.plus(1).mod(groups);
      BarArriveOp.create(at, barrier(at, pass, next), number(at, 2L * Team.WARPGROUP));
    }
    pass.erase();
  }

  private boolean hasTurns(Operation op) throws LoweringFailure {
    if (team.threads() % Team.WARPGROUP != 0) {
      throw LoweringFailure.of(op, "%d threads are no whole number of warpgroups", team.threads());
    }
    return groups > 1;
  }

  /** Gives the first warpgroup its turn, once, in front of everything that has to do with turns. */
  private void begin(Operation op) throws LoweringFailure {
    if (begun) {
      return;
    }
    begun = true;
    Inserter ahead = Inserter.before(team.top(op)).withLocation(op.location());
    int first = team.barriers().first(op, new Turns(team), groups);
    Value group = kernel.math().value(GROUP);
    Value last = kernel.math().constant(groups - 1L);
    Value isLast = CmpIOp.create(ahead, CmpIPredicate.EQ, group, last).result();
    IfOp.create(
        ahead,
        isLast,
        at -> BarArriveOp.create(at, number(at, first), number(at, 2L * Team.WARPGROUP)));
  }

  private Value barrier(Inserter at, Operation op, IndexExpr group) throws LoweringFailure {
    Value first = number(at, team.barriers().first(op, new Turns(team), groups));
    Value narrow = IndexCastOp.create(at, kernel.math().value(group), IntegerType.I32).out();
    return AddIOp.create(at, narrow, first).result();
  }

  private static Value number(Inserter at, long number) {
    return ConstantOp.create(at, IntegerAttr.i32(Math.toIntExact(number))).result();
  }
}
