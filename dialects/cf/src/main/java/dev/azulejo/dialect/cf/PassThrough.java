// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.cf;

import dev.azulejo.ir.Block;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Use;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.rewrite.Rewriter;
import dev.azulejo.ir.trait.BranchOp;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Jumps to blocks that do nothing but jump on go to where these go. */
final class PassThrough {
  private PassThrough() {}

  /**
   * Makes every successor of a branch that only jumps on the next one.
   *
   * @param branch the same operation
   */
  static boolean shorten(Operation op, BranchOp branch, Rewriter rewriter) {
    boolean changed = false;
    for (int i = 0; i < op.successors().size(); i++) {
      BrOp jump = onlyJump(op, op.successors().get(i));
      if (jump != null) {
        int index = i;
        List<Value> values = through(jump, branch.successorOperands(i));
        rewriter.modify(
            op,
            () -> {
              op.setSuccessor(index, jump.dest());
              branch.setSuccessorOperands(index, values);
            });
        changed = true;
      }
    }
    return changed;
  }

  /** The jump that is all that a block has, or null. */
  private static @Nullable BrOp onlyJump(Operation op, Block block) {
    if (!(block.first() instanceof BrOp jump) || block == op.block() || endsInCircle(block)) {
      return null;
    }
    for (BlockArgument argument : block.arguments()) {
      for (Use use : argument.uses()) {
        if (use.owner() != jump) {
          return null;
        }
      }
    }
    return jump;
  }

  /** Do jumps lead from a block to jumps for ever? Following such would never end. */
  private static boolean endsInCircle(Block block) {
    Block slow = block;
    Block fast = block;
    while (slow.first() instanceof BrOp one
        && fast.first() instanceof BrOp two
        && two.dest().first() instanceof BrOp three) {
      slow = one.dest();
      fast = three.dest();
      if (slow == fast) {
        return true;
      }
    }
    return false;
  }

  private static List<Value> through(BrOp jump, List<Value> arguments) {
    List<Value> values = new ArrayList<>();
    for (Value value : jump.destOperands()) {
      boolean own = value instanceof BlockArgument argument && argument.owner() == jump.block();
      values.add(own ? arguments.get(((BlockArgument) value).index()) : value);
    }
    return values;
  }
}
