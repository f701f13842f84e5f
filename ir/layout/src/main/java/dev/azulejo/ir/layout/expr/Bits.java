// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout.expr;

import dev.azulejo.ir.layout.expr.IndexExpr.Binary;
import dev.azulejo.ir.layout.expr.IndexExpr.Constant;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.impl.list.mutable.FastList;
import org.eclipse.collections.impl.set.sorted.mutable.TreeSortedSet;

/**
 * The rules for bit operations. Where the bits of operands can be told apart, the result is a sum
 * over runs of bits, so that {@code (8*a + b) xor (8*c)} is {@code 8*(a xor c) + b}.
 */
final class Bits {
  /** Splitting writes an operand once a run; larger results than this stay unsplit. */
  private static final int LARGEST = 200;

  private final Simplifier simplifier;

  Bits(Simplifier simplifier) {
    this.simplifier = simplifier;
  }

  // --- Exclusive or -----------------------------------------------------------------------------

  IndexExpr xor(IndexExpr lhs, IndexExpr rhs) {
    MutableList<IndexExpr> operands = FastList.newList();
    long constant = flatten(lhs, operands) ^ flatten(rhs, operands);
    if (operands.isEmpty()) {
      return IndexExpr.constant(constant);
    }
    if (constant != 0) {
      operands.add(IndexExpr.constant(constant));
    }
    if (operands.size() == 1) {
      return operands.getFirst();
    }
    TreeSortedSet<Integer> cuts = cuts(operands);
    boolean isOneRun = cuts.isEmpty() || (cuts.size() == 2 && cuts.getFirst() == 0);
    return isOneRun ? joined(operands) : byRuns(operands, cuts);
  }

  /** Collects the operands of nested exclusive ors, and drops those that meet their like. */
  private static long flatten(IndexExpr expr, MutableList<IndexExpr> operands) {
    if (expr instanceof Constant(long value)) {
      return value;
    }
    if (expr instanceof Binary(IndexOperator operator, IndexExpr lhs, IndexExpr rhs)
        && operator == IndexOperator.XOR) {
      return flatten(lhs, operands) ^ flatten(rhs, operands);
    }
    if (!operands.remove(expr)) {
      operands.add(expr);
    }
    return 0;
  }

  private static IndexExpr joined(MutableList<IndexExpr> operands) {
    IndexExpr result = null;
    for (IndexExpr operand : operands.sortThis(ExprOrder::compare)) {
      result = result == null ? operand : result.xor(operand);
    }
    return result == null ? IndexExpr.constant(0) : result;
  }

  /** The bits where an operand begins or ends; none if an operand may be negative or unbounded. */
  private TreeSortedSet<Integer> cuts(MutableList<IndexExpr> operands) {
    TreeSortedSet<Integer> cuts = TreeSortedSet.newSet();
    for (IndexExpr operand : operands) {
      Range range = simplifier.range(operand);
      if (range.min() < 0 || !range.isFinite()) {
        return TreeSortedSet.newSet();
      }
      cuts.add(lowest(operand));
      cuts.add(length(range));
    }
    return cuts;
  }

  /** The number of bits at the lower end that are surely 0. */
  private static int lowest(IndexExpr expr) {
    LinearSum sum = LinearSum.of(expr);
    long bits = sum.constant();
    for (Term term : sum.terms()) {
      bits |= term.factor();
    }
    return Long.numberOfTrailingZeros(bits);
  }

  private static int length(Range range) {
    return Long.SIZE - Long.numberOfLeadingZeros(range.max());
  }

  private IndexExpr byRuns(MutableList<IndexExpr> operands, TreeSortedSet<Integer> cuts) {
    var sum = new LinearSum();
    int low = -1;
    for (int cut : cuts) {
      if (low >= 0) {
        sum.add(run(operands, low, cut), 1L << low);
      }
      low = cut;
    }
    IndexExpr split = simplifier.sums().canonical(sum);
    return split.size() <= LARGEST ? split : joined(operands);
  }

  /** The exclusive or of one run of bits of all operands. */
  private IndexExpr run(MutableList<IndexExpr> operands, int low, int high) {
    IndexExpr result = IndexExpr.constant(0);
    for (IndexExpr operand : operands) {
      boolean overlaps = lowest(operand) < high && length(simplifier.range(operand)) > low;
      if (overlaps) {
        result = xor(result, bits(operand, low, high));
      }
    }
    return result;
  }

  /** Bits {@code low} to below {@code high} of an expression, as a number. */
  private IndexExpr bits(IndexExpr expr, int low, int high) {
    IndexExpr shifted = simplifier.make(IndexOperator.DIV, expr, IndexExpr.constant(1L << low));
    return high - low >= Long.SIZE - 1
        ? shifted
        : simplifier.make(IndexOperator.MOD, shifted, IndexExpr.constant(1L << (high - low)));
  }

  // --- And, or ----------------------------------------------------------------------------------

  IndexExpr and(IndexExpr lhs, IndexExpr rhs) {
    if (lhs.equals(rhs)) {
      return lhs;
    }
    if (rhs instanceof Constant(long mask)) {
      return masked(lhs, mask);
    }
    return lhs instanceof Constant(long mask)
        ? masked(rhs, mask)
        : Simplifier.ordered(IndexOperator.AND, lhs, rhs);
  }

  /** The sum of the runs of bits that a mask has. */
  private IndexExpr masked(IndexExpr expr, long mask) {
    if (mask == 0 || mask == -1) {
      return mask == 0 ? IndexExpr.constant(0) : expr;
    }
    if (mask < 0) {
      return Simplifier.ordered(IndexOperator.AND, expr, IndexExpr.constant(mask));
    }
    var sum = new LinearSum();
    long rest = mask;
    while (rest != 0) {
      int low = Long.numberOfTrailingZeros(rest);
      int high = low + Long.numberOfTrailingZeros(~(rest >>> low));
      sum.add(bits(expr, low, high), 1L << low);
      rest &= high == Long.SIZE - 1 ? 0 : -1L << high;
    }
    IndexExpr split = simplifier.sums().canonical(sum);
    return split.size() <= LARGEST
        ? split
        : Simplifier.ordered(IndexOperator.AND, expr, IndexExpr.constant(mask));
  }

  IndexExpr or(IndexExpr lhs, IndexExpr rhs) {
    if (lhs.equals(rhs) || rhs.isConstant(0)) {
      return lhs;
    }
    if (lhs.isConstant(0)) {
      return rhs;
    }
    return isBelowOf(lhs, rhs) || isBelowOf(rhs, lhs)
        ? simplifier.make(IndexOperator.ADD, lhs, rhs)
        : Simplifier.ordered(IndexOperator.OR, lhs, rhs);
  }

  /** Do all bits of an expression stand below all of another? */
  private boolean isBelowOf(IndexExpr lower, IndexExpr upper) {
    Range range = simplifier.range(lower);
    return range.min() >= 0
        && range.isFinite()
        && simplifier.range(upper).min() >= 0
        && length(range) <= lowest(upper);
  }
}
