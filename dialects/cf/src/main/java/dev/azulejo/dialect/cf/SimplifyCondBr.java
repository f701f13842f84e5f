// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.cf;

import dev.azulejo.dialect.arith.SelectOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Use;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.rewrite.Rewriter;
import dev.azulejo.ir.trait.Constants;
import java.util.ArrayList;
import java.util.List;

/** Simplifies {@code cf.cond_br}, one step at a time. */
final class SimplifyCondBr {
  private SimplifyCondBr() {}

  static boolean rewrite(CondBrOp op, Rewriter rewriter) {
    return decide(op, rewriter)
        || PassThrough.shorten(op, op, rewriter)
        || joinEqualWays(op, rewriter)
        || decideByBranchBefore(op, rewriter)
        || assumeCondition(op, rewriter);
  }

  private static void go(CondBrOp op, boolean condition, Rewriter rewriter) {
    if (condition) {
      go(op, op.trueDest(), op.trueDestOperands(), rewriter);
    } else {
      go(op, op.falseDest(), op.falseDestOperands(), rewriter);
    }
  }

  private static void go(CondBrOp op, Block dest, List<Value> values, Rewriter rewriter) {
    BrOp.create(rewriter.before(op), dest, values);
    rewriter.erase(op);
  }

  /** With a constant condition only one way is left. */
  private static boolean decide(CondBrOp op, Rewriter rewriter) {
    if (!(Constants.of(op.condition()) instanceof IntegerAttr known)) {
      return false;
    }
    go(op, known.isTrue(), rewriter);
    return true;
  }

  /** Both ways lead to the same block; what they hand it differently is selected. */
  private static boolean joinEqualWays(CondBrOp op, Rewriter rewriter) {
    Block dest = op.trueDest();
    if (dest != op.falseDest()) {
      return false;
    }
    List<Value> values = op.trueDestOperands();
    List<Value> others = op.falseDestOperands();
    // Where others come there too, a selection would be made for the sake of a jump alone.
    if (!values.equals(others) && dest.predecessors().size() != 2) {
      return false;
    }
    List<Value> selected = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      selected.add(select(op, values.get(i), others.get(i), rewriter));
    }
    go(op, dest, selected, rewriter);
    return true;
  }

  private static Value select(CondBrOp op, Value value, Value other, Rewriter rewriter) {
    return value == other
        ? value
        : SelectOp.create(rewriter.before(op), op.condition(), value, other).result();
  }

  /** The only way here is one side of a branch on the same condition. */
  private static boolean decideByBranchBefore(CondBrOp op, Rewriter rewriter) {
    Block here = op.block();
    List<Block> before = here == null ? List.of() : here.predecessors();
    if (before.size() != 1
        || !(before.getFirst().last() instanceof CondBrOp earlier)
        || earlier == op
        || earlier.condition() != op.condition()) {
      return false;
    }
    go(op, earlier.trueDest() == here, rewriter);
    return true;
  }

  /** In blocks that only this branch leads to, the condition is known. */
  private static boolean assumeCondition(CondBrOp op, Rewriter rewriter) {
    boolean changed = assume(op, op.trueDest(), true, rewriter);
    return assume(op, op.falseDest(), false, rewriter) || changed;
  }

  private static boolean assume(CondBrOp op, Block dest, boolean known, Rewriter rewriter) {
    if (!isUsedIn(dest, op.condition()) || dest.predecessors().size() != 1) {
      return false;
    }
    Value constant =
        rewriter.constant(rewriter.before(op), IntegerAttr.bool(known), IntegerType.I1);
    if (constant == null) {
      return false;
    }
    rewriter.replaceUses(op.condition(), constant, use -> use.owner().block() == dest);
    return true;
  }

  private static boolean isUsedIn(Block block, Value value) {
    for (Use use : value.uses()) {
      Operation owner = use.owner();
      if (owner.block() == block) {
        return true;
      }
    }
    return false;
  }
}
