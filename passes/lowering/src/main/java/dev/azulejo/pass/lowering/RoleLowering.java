// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.arith.CmpIOp;
import dev.azulejo.dialect.arith.CmpIPredicate;
import dev.azulejo.dialect.arith.ConstantOp;
import dev.azulejo.dialect.barrier.ArriveExpectTxOp;
import dev.azulejo.dialect.barrier.ArriveOp;
import dev.azulejo.dialect.barrier.Arrivers;
import dev.azulejo.dialect.barrier.ExpectTxOp;
import dev.azulejo.dialect.barrier.WaitOp;
import dev.azulejo.dialect.gpu.Dimension;
import dev.azulejo.dialect.gpu.ThreadIdOp;
import dev.azulejo.dialect.pipeline.RoleBranch;
import dev.azulejo.dialect.pipeline.RolesOp;
import dev.azulejo.dialect.ptx.SetmaxnregOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.dialect.tile.TmaCopyOp;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Accesses;
import dev.azulejo.ir.access.RecursiveEffects;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.IntegerAttr;
import java.util.ArrayList;
import java.util.List;

/**
 * Roles become branches that the number of the thread chooses. A role that does nothing but wait,
 * arrive once and begin bulk copies is done by one thread alone: were its warps to wait each on its
 * own, one that lags behind a whole turn of a ring would miss the phase that it waits for.
 */
final class RoleLowering {
  /** How many registers a lane of each scheduler has for all of the warps there. */
  private static final long REGISTERS_OF_LANE = 512;

  private static final long SCHEDULERS = 4;
  private static final long REGISTER_STEP = 8;

  private final Team block;
  private final List<Team> teams = new ArrayList<>();

  private RoleLowering(Team block) {
    this.block = block;
  }

  /** Makes branches of roles; returns who executes which body now. */
  static List<Team> lower(Team block, RolesOp roles) {
    RoleLowering lowering = new RoleLowering(block);
    lowering.lower(roles);
    return lowering.teams;
  }

  private void lower(RolesOp op) {
    Inserter at = Inserter.before(op);
    Value thread = ThreadIdOp.create(at, Dimension.X).result();
    branch(at, thread, op.roles(), 0, registers(op));
    op.erase();
  }

  /** How many registers each thread of the block has to begin with. */
  private static long registers(RolesOp op) {
    long warps = 0;
    for (RolesOp.Role role : op.roles()) {
      warps += role.warps();
    }
    if (op.parentOp() instanceof LaunchOp launch) {
      warps *= launch.residentBlocks();
    }
    long share = REGISTERS_OF_LANE / Math.ceilDiv(warps, SCHEDULERS);
    return share / REGISTER_STEP * REGISTER_STEP;
  }

  /** Writes the branches of the roles from one on. */
  private void branch(
      Inserter at, Value thread, List<RolesOp.Role> roles, int number, long registers) {
    RolesOp.Role role = roles.get(number);
    if (number == roles.size() - 1) {
      fill(at, role, registers);
      return;
    }
    Value end = index(at, role.firstThread() + role.threads());
    Value isOurs = CmpIOp.create(at, CmpIPredicate.ULT, thread, end).result();
    IfOp branch =
        IfOp.create(
            at,
            isOurs,
            then -> fill(then, role, registers),
            otherwise -> branch(otherwise, thread, roles, number + 1, registers));
    RoleBranch.mark(branch);
  }

  /** Moves what a role does to a branch of its own. */
  private void fill(Inserter at, RolesOp.Role role, long registers) {
    if (role.registers() > 0) {
      String change = role.registers() > registers ? "inc" : "dec";
      SetmaxnregOp.create(at, change, Math.toIntExact(role.registers()));
    }
    if (!isForOneThread(role)) {
      move(role, at, role.threads());
      return;
    }
    Value thread = ThreadIdOp.create(at, Dimension.X).result();
    Value first = index(at, role.firstThread());
    Value isFirst = CmpIOp.create(at, CmpIPredicate.EQ, thread, first).result();
    IfOp.create(at, isFirst, alone -> move(role, alone, 1));
    Team.syncWarp(at);
  }

  private void move(RolesOp.Role role, Inserter at, long threads) {
    for (Operation op = role.body().first(); op != null; op = role.body().first()) {
      op.remove();
      at.insert(op);
    }
    teams.add(block.part(at.block(), role.firstThread(), threads));
  }

  private static Value index(Inserter at, long number) {
    return ConstantOp.create(at, IntegerAttr.of(IndexType.INSTANCE, number)).result();
  }

  // --- One thread -------------------------------------------------------------------------------

  private static boolean isForOneThread(RolesOp.Role role) {
    boolean[] all = {true};
    boolean[] any = new boolean[1];
    for (Operation top : role.body()) {
      top.walk(op -> {
        all[0] &= isForOneThread(op);
        any[0] |= op instanceof TmaCopyOp || op instanceof ArriveExpectTxOp;
      });
    }
    return all[0] && any[0];
  }

  private static boolean isForOneThread(Operation op) {
    return switch (op) {
      case WaitOp _, ExpectTxOp _, TmaCopyOp _ -> true;
      case ArriveOp arrive -> arrive.by().value().equals(Arrivers.ONE_THREAD);
      case ArriveExpectTxOp arrive -> arrive.by().value().equals(Arrivers.ONE_THREAD);
      case RecursiveEffects _ -> true;
      default -> !Accesses.of(op).mayWrite();
    };
  }
}
