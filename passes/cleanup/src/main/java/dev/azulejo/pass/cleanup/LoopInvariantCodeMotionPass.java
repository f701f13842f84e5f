// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.cleanup;

import dev.azulejo.ir.Block;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.pass.Change;
import dev.azulejo.ir.pass.Pass;
import dev.azulejo.ir.pass.PassContext;
import dev.azulejo.ir.pass.Statistic;
import dev.azulejo.ir.spec.PassDef;
import dev.azulejo.ir.trait.LoopLike;
import dev.azulejo.ir.trait.Terminator;
import java.util.ArrayList;
import java.util.List;

/**
 * Computes ahead of a loop what is the same in every iteration: operations that only compute, from
 * values that are defined outside.
 *
 * <p>Requires nothing. Gives the same program with less in its loops; what leaves an inner loop may
 * leave the ones around it as well. Leaves alone what reads or writes memory, what may fail, such
 * as a division, and what stands under a condition inside of the loop.
 */
@PassDef(
    name = "loop-invariant-code-motion",
    summary = "Compute ahead of loops what no iteration changes")
public final class LoopInvariantCodeMotionPass implements Pass {
  private static final Statistic HOISTED =
      new Statistic("num-hoisted", "Number of operations moved ahead of a loop");

  /** The pass; it has no options. */
  public LoopInvariantCodeMotionPass() {}

  @Override
  public Change run(Operation root, PassContext context) {
    List<Operation> loops = new ArrayList<>();
    root.walkPostOrder(op -> {
      if (op instanceof LoopLike && op != root) {
        loops.add(op);
      }
    });
    long hoisted = 0;
    for (Operation loop : loops) {
      hoisted += hoist(loop, ((LoopLike) loop).body());
    }
    context.count(HOISTED, hoisted);
    return Change.of(hoisted > 0);
  }

  private static long hoist(Operation loop, Block body) {
    long hoisted = 0;
    Operation op = body.first();
    while (op != null) {
      Operation next = op.next();
      if (isMovable(op) && isInvariant(loop, op)) {
        op.moveBefore(loop);
        hoisted++;
      }
      op = next;
    }
    return hoisted;
  }

  private static boolean isMovable(Operation op) {
    return op instanceof Pure && !(op instanceof Terminator) && op.regionCount() == 0;
  }

  private static boolean isInvariant(Operation loop, Operation op) {
    for (Value operand : op.operands()) {
      Block block = operand.parentBlock();
      Operation around = block == null ? null : block.parentOp();
      if (around == null || around == loop || around.isInside(loop)) {
        return false;
      }
    }
    return true;
  }
}
