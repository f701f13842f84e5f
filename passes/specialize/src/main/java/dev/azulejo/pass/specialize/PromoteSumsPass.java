// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize;

import dev.azulejo.dialect.pipeline.OrdinalOp;
import dev.azulejo.dialect.pipeline.RolesOp;
import dev.azulejo.dialect.scf.ForOp;
import dev.azulejo.dialect.tile.GemmOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.pass.Change;
import dev.azulejo.ir.pass.Decision;
import dev.azulejo.ir.pass.Pass;
import dev.azulejo.ir.pass.PassContext;
import dev.azulejo.ir.spec.PassDef;
import dev.azulejo.ir.spec.Rung;
import dev.azulejo.ir.trait.Constants;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sums products of 8 bits in two steps where a product says {@code promote = n}: the matrix
 * instructions sum n iterations of a loop in registers of their own, which are then added to the
 * sums that the program names. The n iterations are written one behind the other, so that no
 * condition stands between their products; two of them are under way at a time. What is left over
 * of the loop is added iteration by iteration.
 *
 * <p>Requires roles whose iterations are counted ({@code insert-phase-counters}). Gives
 * asynchronous products with their waits, and takes {@code promote} away. Leaves alone, with a
 * remark: products that are in no loop of a role, or in one with others, and those that are not
 * made by {@code wgmma}, whose sums have all bits.
 */
@PassDef(
    name = "promote-sums",
    anchor = "func.func",
    summary = "Add sums of few products to those of all in full precision",
    from = Rung.PIPELINE,
    downTo = Rung.PIPELINE)
public final class PromoteSumsPass implements Pass {

  /** A pass; it has nothing to choose. */
  public PromoteSumsPass() {}

  @Override
  public Change run(Operation root, PassContext context) {
    List<GemmOp> asking = new ArrayList<>();
    root.walk(op -> {
      if (op instanceof GemmOp gemm && gemm.promote().isPresent()) {
        asking.add(gemm);
      }
    });
    for (GemmOp gemm : asking) {
      long period = gemm.promote().map(IntegerAttr::longValue).orElse(1L);
      gemm.removeAttribute("promote");
      promote(gemm, period, context);
    }
    return Change.of(!asking.isEmpty());
  }

  private static void promote(GemmOp gemm, long period, PassContext context) {
    String asked = "promote " + period;
    String obstacle = obstacle(gemm);
    if (obstacle != null) {
      context.remark(gemm, "is summed in one step: %s", obstacle);
      context.decide(
          Decision.about(gemm, "gemm", asked, "summed in one step").because("%s", obstacle));
      return;
    }
    context.decide(Decision.about(gemm, "gemm", asked, "added every %d steps".formatted(period)));
    if (gemm.parentOp() instanceof ForOp loop) {
      new PromotedLoop(loop, gemm, period).rewrite();
    }
  }

  private static @Nullable String obstacle(GemmOp gemm) {
    if (!gemm.isMadeBy(GemmOp.WGMMA)) {
      return "its instructions sum in the precision of C";
    }
    if (!(gemm.parentOp() instanceof ForOp loop) || gemm.enclosing(RolesOp.class) == null) {
      return "it is in no loop of a role";
    }
    if (gemm.clear().isPresent()) {
      return "it sets its sums to zero by itself";
    }
    GemmLoop products = GemmLoop.of(loop);
    if (products.gemms().size() > 1) {
      return "its loop makes other products too";
    }
    if (loop.unsignedCmp()
        || !(Constants.of(loop.step()) instanceof IntegerAttr step)
        || step.longValue() != 1) {
      return "its loop is not counted by ones";
    }
    for (Operation op : loop.body()) {
      if (op instanceof OrdinalOp) {
        return "its iterations are not counted yet: insert-phase-counters does that";
      }
    }
    return products.obstacle();
  }
}
