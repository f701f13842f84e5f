// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.memory.barrier;

import dev.azulejo.dialect.arith.CmpIOp;
import dev.azulejo.dialect.barrier.ArriveOp;
import dev.azulejo.dialect.barrier.ExpectTxOp;
import dev.azulejo.dialect.ptx.CpAsyncBulkTensorLoadOp;
import dev.azulejo.dialect.ptx.MbarrierArriveOp;
import dev.azulejo.dialect.ptx.MbarrierExpectTxOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.trait.Constants;
import dev.azulejo.ir.trait.Terminator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conditions behind each other that ask the same before work on barriers. */
public final class GuardedNeighbours {
  private GuardedNeighbours() {}

  /**
   * Makes one of those that stand beside each other, with nothing but arithmetic in between.
   *
   * @return how many went into the one before
   */
  public static int merge(Operation root) {
    List<IfOp> candidates = new ArrayList<>();
    root.walk(op -> {
      if (op instanceof IfOp branch && isCandidate(branch)) {
        candidates.add(branch);
      }
    });
    int count = 0;
    for (IfOp branch : candidates) {
      count += branch.block() == null ? 0 : absorb(branch);
    }
    return count;
  }

  private static boolean isCandidate(IfOp branch) {
    if (branch.resultCount() > 0 || branch.elseBlock() != null) {
      return false;
    }
    boolean[] found = new boolean[1];
    branch.walk(op ->
        found[0] |=
            op instanceof MbarrierExpectTxOp
                || op instanceof MbarrierArriveOp
                || op instanceof CpAsyncBulkTensorLoadOp
                || op instanceof ExpectTxOp
                || op instanceof ArriveOp
                || ExpectedBoxes.completesOnBarrier(op));
    return found[0];
  }

  private static int absorb(IfOp branch) {
    int count = 0;
    IfOp next = neighbour(branch);
    while (next != null) {
      take(branch, next);
      count++;
      next = neighbour(branch);
    }
    return count;
  }

  /** The condition behind one that asks the same, or null. */
  private static @Nullable IfOp neighbour(IfOp branch) {
    Operation op = branch.next();
    while (op instanceof Pure && op.regionCount() == 0 && !(op instanceof Terminator)) {
      op = op.next();
    }
    return op instanceof IfOp next
            && isCandidate(next)
            && asksTheSame(branch.condition(), next.condition())
        ? next
        : null;
  }

  private static boolean asksTheSame(Value one, Value other) {
    return one == other
        || (one.definingOp() instanceof CmpIOp left
            && other.definingOp() instanceof CmpIOp right
            && left.comparison() == right.comparison()
            && isSame(left.lhs(), right.lhs())
            && isSame(left.rhs(), right.rhs()));
  }

  private static boolean isSame(Value one, Value other) {
    return one == other
        || (Constants.of(one) instanceof IntegerAttr left
            && Constants.of(other) instanceof IntegerAttr right
            && left.equals(right));
  }

  private static void take(IfOp branch, IfOp next) {
    for (Operation op = branch.next(); op != null && op != next; op = branch.next()) {
      // What is computed in between depends on nothing that the first one does.
      op.moveBefore(branch);
    }
    Operation end = branch.thenYield();
    for (Operation op = next.thenBlock().first(); op != null; op = next.thenBlock().first()) {
      if (op instanceof Terminator) {
        break;
      }
      op.moveBefore(end);
    }
    next.erase();
  }
}
