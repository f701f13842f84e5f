// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize;

import dev.azulejo.dialect.pipeline.ForOp;
import dev.azulejo.dialect.tile.AsyncCopyOp;
import dev.azulejo.dialect.tile.AsyncCopyRules;
import dev.azulejo.dialect.tile.CopyOp;
import dev.azulejo.dialect.tile.GemmOp;
import dev.azulejo.dialect.tile.GemmSpOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.dialect.tile.Target;
import dev.azulejo.dialect.tile.TmaCopyOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.pass.Change;
import dev.azulejo.ir.pass.Decision;
import dev.azulejo.ir.pass.Pass;
import dev.azulejo.ir.pass.PassContext;
import dev.azulejo.ir.spec.PassDef;
import dev.azulejo.ir.spec.Rung;
import dev.azulejo.pass.pipeline.Im2colLoads;
import dev.azulejo.pass.pipeline.TensorArguments;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides which instructions make the products of a launch: {@code wgmma} where a warpgroup's
 * instructions can, else {@code mma} where a warp's can. Products into one accumulator are made by
 * the same, since each has its place for the elements of a sum.
 *
 * <p>Requires {@code sm_90a} for dense products. Gives {@code instruction} of {@code tile.gemm},
 * {@code tile.gemm_sp} and {@code tile.im2col}. Leaves alone: what says its instruction, and dense
 * products of other targets. What an operation says, or a copy that prefers TMA or is one by TMA,
 * and can't be is an error with the reason. Whether another copy goes by TMA, {@code
 * warp-specialize} decides, which knows whether there is anybody to wait for it.
 */
@PassDef(
    name = "instruction-annotation",
    anchor = "func.func",
    summary = "Decide which instructions make matrix products",
    from = Rung.TILE,
    downTo = Rung.PIPELINE)
public final class InstructionAnnotationPass implements Pass {

  /** A pass; it has nothing to choose. */
  public InstructionAnnotationPass() {}

  @Override
  public Change run(Operation root, PassContext context) {
    boolean changed = false;
    for (LaunchOp launch : LaunchOp.allIn(root)) {
      checkCopies(launch, context);
      List<GemmOp> products = new ArrayList<>();
      launch.walk(op -> {
        if (op instanceof GemmOp gemm) {
          products.add(gemm);
        }
      });
      changed |= annotate(launch, products, context);
      changed |= annotateSparse(launch, context);
      changed |= annotateImages(launch, context);
    }
    return Change.of(changed);
  }

  private static void checkCopies(LaunchOp launch, PassContext context) {
    launch.walk(op -> {
      if (op instanceof CopyOp copy && copy.prefers(CopyOp.TMA)) {
        String obstacle = TmaLoads.obstacle(copy);
        if (obstacle == null && !hasPipelinedLoop(launch)) {
          obstacle = "there is no pipelined loop, so nobody would wait for it";
        }
        check(copy, "TMA", obstacle, context);
      } else if (op instanceof CopyOp copy && copy.prefers(CopyOp.CP_ASYNC)) {
        check(copy, "cp.async", AsyncCopyRules.obstacle(copy), context);
      } else if (op instanceof TmaCopyOp copy) {
        checkExplicit(copy, context);
      } else if (op instanceof AsyncCopyOp copy) {
        checkExplicit(copy, context);
      }
    });
  }

  private static void checkExplicit(TmaCopyOp copy, PassContext context) {
    Target target = Target.of(copy);
    String problem =
        target != null && !target.hasSharedBarriers()
            ? target.name() + " has no such copies"
            : TensorArguments.problemOf(copy.source());
    if (problem != null) {
      context.error(copy, "is a copy by TMA, which can't be: %s", problem);
    }
  }

  private static void checkExplicit(AsyncCopyOp copy, PassContext context) {
    Target target = Target.of(copy);
    if (target != null && !target.hasAsyncCopy()) {
      context.error(
          copy,
          "is an asynchronous copy, which can't be: %s has none to shared memory",
          target.name());
    }
  }

  private static void check(
      CopyOp copy, String way, @Nullable String obstacle, PassContext context) {
    if (obstacle != null) {
      context.error(copy, "prefers %s, which can't be: %s", way, obstacle);
    }
  }

  private static boolean hasPipelinedLoop(LaunchOp launch) {
    boolean[] found = new boolean[1];
    launch.walk(op -> found[0] |= op instanceof ForOp loop && loop.depth() > 0);
    return found[0];
  }

  private static boolean annotateImages(LaunchOp launch, PassContext context) {
    List<ForOp> loops = new ArrayList<>();
    launch.walk(op -> {
      if (op instanceof ForOp loop && loop.depth() > 0) {
        loops.add(loop);
      }
    });
    boolean changed = false;
    for (ForOp loop : loops) {
      changed |= Im2colLoads.decide(loop, context);
    }
    return changed;
  }

  private static boolean annotateSparse(LaunchOp launch, PassContext context) {
    List<GemmSpOp> products = new ArrayList<>();
    launch.walk(op -> {
      if (op instanceof GemmSpOp gemm) {
        products.add(gemm);
      }
    });
    boolean changed = false;
    for (GemmSpOp gemm : products) {
      SparseChoice choice = SparseChoice.of(gemm, ProductChoice.threads(gemm, launch));
      String chosen = choice.instruction();
      if (gemm.instruction().isPresent()) {
        String problem = choice.problemOf(gemm);
        if (problem != null) {
          refuse(gemm, gemm.instruction().get().value(), problem, context);
        }
        continue;
      }
      context.decide(
          Decision.about(
                  gemm, "gemm", "any instruction", chosen == null ? "element by element" : chosen)
              .because("%s", choice.reason()));
      if (chosen != null) {
        gemm.setAttribute("instruction", StringAttr.of(chosen));
        changed = true;
      }
    }
    return changed;
  }

  private static void refuse(
      Operation product, String instruction, String problem, PassContext context) {
    context.error(product, "is to be made by %s, which can't be: %s", instruction, problem);
  }

  private static boolean annotate(LaunchOp launch, List<GemmOp> products, PassContext context) {
    boolean isHopper = TmaLoads.isOn(Target.of(launch));
    boolean changed = false;
    for (Map.Entry<GemmOp, ProductChoice> entry : ProductChoice.of(launch, products).entrySet()) {
      GemmOp gemm = entry.getKey();
      ProductChoice choice = entry.getValue();
      if (gemm.instruction().isPresent()) {
        String problem = choice.problemOf(gemm);
        if (problem != null) {
          refuse(gemm, gemm.instruction().get().value(), problem, context);
        }
        continue;
      }
      if (!isHopper) {
        continue;
      }
      context.decide(
          Decision.about(gemm, "gemm", "any instruction", choice.words())
              .because("%s", choice.reason()));
      String word = choice.instruction();
      if (word != null) {
        gemm.setAttribute("instruction", StringAttr.of(word));
        changed = true;
      }
    }
    return changed;
  }
}
