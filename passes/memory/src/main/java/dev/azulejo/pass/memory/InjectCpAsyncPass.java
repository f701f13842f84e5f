// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.memory;

import dev.azulejo.dialect.tile.AsyncCopyRules;
import dev.azulejo.dialect.tile.CopyOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.pass.Change;
import dev.azulejo.ir.pass.Pass;
import dev.azulejo.ir.pass.PassContext;
import dev.azulejo.ir.spec.Help;
import dev.azulejo.ir.spec.PassDef;
import dev.azulejo.ir.spec.Rung;
import java.util.List;

/**
 * Makes copies from global to shared memory go past the registers of the threads: {@code
 * tile.async_copy}, committed and waited for before anything but further copies happens, so that
 * they mean what they did. Copies in a row are waited for together. They are done so where {@code
 * prefer} asks for it, and with {@code all} wherever it can be.
 *
 * <p>Requires a target that has such copies. A copy that asks for it and can't be done so is an
 * error with the reason; of others there is a remark. Leaves alone: copies that pipelines have made
 * asynchronous, and those that prefer to be synchronous.
 */
@PassDef(
    name = "inject-cp-async",
    anchor = "func.func",
    summary = "Let copies to shared memory go past the threads' registers",
    from = Rung.TILE,
    downTo = Rung.PIPELINE)
public final class InjectCpAsyncPass implements Pass {

  /** What can be chosen. */
  public record Options(
      @Help(
              value = "all copies that can be done so, not only those that prefer it",
              defaultValue = "false")
          boolean all) {}

  private final Options options;

  /** The pass with given options. */
  public InjectCpAsyncPass(Options options) {
    this.options = options;
  }

  @Override
  public Change run(Operation root, PassContext context) {
    List<LaunchOp> launches = LaunchOp.allIn(root);
    boolean changed = false;
    for (LaunchOp launch : launches) {
      CopyRuns runs = new CopyRuns(copy -> isWanted(copy, context));
      changed |= runs.visit(launch.body().entry());
    }
    return Change.of(changed);
  }

  /** Is a copy to be asynchronous, and can it be? */
  private boolean isWanted(CopyOp copy, PassContext context) {
    boolean isAsked = copy.prefers(CopyOp.CP_ASYNC);
    if (!isAsked && (!options.all() || copy.prefers(CopyOp.SYNC) || !AsyncCopyRules.isLoad(copy))) {
      return false;
    }
    String obstacle = AsyncCopyRules.obstacle(copy);
    if (obstacle == null) {
      return true;
    }
    if (isAsked) {
      context.error(copy, "prefers cp.async, which can't be: %s", obstacle);
    } else {
      context.remark(copy, "stays synchronous: %s", obstacle);
    }
    return false;
  }
}
