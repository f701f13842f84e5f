// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize;

import dev.azulejo.dialect.pipeline.RolesOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.pass.Change;
import dev.azulejo.ir.pass.Pass;
import dev.azulejo.ir.pass.PassContext;
import dev.azulejo.ir.spec.PassDef;
import dev.azulejo.ir.spec.Rung;

/**
 * Refuses programs in which something uses the registers of an asynchronous product that may still
 * be under way, or in which a role may end before its products do. All ways through conditions and
 * loops are followed; what may be under way on one of them counts.
 *
 * <p>Requires nothing. Changes nothing. Leaves alone what products read of shared memory: barriers
 * say when that may be written, and who follows those is the simulator.
 */
@PassDef(
    name = "verify-gemm-waits",
    anchor = "func.func",
    summary = "Refuse products that nothing waits for in time",
    from = Rung.PIPELINE,
    downTo = Rung.PIPELINE)
public final class VerifyGemmWaitsPass implements Pass {

  /** A pass; it has nothing to choose. */
  public VerifyGemmWaitsPass() {}

  @Override
  public Change run(Operation root, PassContext context) {
    for (LaunchOp launch : LaunchOp.allIn(root)) {
      GemmWaits block = new GemmWaits(context.diagnostics());
      for (Operation op : launch.body().entry()) {
        if (op instanceof RolesOp roles) {
          for (RolesOp.Role role : roles.roles()) {
            new GemmWaits(context.diagnostics()).verify(role.body());
          }
        } else {
          block.follow(op);
        }
      }
      block.end();
    }
    return Change.NONE;
  }
}
