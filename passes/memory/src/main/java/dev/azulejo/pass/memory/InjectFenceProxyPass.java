// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.memory;

import dev.azulejo.dialect.tile.GemmOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.dialect.tile.Target;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.pass.Change;
import dev.azulejo.ir.pass.Pass;
import dev.azulejo.ir.pass.PassContext;
import dev.azulejo.ir.pass.Statistic;
import dev.azulejo.ir.spec.PassDef;
import dev.azulejo.ir.spec.Rung;
import dev.azulejo.pass.memory.proxy.ProxyFences;

/**
 * Puts fences between what threads write to shared memory and what bulk copies and matrix
 * instructions of warpgroups do to the same buffers on their own path: without one, these may not
 * see it. A thread that arrives at a barrier with phases hands on what it wrote, so a fence stands
 * in front of that, too, where others access the buffer by that path. What a loop or both sides of
 * a condition need, and nothing in them makes necessary again, stands once in front of them.
 *
 * <p>Requires operations on tiles, where it asks what they access, or what one thread does, before
 * barriers are put between threads: those come behind the fences. Gives {@code
 * barrier.fence_proxy_async}, and a launch that says so with {@code explicit_fences}, or {@code
 * ptx.fence.proxy.async}. Leaves alone: fences that are there, launches without such accesses, all
 * that only reads, and products whose instructions are not chosen yet, with a remark.
 */
@PassDef(
    name = "inject-fence-proxy",
    anchor = "func.func",
    summary = "Put fences between the two paths to shared memory",
    from = Rung.PIPELINE,
    downTo = Rung.THREAD)
public final class InjectFenceProxyPass implements Pass {
  private static final Statistic FENCES =
      new Statistic("num-fences", "Number of fences put into launches");

  /** A pass; it has nothing to choose. */
  public InjectFenceProxyPass() {}

  @Override
  public Change run(Operation root, PassContext context) {
    int count = 0;
    boolean changed = false;
    for (LaunchOp launch : LaunchOp.allIn(root)) {
      ProxyFences.Outcome outcome = ProxyFences.insert(launch, context.diagnostics());
      count += outcome.count();
      if (launch.isOfTiles()) {
        remarkUndecided(launch, context);
        if (outcome.isConcerned() && !launch.explicitFences()) {
          launch.makeFencesExplicit();
          changed = true;
        }
      }
    }
    context.count(FENCES, count);
    return Change.of(changed || count > 0);
  }

  /** Says of products that nobody has decided about that fences for them are not put here. */
  private static void remarkUndecided(LaunchOp launch, PassContext context) {
    Target target = Target.of(launch);
    if (target == null || !target.hasSharedBarriers()) {
      return;
    }
    launch.walk(op -> {
      if (op instanceof GemmOp gemm && gemm.instruction().isEmpty() && !gemm.asynchronous()) {
        context.remark(
            gemm,
            "gets no fence here: by which path it reads is only known once its instructions are"
                + " chosen");
      }
    });
  }
}
