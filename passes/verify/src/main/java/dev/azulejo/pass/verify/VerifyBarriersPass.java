// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify;

import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.pass.Change;
import dev.azulejo.ir.pass.Pass;
import dev.azulejo.ir.pass.PassContext;
import dev.azulejo.ir.spec.Help;
import dev.azulejo.ir.spec.PassDef;
import dev.azulejo.ir.spec.Rung;

/**
 * Refuses kernels that can hang or race: all orders in which the roles of a block, the engines and
 * the barriers between them can go on are gone through, for the blocks of the grid that differ, for
 * loops that run as often as matters, and for both outcomes of conditions on data. What is wrong is
 * told with the shortest way there.
 *
 * <p>Requires nothing. Changes nothing. Leaves alone what single threads do: it is not known yet.
 */
@PassDef(
    name = "verify-barriers",
    anchor = "func.func",
    summary = "Refuse kernels that can hang or race",
    from = Rung.PIPELINE,
    downTo = Rung.PIPELINE)
public final class VerifyBarriersPass implements Pass {

  /** How far to look. */
  public record Options(
      @Help(value = "how many states to look at before giving up", defaultValue = "1000000")
          int states) {}

  private final Options options;

  /** The pass with given options. */
  public VerifyBarriersPass(Options options) {
    this.options = options;
  }

  @Override
  public Change run(Operation root, PassContext context) {
    for (LaunchOp launch : LaunchOp.allIn(root)) {
      new LaunchCheck(launch, options.states(), context).run();
    }
    return Change.NONE;
  }
}
