// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout;

import dev.azulejo.ir.layout.expr.IndexExpr;
import dev.azulejo.ir.layout.expr.IndexOperator;
import dev.azulejo.ir.layout.expr.Range;
import dev.azulejo.ir.layout.expr.Simplifier;
import org.jspecify.annotations.Nullable;

/** What an expression must be like to stand in a layout: it has a value at each index. */
final class ExprCheck {
  /** How many nodes an expression has at most, and how deep parentheses nest in its text. */
  private static final int LARGEST = 1000;

  private static final int DEEPEST = 90;

  /** How often an expression is simplified until it stays as it is; two turns are rare. */
  private static final int TURNS = 8;

  private final Simplifier simplifier;
  private final int inputs;
  private final boolean replicas;

  /** A check of expressions over so many inputs, and over the replica or not. */
  ExprCheck(Simplifier simplifier, int inputs, boolean replicas) {
    this.simplifier = simplifier;
    this.inputs = inputs;
    this.replicas = replicas;
  }

  /** The canonical form of an expression that has a value everywhere. */
  Attempt<IndexExpr> simplified(IndexExpr expr) {
    String unknown = unknownVariable(expr);
    if (unknown != null) {
      return Attempt.refused(unknown);
    }
    IndexExpr simple = expr;
    try {
      // What is printed has to read back as itself, so the result is one that stays.
      IndexExpr last = null;
      for (int turn = 0; turn < TURNS && !simple.equals(last); turn++) {
        last = simple;
        simple = simplifier.simplify(last);
      }
      if (!simple.equals(last) || simple.size() > LARGEST || depth(simple) > DEEPEST) {
        return Attempt.refused("an expression is too large");
      }
    } catch (ArithmeticException _) {
      return Attempt.refused("a number in '" + expr + "' does not fit in 64 bits");
    }
    String undefined = undefined(simple);
    return undefined == null ? Attempt.success(simple) : Attempt.refused(undefined);
  }

  /** At most how deep parentheses nest in the text; a sum within a sum needs none. */
  private static int depth(IndexExpr expr) {
    return switch (expr) {
      case IndexExpr.Input _, IndexExpr.Replica _, IndexExpr.Symbol _, IndexExpr.Constant _ -> 0;
      case IndexExpr.Binary(IndexOperator operator, IndexExpr lhs, IndexExpr rhs) -> {
        int left = depth(lhs) + (operator == IndexOperator.ADD ? 0 : 1);
        yield Math.max(left, depth(rhs) + 1);
      }
      case IndexExpr.Select(IndexExpr condition, IndexExpr nonZero, IndexExpr zero) ->
          1 + Math.max(depth(condition), Math.max(depth(nonZero), depth(zero)));
    };
  }

  private @Nullable String unknownVariable(IndexExpr expr) {
    return switch (expr) {
      case IndexExpr.Input(int position) ->
          position < inputs ? null : "'" + expr + "' is not among the " + inputs + " dimensions";
      case IndexExpr.Replica _ ->
          replicas ? null : "'r' may stand only where the thread of a fragment is computed";
      case IndexExpr.Symbol _, IndexExpr.Constant _ -> null;
      case IndexExpr.Binary(_, IndexExpr lhs, IndexExpr rhs) -> {
        String left = unknownVariable(lhs);
        yield left != null ? left : unknownVariable(rhs);
      }
      case IndexExpr.Select(IndexExpr condition, IndexExpr nonZero, IndexExpr zero) -> {
        String first = unknownVariable(condition);
        String second = first != null ? first : unknownVariable(nonZero);
        yield second != null ? second : unknownVariable(zero);
      }
    };
  }

  /** Is a divisor not surely positive, or a value perhaps too large? */
  private @Nullable String undefined(IndexExpr expr) {
    return switch (expr) {
      case IndexExpr.Input _, IndexExpr.Replica _, IndexExpr.Symbol _, IndexExpr.Constant _ -> null;
      case IndexExpr.Binary(IndexOperator operator, IndexExpr lhs, IndexExpr rhs) -> {
        String left = undefined(lhs);
        String operand = left != null ? left : undefined(rhs);
        yield operand != null ? operand : undefinedOperation(operator, expr, rhs);
      }
      case IndexExpr.Select(IndexExpr condition, IndexExpr nonZero, IndexExpr zero) -> {
        String first = undefined(condition);
        String second = first != null ? first : undefined(nonZero);
        yield second != null ? second : undefined(zero);
      }
    };
  }

  private @Nullable String undefinedOperation(
      IndexOperator operator, IndexExpr expr, IndexExpr rhs) {
    boolean divides = operator == IndexOperator.DIV || operator == IndexOperator.MOD;
    if (divides && simplifier.range(rhs).min() < 1) {
      return "'" + expr + "' divides by '" + rhs + "', which may be less than 1";
    }
    Range range = simplifier.range(expr);
    return range.isFinite() || isUnbounded(expr) ? null : "'" + expr + "' may not fit in 64 bits";
  }

  /** Does a variable occur that has no upper bound? */
  private boolean isUnbounded(IndexExpr expr) {
    return switch (expr) {
      case IndexExpr.Input _, IndexExpr.Symbol _ -> !simplifier.range(expr).isFinite();
      case IndexExpr.Replica _, IndexExpr.Constant _ -> false;
      case IndexExpr.Binary(_, IndexExpr lhs, IndexExpr rhs) ->
          isUnbounded(lhs) || isUnbounded(rhs);
      case IndexExpr.Select(IndexExpr condition, IndexExpr nonZero, IndexExpr zero) ->
          isUnbounded(condition) || isUnbounded(nonZero) || isUnbounded(zero);
    };
  }
}
