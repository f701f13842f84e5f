// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout.expr;

import dev.azulejo.ir.layout.expr.IndexExpr.Binary;
import dev.azulejo.ir.layout.expr.IndexExpr.Constant;
import dev.azulejo.ir.layout.expr.IndexExpr.Select;
import java.util.List;

/**
 * Brings expressions into a canonical form under known bounds: a sum of multiples of <i>digits</i>
 * {@code (x floordiv low) mod extent} of the inputs and of exclusive ors of digits, as far as they
 * can be written so. Equal canonical expressions have equal values; the reverse holds for the maps
 * that layouts are usually made of, and where it matters tables decide and not this class.
 *
 * <p>The rules hold for floor division and non-negative remainders on all integers. Sums stand in
 * {@link Sums}, quotients and remainders in {@link Quotients}, bits in {@link Bits}.
 */
public final class Simplifier {
  private final Bounds bounds;
  private final Sums sums;
  private final Quotients quotients;
  private final Bits bits;

  /** A simplifier of expressions over variables within these bounds. */
  public Simplifier(Bounds bounds) {
    this.bounds = bounds;
    this.sums = new Sums(this);
    this.quotients = new Quotients(this);
    this.bits = new Bits(this);
  }

  /** What is known of the variables. */
  public Bounds bounds() {
    return bounds;
  }

  /** The values that an expression may take. */
  public Range range(IndexExpr expr) {
    return bounds.range(expr);
  }

  /**
   * The canonical form.
   *
   * @throws ArithmeticException if a number in it has more than 64 bits
   */
  public IndexExpr simplify(IndexExpr expr) {
    return switch (expr) {
      case IndexExpr.Input _, IndexExpr.Replica _ -> variable(expr);
      case IndexExpr.Symbol _, Constant _ -> expr;
      case Binary(IndexOperator operator, IndexExpr lhs, IndexExpr rhs) ->
          make(operator, simplify(lhs), simplify(rhs));
      case Select(IndexExpr condition, IndexExpr nonZero, IndexExpr zero) ->
          select(simplify(condition), simplify(nonZero), simplify(zero));
    };
  }

  /**
   * Puts expressions over the variables of these bounds in the place of an expression's inputs and
   * replica, and simplifies.
   *
   * @throws ArithmeticException if a number in it has more than 64 bits
   */
  public IndexExpr substitute(IndexExpr expr, List<IndexExpr> inputs, IndexExpr replica) {
    return switch (expr) {
      case IndexExpr.Input(int position) -> simplify(inputs.get(position));
      case IndexExpr.Replica _ -> simplify(replica);
      case IndexExpr.Symbol _, Constant _ -> expr;
      case Binary(IndexOperator operator, IndexExpr lhs, IndexExpr rhs) ->
          make(operator, substitute(lhs, inputs, replica), substitute(rhs, inputs, replica));
      case Select(IndexExpr condition, IndexExpr nonZero, IndexExpr zero) ->
          select(
              substitute(condition, inputs, replica),
              substitute(nonZero, inputs, replica),
              substitute(zero, inputs, replica));
    };
  }

  /** The rules for sums, for the other rules. */
  Sums sums() {
    return sums;
  }

  /** The canonical form of an operation on canonical operands. */
  IndexExpr make(IndexOperator operator, IndexExpr lhs, IndexExpr rhs) {
    if (lhs instanceof Constant(long a) && rhs instanceof Constant(long b)) {
      boolean isDefined =
          b >= 1 || (operator != IndexOperator.DIV && operator != IndexOperator.MOD);
      return isDefined ? IndexExpr.constant(operator.apply(a, b)) : new Binary(operator, lhs, rhs);
    }
    return switch (operator) {
      case ADD -> sums.add(lhs, rhs);
      case MUL -> sums.multiply(lhs, rhs);
      case DIV -> quotients.divide(lhs, rhs);
      case MOD -> quotients.remainder(lhs, rhs);
      case XOR -> bits.xor(lhs, rhs);
      case AND -> bits.and(lhs, rhs);
      case OR -> bits.or(lhs, rhs);
      case MIN -> extreme(operator, lhs, rhs, range(lhs), range(rhs));
      case MAX -> extreme(operator, lhs, rhs, range(rhs), range(lhs));
      case LESS, EQUAL -> comparison(operator, lhs, rhs);
    };
  }

  private IndexExpr variable(IndexExpr expr) {
    return range(expr).isSingle() ? IndexExpr.constant(range(expr).min()) : expr;
  }

  /** The minimum or maximum; {@code a <= b} of the ranges decides for the left side. */
  private static IndexExpr extreme(
      IndexOperator operator, IndexExpr lhs, IndexExpr rhs, Range a, Range b) {
    if (a.max() <= b.min() || lhs.equals(rhs)) {
      return lhs;
    }
    return b.max() <= a.min() ? rhs : ordered(operator, lhs, rhs);
  }

  private IndexExpr comparison(IndexOperator operator, IndexExpr lhs, IndexExpr rhs) {
    if (lhs.equals(rhs)) {
      return IndexExpr.constant(operator == IndexOperator.EQUAL ? 1 : 0);
    }
    Range truth = range(lhs).apply(operator, range(rhs));
    if (truth.isSingle()) {
      return IndexExpr.constant(truth.min());
    }
    return operator == IndexOperator.EQUAL
        ? ordered(operator, lhs, rhs)
        : new Binary(operator, lhs, rhs);
  }

  private IndexExpr select(IndexExpr condition, IndexExpr nonZero, IndexExpr zero) {
    if (nonZero.equals(zero)) {
      return zero;
    }
    Range known = range(condition);
    if (known.min() > 0 || known.max() < 0) {
      return nonZero;
    }
    return condition.isConstant(0) ? zero : new Select(condition, nonZero, zero);
  }

  /** An operation whose operands may be exchanged, with them in order. */
  static IndexExpr ordered(IndexOperator operator, IndexExpr lhs, IndexExpr rhs) {
    return ExprOrder.compare(lhs, rhs) <= 0
        ? new Binary(operator, lhs, rhs)
        : new Binary(operator, rhs, lhs);
  }
}
