// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.memory;

import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.pass.Change;
import dev.azulejo.ir.pass.Pass;
import dev.azulejo.ir.pass.PassContext;
import dev.azulejo.ir.pass.Statistic;
import dev.azulejo.ir.spec.PassDef;
import dev.azulejo.ir.spec.Rung;
import dev.azulejo.pass.memory.sync.ThreadSync;
import java.util.List;

/**
 * Lets the threads of a block wait for each other where they access shared memory in a way that
 * their order matters: before an access to bytes that another thread has accessed since the last
 * barrier, where one of the two writes; and behind each wait for asynchronous copies. Who touches
 * which bytes is worked out thread by thread, for slots of versioned buffers iteration by
 * iteration; where that can't be, any thread may touch any byte of the buffer. Updates that are
 * atomic need no order among themselves.
 *
 * <p>Requires buffers in shared memory as {@code memref.alloca}; those with a place may lie on each
 * other. Gives {@code gpu.barrier}, and where whole warps come but not all, {@code ptx.bar.sync}
 * from barrier 3 on. A barrier that would be needed where threads have parted in another way is an
 * error. Leaves alone: barriers that are there, and the order of asynchronous copies and their
 * waits.
 */
@PassDef(
    name = "insert-thread-sync",
    anchor = "func.func",
    summary = "Put barriers between accesses to shared memory whose order matters",
    from = Rung.THREAD,
    downTo = Rung.THREAD)
public final class InsertThreadSyncPass implements Pass {
  private static final Statistic BARRIERS =
      new Statistic("num-barriers", "Number of barriers put into launches");

  /** A pass; it has nothing to choose. */
  public InsertThreadSyncPass() {}

  @Override
  public Change run(Operation root, PassContext context) {
    List<LaunchOp> launches = LaunchOp.allIn(root);
    int count = 0;
    boolean marked = false;
    for (LaunchOp launch : launches) {
      count += ThreadSync.insert(launch, context.diagnostics());
      marked |= launch.setUnsynchronized(false);
    }
    context.count(BARRIERS, count);
    return Change.of(count > 0 || marked);
  }
}
