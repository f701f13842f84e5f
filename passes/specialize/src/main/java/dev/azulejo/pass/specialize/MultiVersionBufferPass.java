// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize;

import dev.azulejo.dialect.pipeline.ForOp;
import dev.azulejo.dialect.pipeline.RolesOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.pass.Change;
import dev.azulejo.ir.pass.Decision;
import dev.azulejo.ir.pass.Pass;
import dev.azulejo.ir.pass.PassContext;
import dev.azulejo.ir.spec.PassDef;
import dev.azulejo.ir.spec.Rung;
import dev.azulejo.pass.specialize.RoleVersions.Refused;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives the buffers and barriers by which pipelined loops of roles work together a version for each
 * iteration that may be under way: for roles that are written by hand with one buffer and one
 * barrier of each kind. A buffer that one role fills and another reads, and every array of barriers
 * of the loops, has as many versions as the loops have stages; a barrier of an array with several
 * is found at {@code version * size + index}. What only one role uses stays as it is.
 *
 * <p>Requires that roles wait, at such barriers, for {@code pipeline.parity} of depth one of a
 * {@code pipeline.ordinal} of the same block: that counts the turns there. Gives {@code scf.for},
 * versions, and parities of the new depth. Leaves alone, with a remark: loops whose buffers or
 * barriers are used outside of them, too, that are filled in part, or whose turns nobody counts.
 * What has versions already is an error.
 */
@PassDef(
    name = "multi-version-buffer",
    anchor = "func.func",
    summary = "Give buffers and barriers of hand-written roles a version for each stage",
    from = Rung.PIPELINE,
    downTo = Rung.PIPELINE)
public final class MultiVersionBufferPass implements Pass {

  /** A pass; it has nothing to choose. */
  public MultiVersionBufferPass() {}

  @Override
  public Change run(Operation root, PassContext context) {
    List<RolesOp> all = new ArrayList<>();
    root.walk(op -> {
      if (op instanceof RolesOp roles) {
        all.add(roles);
      }
    });
    boolean changed = false;
    for (RolesOp roles : all) {
      changed |= version(roles, context);
    }
    return Change.of(changed);
  }

  private static boolean version(RolesOp roles, PassContext context) {
    List<ForOp> loops = new ArrayList<>();
    roles.walk(op -> {
      if (op instanceof ForOp loop && loop.depth() > 0) {
        loops.add(loop);
      }
    });
    if (loops.isEmpty()) {
      return false;
    }
    try {
      RoleVersions versions = RoleVersions.of(roles, loops);
      for (ForOp loop : loops) {
        context.decide(
            Decision.about(
                loop, "loop", "stages(" + loop.depth() + ")", "versions: " + versions.count()));
      }
      versions.carryOut();
      return true;
    } catch (Refused refused) {
      if (refused.isError()) {
        context.error(refused.culprit(), "%s", refused.reason());
        return false;
      }
      for (ForOp loop : loops) {
        context
            .diagnostics()
            .report(
                loop.remark("has one version of everything: %s", refused.reason())
                    .note(refused.culprit().location(), "because of this"));
      }
      return false;
    }
  }
}
