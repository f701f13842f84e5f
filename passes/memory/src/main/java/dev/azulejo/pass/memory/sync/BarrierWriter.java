// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.memory.sync;

import dev.azulejo.dialect.arith.ConstantOp;
import dev.azulejo.dialect.gpu.BarrierOp;
import dev.azulejo.dialect.ptx.BarArriveOp;
import dev.azulejo.dialect.ptx.BarSyncOp;
import dev.azulejo.dialect.ptx.FenceProxyAsyncOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts barriers where they are needed: for all threads of the block, or where only some come, for
 * these, by a named barrier. Where none can stand, that is an error.
 */
final class BarrierWriter implements SyncScan.Waits {
  private static final int WARP = 32;

  /** Barriers 0 to 2 are of all threads, and of reductions. */
  private static final int FIRST = 3;

  private static final int MOST = 16;

  private final int threads;
  private final Diagnostics diagnostics;
  private final Set<Long> taken = new LinkedHashSet<>();
  private final Map<List<Integer>, Integer> names = new LinkedHashMap<>();
  private final Set<Operation> refused = new LinkedHashSet<>();
  private final List<Operation> written = new ArrayList<>();
  private final List<Operation> fixed = new ArrayList<>();

  BarrierWriter(LaunchOp launch, Evaluator evaluator, Diagnostics diagnostics) {
    this.threads = evaluator.threads();
    this.diagnostics = diagnostics;
    launch.walk(op -> {
      if (op instanceof BarSyncOp sync) {
        take(evaluator.of(sync.barrier()));
      } else if (op instanceof BarArriveOp arrive) {
        take(evaluator.of(arrive.barrier()));
      }
    });
  }

  /** Keeps off the barriers that threads name; of what isn't known, off all. */
  private void take(@Nullable ThreadValue name) {
    if (name == null || !name.isKnown()) {
      for (long number = 0; number < MOST; number++) {
        taken.add(number);
      }
      return;
    }
    for (int thread = 0; thread < threads; thread++) {
      taken.add(name.known(thread));
    }
  }

  /** The barriers that conflicts asked for, in the order in which they did. */
  List<Operation> written() {
    return written;
  }

  /** How many barriers were written. */
  int count() {
    return written.size() + fixed.size();
  }

  @Override
  public boolean before(Operation op, Gathering who) {
    Operation barrier = write(Inserter.before(op), op, who);
    if (barrier instanceof BarrierOp) {
      written.add(barrier);
    } else if (barrier != null) {
      fixed.add(barrier);
    }
    return true;
  }

  @Override
  public void behind(Operation op, Gathering who) {
    Operation last = op.next() instanceof FenceProxyAsyncOp fence ? fence : op;
    Operation barrier = write(Inserter.after(last), op, who);
    if (barrier != null) {
      fixed.add(barrier);
    }
  }

  @Override
  public void betweenBranches(IfOp branch, Operation op) {
    if (refused.add(op)) {
      diagnostics.report(
          op.error(
                  "accesses shared memory that threads in the other branch access at the same time")
              .note(branch.location(), "here threads part, and no barrier can order them"));
    }
  }

  private @Nullable Operation write(Inserter at, Operation op, Gathering who) {
    Operation branch = who.branch();
    if (branch == null) {
      return BarrierOp.create(at);
    }
    boolean[] active = who.active();
    if (active == null) {
      return refuse(op, branch, "which threads come here is not known");
    }
    List<Integer> warps = warps(active);
    if (warps == null) {
      return refuse(
          op,
          branch,
          "%d of %d threads come here, which are no whole warps of %d"
              .formatted(who.count(threads), threads, WARP));
    }
    Integer name = name(warps);
    if (name == null) {
      return refuse(op, branch, "all %d barriers of the block are taken".formatted(MOST));
    }
    Value number = ConstantOp.create(at, IntegerAttr.i32(name)).result();
    Value count = ConstantOp.create(at, IntegerAttr.i32(warps.size() * WARP)).result();
    return BarSyncOp.create(at, number, count);
  }

  private @Nullable Operation refuse(Operation op, Operation branch, String reason) {
    if (refused.add(op)) {
      Diagnostic error =
          op.error(
              "needs a barrier that can't stand here, between threads that access the same bytes of"
                  + " shared memory: %s",
              reason);
      diagnostics.report(error.note(branch.location(), "here threads part"));
    }
    return null;
  }

  /** The warps that come, or null where some of one come and others don't. */
  private static @Nullable List<Integer> warps(boolean[] active) {
    List<Integer> warps = new ArrayList<>();
    for (int first = 0; first < active.length; first += WARP) {
      int end = Math.min(first + WARP, active.length);
      boolean[] all = new boolean[WARP];
      Arrays.fill(all, active[first]);
      if (end - first < WARP || !Arrays.equals(Arrays.copyOfRange(active, first, end), all)) {
        return null;
      }
      if (active[first]) {
        warps.add(first / WARP);
      }
    }
    return warps.isEmpty() ? null : warps;
  }

  private @Nullable Integer name(List<Integer> warps) {
    Integer there = names.get(warps);
    if (there != null) {
      return there;
    }
    for (int name = FIRST; name < MOST; name++) {
      if (taken.add((long) name)) {
        names.put(warps, name);
        return name;
      }
    }
    return null;
  }
}
