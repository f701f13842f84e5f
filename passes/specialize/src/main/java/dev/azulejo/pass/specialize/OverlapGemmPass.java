// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize;

import dev.azulejo.dialect.pipeline.RolesOp;
import dev.azulejo.dialect.scf.ForOp;
import dev.azulejo.dialect.tile.GemmOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.pass.Change;
import dev.azulejo.ir.pass.Decision;
import dev.azulejo.ir.pass.Pass;
import dev.azulejo.ir.pass.PassContext;
import dev.azulejo.ir.pass.Statistic;
import dev.azulejo.ir.spec.PassDef;
import dev.azulejo.ir.spec.Rung;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Keeps the tensor cores busy while a role waits for its next data: in the loops of roles, products
 * by {@code wgmma} are only begun, and those of one iteration are under way while the next one
 * begins. What an iteration has read is released in the next, behind the wait that ends its
 * products. A fill with zero in front of the loop becomes a condition of the first product.
 *
 * <p>Requires roles. Gives asynchronous products, each with its waits, and loops that carry the
 * slots that are still to be released. Leaves alone products that are asynchronous already, those
 * in no loop, and, with a remark, loops that use the sums in their bodies or whose products stand
 * under conditions.
 */
@PassDef(
    name = "overlap-gemm",
    anchor = "func.func",
    summary = "Let products of roles run while the next iteration begins",
    from = Rung.PIPELINE,
    downTo = Rung.PIPELINE)
public final class OverlapGemmPass implements Pass {
  private static final Statistic OVERLAPPED =
      new Statistic("num-overlapped", "Number of products that are under way across iterations");

  /** A pass; it has nothing to choose. */
  public OverlapGemmPass() {}

  @Override
  public Change run(Operation root, PassContext context) {
    Set<ForOp> loops = new LinkedHashSet<>();
    root.walk(op -> {
      if (op instanceof GemmOp gemm && isCandidate(gemm)) {
        if (gemm.parentOp() instanceof ForOp loop) {
          loops.add(loop);
        } else if (gemm.enclosing(ForOp.class) != null) {
          keep(List.of(gemm), "it is made under a condition", context);
        }
      }
    });
    Change change = Change.NONE;
    for (ForOp loop : loops) {
      change = change.and(Change.of(overlap(loop, context)));
    }
    return change;
  }

  private static boolean isCandidate(GemmOp gemm) {
    return gemm.isMadeBy(GemmOp.WGMMA)
        && !gemm.asynchronous()
        && gemm.enclosing(RolesOp.class) != null;
  }

  private static boolean overlap(ForOp loop, PassContext context) {
    GemmLoop products = GemmLoop.of(loop);
    String obstacle = products.obstacle();
    if (obstacle != null) {
      keep(products.gemms(), obstacle, context);
      return false;
    }
    context.count(OVERLAPPED, products.gemms().size());
    for (GemmOp gemm : products.gemms()) {
      String chosen = "under way while the next iteration begins";
      context.decide(Decision.about(gemm, "gemm", GemmOp.WGMMA, chosen));
    }
    new GemmOverlap(products).rewrite();
    return true;
  }

  private static void keep(List<GemmOp> gemms, String reason, PassContext context) {
    for (GemmOp gemm : gemms) {
      if (!gemm.asynchronous()) {
        context.remark(gemm, "is waited for at once: %s", reason);
        context.decide(
            Decision.about(gemm, "gemm", GemmOp.WGMMA, "waited for at once").because(reason));
      }
    }
  }
}
