// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.layout;

import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.pass.Change;
import dev.azulejo.ir.pass.Pass;
import dev.azulejo.ir.pass.PassContext;
import dev.azulejo.ir.spec.PassDef;
import dev.azulejo.ir.spec.Rung;
import java.util.List;

/**
 * Decides where every element lives: gives each shared buffer a layout, each fragment its threads
 * and registers, and each parallel loop the threads of its points.
 *
 * <p>Operations are asked three times: for what they can't do without, such as the operands of
 * matrix instructions; for what follows from what is known; and for a choice where nothing is. Of
 * the possible choices the one of the fewest registers is taken. Layouts that the program lays down
 * are kept.
 *
 * <p>Products that are marked so are made by wgmma: their operands in shared memory lie in the
 * widest swizzle that a matrix descriptor can tell of, and rows go to warpgroups first. Buffers
 * that boxes are copied to or from are swizzled, too. In a role, fragments are spread over its
 * threads, counted from its first one.
 *
 * <p>Requires a target on the function or module for matrix instructions. Gives {@code layout} on
 * each {@code tile.alloc} of shared memory or fragments, and {@code layout}, {@code vector} and
 * guards on each {@code tile.parallel}. Two demands that can't both be met are an error that shows
 * both. A product without matrix instructions, or one that reads its operands slowly, is a remark,
 * and so are products that warps can share out by rows only. A product marked with instructions
 * that can't make it, and a box that can't be copied as its buffer lies, are errors. Leaves alone:
 * all uses, whose types and regions stay as they are.
 */
@PassDef(
    name = "layout-inference",
    anchor = "func.func",
    summary = "Decide where the elements of buffers and the points of loops live",
    from = Rung.PIPELINE,
    downTo = Rung.LAYOUT)
public final class LayoutInferencePass implements Pass {
  @Override
  public Change run(Operation root, PassContext context) {
    boolean changed = false;
    for (LaunchOp launch : launches(root)) {
      try {
        changed |= Inference.run(launch, context);
      } catch (LayoutConflict conflict) {
        context.diagnostics().report(conflict.diagnostic());
      }
    }
    return Change.of(changed);
  }

  static List<LaunchOp> launches(Operation root) {
    List<LaunchOp> launches = LaunchOp.allIn(root);
    return launches;
  }
}
