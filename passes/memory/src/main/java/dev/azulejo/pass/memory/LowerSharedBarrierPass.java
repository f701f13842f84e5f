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
import dev.azulejo.pass.memory.barrier.SharedBarriers;

/**
 * Gives barriers with phases their words in shared memory, and makes instructions of what is done
 * to them: one thread initialises all barriers of the launch, and all threads wait for that; a wait
 * becomes a loop that asks until the phase is over; arrivals and expectations become one
 * instruction each, or one for each block of the cluster that they reach. Where blocks reach into
 * each other's shared memory, the cluster waits for the initialisation, and at the end. All
 * barriers of a launch are one array, so that barriers of one number differ by a constant.
 *
 * <p>Of operations on tiles it only checks what it can: that the target has such barriers, and that
 * all threads come to each allocation once; the rest it leaves alone, with a remark.
 *
 * <p>Requires a launch whose body is the program of one thread, where each operation on a barrier
 * is executed by the threads that it is for, and barriers that are allocated in the launch's body
 * itself. Gives instructions of PTX. Leaves alone: launches without barriers, and barriers that
 * threads only come to.
 */
@PassDef(
    name = "lower-shared-barrier",
    anchor = "func.func",
    summary = "Make instructions of barriers with phases",
    from = Rung.PIPELINE,
    downTo = Rung.THREAD)
public final class LowerSharedBarrierPass implements Pass {
  private static final Statistic BARRIERS =
      new Statistic("num-barriers", "Number of barriers given words in shared memory");

  /** A pass; it has nothing to choose. */
  public LowerSharedBarrierPass() {}

  @Override
  public Change run(Operation root, PassContext context) {
    boolean changed = false;
    for (LaunchOp launch : LaunchOp.allIn(root)) {
      SharedBarriers barriers = new SharedBarriers(launch, context.diagnostics());
      boolean isPossible = barriers.isPossible();
      if (launch.isOfTiles()) {
        if (isPossible && barriers.count() > 0) {
          context.remark(
              launch,
              "keeps its %d barriers as arrays: their words are made, and initialised by one thread,"
                  + " where the body says what one thread does",
              barriers.count());
        }
      } else if (isPossible && barriers.isComplete()) {
        changed |= barriers.lower();
        context.count(BARRIERS, barriers.count());
      }
    }
    return Change.of(changed);
  }
}
