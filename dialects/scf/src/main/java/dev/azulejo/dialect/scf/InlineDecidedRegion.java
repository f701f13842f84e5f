// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.scf;

import dev.azulejo.ir.Block;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.rewrite.Rewriter;
import dev.azulejo.ir.trait.Constants;
import java.util.List;

/**
 * Puts the contents of a region that is certainly executed, once, in the place of its operation.
 */
final class InlineDecidedRegion {
  private InlineDecidedRegion() {}

  /** Inlines a region of one block without arguments that ends in a yield. */
  static boolean inline(Operation op, Region region, Rewriter rewriter) {
    return inline(op, region.entry(), List.of(), rewriter);
  }

  /** Inlines a block that ends in a yield. */
  static boolean inline(
      Operation op, Block block, List<? extends Value> arguments, Rewriter rewriter) {
    if (!(block.last() instanceof YieldOp end)) {
      return false;
    }
    rewriter.inlineBefore(block, op, arguments);
    List<Value> values = end.values();
    rewriter.erase(end);
    rewriter.replace(op, values);
    return true;
  }

  /** A loop whose condition is false asks once and never executes its body. */
  static boolean ofWhile(WhileOp op, Rewriter rewriter) {
    ConditionOp end = op.condition();
    if (!(Constants.of(end.condition()) instanceof IntegerAttr decided)
        || decided.value().signum() != 0) {
      return false;
    }
    rewriter.inlineBefore(op.before().entry(), op, op.inits());
    List<Value> values = end.args();
    rewriter.erase(end);
    rewriter.replace(op, values);
    return true;
  }
}
