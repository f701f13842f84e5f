// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.arith.AddIOp;
import dev.azulejo.dialect.arith.CmpIOp;
import dev.azulejo.dialect.arith.CmpIPredicate;
import dev.azulejo.dialect.arith.ConstantOp;
import dev.azulejo.dialect.arith.IndexCastOp;
import dev.azulejo.dialect.gpu.BarrierOp;
import dev.azulejo.dialect.ptx.BarSyncOp;
import dev.azulejo.dialect.ptx.BarWarpSyncOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.layout.expr.IndexExpr;

/**
 * The threads that execute a body together: all of a block, those of a role in it, or one of these
 * alone. They count from their own first one.
 *
 * @param launch the launch that the body is in, or whose body it is
 * @param body what they execute
 * @param first which thread of the block is the first of them
 * @param threads how many they are
 * @param barriers the numbered barriers of the block
 */
record Team(LaunchOp launch, Block body, long first, long threads, NamedBarriers barriers) {
  /** How many threads a warp has. */
  static final int WARP = 32;

  /** How many threads a warpgroup has. */
  static final int WARPGROUP = 128;

  private static final int ALL_LANES = -1;

  /** Whom barriers of warpgroups belong to. */
  private record Warpgroups(Block body) {}

  /** All threads of a block. */
  static Team of(LaunchOp launch) {
    long threads = launch.threads().longValue();
    return new Team(launch, launch.body().entry(), 0, threads, new NamedBarriers(launch));
  }

  /** Some of them, which execute a body of their own. */
  Team part(Block part, long firstThread, long count) {
    return new Team(launch, part, firstThread, count, barriers);
  }

  /** Are they all threads of the block? */
  boolean isBlock() {
    return threads == launch.threads().longValue();
  }

  // --- Waiting for each other -------------------------------------------------------------------

  /** All of them wait for each other. */
  void sync(Operation op, Inserter at) throws LoweringFailure {
    if (isBlock()) {
      BarrierOp.create(at);
    } else if (threads == WARP) {
      syncWarp(at);
    } else if (threads > 1) {
      int number = barriers.first(op, body, 1);
      BarSyncOp.create(at, number(at, number), number(at, threads));
    }
  }

  /** Those of each warpgroup wait for each other. */
  void syncWarpgroup(Operation op, Inserter at, ThreadMath math) throws LoweringFailure {
    if (threads == WARPGROUP) {
      sync(op, at);
      return;
    }
    int groups = Math.toIntExact(threads / WARPGROUP);
    Value first = number(at, barriers.first(op, new Warpgroups(body), groups));
    Value group = math.value(ThreadFunction.THREAD.floorDiv(WARPGROUP));
    Value narrow = IndexCastOp.create(at, group, IntegerType.I32).out();
    Value number = AddIOp.create(at, narrow, first).result();
    BarSyncOp.create(at, number, number(at, WARPGROUP));
  }

  /** Those of each warp wait for each other. */
  static void syncWarp(Inserter at) {
    BarWarpSyncOp.create(at, number(at, ALL_LANES));
  }

  /** Is a thread the first of each so many of them? */
  Value isFirstOf(Inserter at, ThreadMath math, long size) {
    IndexExpr thread = ThreadFunction.THREAD;
    Value place = math.value(size >= threads ? thread : thread.mod(size));
    return CmpIOp.create(at, CmpIPredicate.EQ, place, math.constant(0)).result();
  }

  private static Value number(Inserter at, long number) {
    return ConstantOp.create(at, IntegerAttr.i32(Math.toIntExact(number))).result();
  }

  // --- Places -----------------------------------------------------------------------------------

  /** The operation of the body that an operation is or is in. */
  Operation top(Operation op) {
    Operation at = op;
    Operation around = at.parentOp();
    while (at.block() != body && around != null && around != launch) {
      at = around;
      around = at.parentOp();
    }
    return at;
  }

  /** Is a value known wherever operations of the body itself stand? */
  boolean isKnownAtTop(Value value) {
    Block block = value.parentBlock();
    Operation around = block == null ? null : block.parentOp();
    while (around != null && block != body) {
      if (around.block() == body) {
        return false;
      }
      around = around.parentOp();
    }
    return true;
  }
}
