// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.arith.ConstantOp;
import dev.azulejo.dialect.barrier.ArriveExpectTxOp;
import dev.azulejo.dialect.barrier.ArriveOp;
import dev.azulejo.dialect.barrier.Arrivers;
import dev.azulejo.dialect.barrier.ExpectTxOp;
import dev.azulejo.dialect.barrier.NamedArriveOp;
import dev.azulejo.dialect.barrier.NamedSyncOp;
import dev.azulejo.dialect.barrier.SyncOp;
import dev.azulejo.dialect.ptx.BarArriveOp;
import dev.azulejo.dialect.ptx.BarSyncOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.dialect.tile.GemmOp;
import dev.azulejo.dialect.tile.TmaCopyOp;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.StringAttr;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Who comes to a barrier, as conditions on the thread. Behind it each thread that comes to such an
 * operation executes it. Before one thread arrives for others, those wait for each other, for it
 * says of all of them that they are done; but where matrix instructions of the warpgroup alone read
 * what is released, these have brought its threads together already.
 */
final class BarrierLowering {
  private final Kernel kernel;
  private final Team team;
  private final boolean readsByMatrixOnly;

  /** Operations that stand right behind a barrier of all of the threads. */
  private final Set<Operation> behindMeeting = Collections.newSetFromMap(new IdentityHashMap<>());

  /** For the operations of some threads, before any of their bodies is lowered. */
  BarrierLowering(Kernel kernel) {
    this.kernel = kernel;
    this.team = kernel.team();
    this.readsByMatrixOnly = readsByMatrixOnly(team);
  }

  /** Is what bulk copies bring read by matrix instructions of warpgroups and by nothing else? */
  private static boolean readsByMatrixOnly(Team team) {
    Set<Value> brought = Collections.newSetFromMap(new IdentityHashMap<>());
    team.launch()
        .walk(op -> {
          if (op instanceof TmaCopyOp copy) {
            brought.add(copy.target());
          }
        });
    boolean[] only = {!brought.isEmpty()};
    for (Operation top : team.body()) {
      top.walk(op -> {
        boolean isMatrix = op instanceof GemmOp gemm && gemm.isMadeBy(GemmOp.WGMMA);
        if (op instanceof Accessing accessing && !isMatrix && !(op instanceof TmaCopyOp)) {
          accessing.accesses(access -> only[0] &= !touches(access, brought));
        }
      });
    }
    return only[0];
  }

  private static boolean touches(Access access, Set<Value> buffers) {
    var region = access.region();
    return region != null && (buffers.contains(region.buffer()) || buffers.contains(region.root()));
  }

  void lower(ArriveOp arrive) throws LoweringFailure {
    String by = arrive.by().value();
    arrive.setAttribute("by", StringAttr.of(Arrivers.EVERY_THREAD));
    switch (by) {
      case Arrivers.ONE_THREAD -> byOne(arrive);
      case Arrivers.WARP -> {
        if (!readsByMatrixOnly) {
          Team.syncWarp(Inserter.before(arrive));
        }
        onlyFirstOf(arrive, Team.WARP);
      }
      case Arrivers.WARPGROUP -> {
        if (team.threads() % Team.WARPGROUP != 0) {
          throw LoweringFailure.of(
              arrive, "%d threads are no whole number of warpgroups", team.threads());
        }
        if (!readsByMatrixOnly) {
          team.syncWarpgroup(arrive, Inserter.before(arrive), kernel.math());
        }
        onlyFirstOf(arrive, Team.WARPGROUP);
      }
      default -> {}
    }
  }

  void lower(ArriveExpectTxOp arrive) throws LoweringFailure {
    String by = arrive.by().value();
    arrive.setAttribute("by", StringAttr.of(Arrivers.EVERY_THREAD));
    switch (by) {
      case Arrivers.ONE_THREAD -> byOne(arrive);
      case Arrivers.WARP -> onlyFirstOf(arrive, Team.WARP);
      case Arrivers.WARPGROUP -> onlyFirstOf(arrive, Team.WARPGROUP);
      default -> {}
    }
  }

  void lower(ExpectTxOp expect) {
    onlyFirstOf(expect, team.threads());
  }

  private void byOne(Operation arrive) throws LoweringFailure {
    if (!behindMeeting.contains(arrive)) {
      team.sync(arrive, Inserter.before(arrive));
    }
    onlyFirstOf(arrive, team.threads());
  }

  /** Puts an operation under the condition that the thread is the first of each so many. */
  private void onlyFirstOf(Operation op, long size) {
    if (team.threads() == 1) {
      return;
    }
    Inserter at = Inserter.before(op);
    Value isFirst = team.isFirstOf(at, kernel.math(), size);
    IfOp.create(
        at,
        isFirst,
        then -> {
          op.remove();
          then.insert(op);
        });
  }

  void lower(SyncOp sync) throws LoweringFailure {
    team.sync(sync, Inserter.before(sync));
    Operation next = sync.next();
    if (next != null) {
      behindMeeting.add(next);
    }
    sync.erase();
  }

  void lower(NamedSyncOp sync) {
    Inserter at = Inserter.before(sync);
    BarSyncOp.create(at, number(at, sync.number()), number(at, sync.threads()));
    sync.erase();
  }

  void lower(NamedArriveOp arrive) {
    Inserter at = Inserter.before(arrive);
    BarArriveOp.create(at, number(at, arrive.number()), number(at, arrive.threads()));
    arrive.erase();
  }

  private static Value number(Inserter at, IntegerAttr number) {
    return ConstantOp.create(at, IntegerAttr.i32(Math.toIntExact(number.longValue()))).result();
  }
}
