// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.gpu.BarrierOp;
import dev.azulejo.dialect.pipeline.WaitGroupOp;
import dev.azulejo.dialect.scf.ForOp;
import dev.azulejo.dialect.scf.WhileOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.dialect.tile.ParallelOp;
import dev.azulejo.dialect.tile.ReduceOp;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.access.BufferRegion;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Barriers for what was one thread of control: before an operation that accesses shared memory
 * after another one in a way that their order matters, the threads wait for each other. So they do
 * behind every wait for asynchronous copies, and at the end of a loop whose next iteration would
 * need it. Buffers are told apart, their regions are not; conditions and bounds are the same in all
 * threads of a block up to here, so that a barrier may stand in any region.
 */
final class ThreadSync {
  /** Buffers, and operations with memory of their own, that are read and written. */
  private record Accesses(Set<Object> reads, Set<Object> writes) {
    static Accesses none() {
      return new Accesses(new LinkedHashSet<>(), new LinkedHashSet<>());
    }

    Accesses copy() {
      return new Accesses(new LinkedHashSet<>(reads), new LinkedHashSet<>(writes));
    }

    void add(Accesses other) {
      reads.addAll(other.reads);
      writes.addAll(other.writes);
    }

    void clear() {
      reads.clear();
      writes.clear();
    }

    /** Must these be over before others begin? */
    boolean conflictsWith(Accesses next) {
      return meet(writes, next.reads) || meet(writes, next.writes) || meet(reads, next.writes);
    }

    private static boolean meet(Set<Object> some, Set<Object> others) {
      for (Object value : some) {
        if (others.contains(value)) {
          return true;
        }
      }
      return false;
    }
  }

  /** What was accessed since the last barrier. */
  private Accesses pending = Accesses.none();

  /** What the innermost loop accesses before its first barrier. */
  private Accesses head = Accesses.none();

  private boolean isHead = true;

  private final long threads;

  private ThreadSync(long threads) {
    this.threads = threads;
  }

  static void insert(LaunchOp launch) {
    new ThreadSync(launch.threads().longValue()).visit(launch.body().entry());
  }

  private void visit(Block block) {
    for (Operation op : List.copyOf(block.operations())) {
      if (op.regionCount() == 0 || op instanceof ParallelOp) {
        access(op);
      } else if (op instanceof ForOp || op instanceof WhileOp) {
        loop(op);
      } else {
        branches(op);
      }
    }
  }

  private void access(Operation op) {
    if (op instanceof WaitGroupOp) {
      BarrierOp.create(Inserter.after(op));
      waited();
      return;
    }
    Accesses now = accesses(op);
    boolean hasBarrier =
        op instanceof ReduceOp reduce && ReduceLowering.hasBarrier(reduce, threads);
    if (hasBarrier) {
      // It writes memory of its own, waits, and reads that.
      now.writes.add(op);
    }
    if (pending.conflictsWith(now)) {
      BarrierOp.create(Inserter.before(op));
      waited();
    }
    if (isHead) {
      head.add(now);
    }
    if (hasBarrier) {
      waited();
    }
    pending.add(now);
    forgetCopies(op);
  }

  private void waited() {
    pending.clear();
    isHead = false;
  }

  private static Accesses accesses(Operation op) {
    Accesses all = Accesses.none();
    op.walk(part -> {
      if (part instanceof Accessing accessing) {
        accessing.accesses(access -> add(access, all));
      }
    });
    return all;
  }

  private static void add(Access access, Accesses all) {
    BufferRegion region = access.region();
    if (region == null || Space.of(region.root()) != Space.SHARED) {
      return;
    }
    if (access.isRead()) {
      all.reads.add(region.root());
    } else if (access.isWrite()) {
      all.writes.add(region.root());
    }
  }

  /** Who writes asynchronously is waited for by a wait, not by a barrier alone. */
  private void forgetCopies(Operation op) {
    if (op instanceof Accessing accessing) {
      accessing.accesses(access -> {
        BufferRegion region = access.region();
        boolean isLater = access.completion() != Access.Completion.AT_ONCE;
        if (isLater && region != null && access.isWrite()) {
          pending.writes.remove(region.root());
        }
      });
    }
  }

  private void loop(Operation loop) {
    Accesses headAround = head;
    boolean isHeadAround = isHead;
    head = Accesses.none();
    isHead = true;
    Accesses before = pending.copy();
    for (Region region : loop.regions()) {
      for (Block block : region.blocks()) {
        visit(block);
      }
    }
    Block body = loop.region(loop.regionCount() - 1).entry();
    Operation last = body.last();
    if (last != null && pending.conflictsWith(head)) {
      BarrierOp.create(Inserter.before(last));
      waited();
    }
    if (isHeadAround) {
      headAround.add(head);
    }
    // The loop may run no iteration.
    isHead = isHeadAround;
    head = headAround;
    pending.add(before);
  }

  private void branches(Operation op) {
    Accesses before = pending.copy();
    Accesses after = pending.copy();
    boolean isHeadBefore = isHead;
    for (Region region : op.regions()) {
      pending = before.copy();
      isHead = isHeadBefore;
      for (Block block : region.blocks()) {
        visit(block);
      }
      after.add(pending);
    }
    // A branch with a barrier is not the only way through.
    isHead = isHeadBefore;
    pending = after;
  }
}
