// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.ValueMapping;
import dev.azulejo.ir.pass.Change;
import dev.azulejo.ir.pass.Pass;
import dev.azulejo.ir.pass.PassContext;
import dev.azulejo.ir.spec.PassDef;
import dev.azulejo.ir.spec.Rung;
import java.util.List;

/**
 * Turns what a block does into what each of its threads does: buffers become shared memory and
 * registers as their layouts say, copies become {@code cp.async}, loads and stores, matrix products
 * {@code ldmatrix} and {@code mma.sync}. Addresses are computed once, ahead of loops. Where the
 * threads have to wait for each other is left to {@code insert-thread-sync}.
 *
 * <p>Requires layouts on all buffers, and a target from {@code sm_80} on. Gives rung 3: the launch
 * stays, and its body is the program of the thread {@code gpu.thread_id x}. What is not known how
 * to lower is an error that says why, and then its launch is left as it was. Leaves alone: all that
 * is no operation of tiles or pipelines, and functions without a launch.
 */
@PassDef(
    name = "lower-tile-ops",
    anchor = "func.func",
    summary = "Turn what a block does into what each of its threads does",
    from = Rung.LAYOUT,
    downTo = Rung.THREAD)
public final class LowerTileOpsPass implements Pass {
  @Override
  public Change run(Operation root, PassContext context) {
    List<LaunchOp> launches = LaunchOp.allIn(root);
    boolean changed = false;
    for (LaunchOp launch : launches) {
      changed |= lower(launch, context);
    }
    return Change.of(changed);
  }

  private static boolean lower(LaunchOp launch, PassContext context) {
    LaunchOp lowered = (LaunchOp) Inserter.before(launch).insert(launch.copy(new ValueMapping()));
    try {
      LaunchLowering.run(lowered, context);
      launch.erase();
      return true;
    } catch (LoweringFailure failure) {
      context.diagnostics().report(failure.diagnostic());
      lowered.erase();
      return false;
    }
  }
}
