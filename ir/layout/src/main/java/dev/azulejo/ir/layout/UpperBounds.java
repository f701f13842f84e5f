// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout;

import dev.azulejo.ir.layout.expr.IndexExpr;
import dev.azulejo.ir.layout.expr.IndexExpr.Binary;
import dev.azulejo.ir.layout.expr.IndexExpr.Constant;
import dev.azulejo.ir.layout.expr.IndexOperator;
import dev.azulejo.ir.layout.expr.Range;
import dev.azulejo.ir.layout.expr.Simplifier;
import org.jspecify.annotations.Nullable;

/** The largest values of expressions where they depend on sizes that are not known yet. */
final class UpperBounds {
  private final Simplifier simplifier;

  UpperBounds(Simplifier simplifier) {
    this.simplifier = simplifier;
  }

  /** The largest value, as an expression of sizes; null if none is known. */
  @Nullable IndexExpr of(IndexExpr expr) {
    IndexExpr most = most(expr);
    return most == null ? null : simplifier.simplify(most);
  }

  private @Nullable IndexExpr most(IndexExpr expr) {
    Range range = simplifier.range(expr);
    if (range.isFinite()) {
      return IndexExpr.constant(range.max());
    }
    return switch (expr) {
      case IndexExpr.Input(int position) -> {
        IndexExpr extent = simplifier.bounds().extent(position);
        yield extent == null ? null : extent.plus(-1);
      }
      case IndexExpr.Symbol _, Constant _ -> expr;
      case Binary(IndexOperator operator, IndexExpr lhs, IndexExpr rhs) ->
          mostOf(operator, lhs, rhs);
      case IndexExpr.Replica _, IndexExpr.Select _ -> null;
    };
  }

  /** What grows with its operands is largest where they are. */
  private @Nullable IndexExpr mostOf(IndexOperator operator, IndexExpr lhs, IndexExpr rhs) {
    boolean grows =
        switch (operator) {
          case ADD, MIN, MAX -> true;
          case MUL -> simplifier.range(lhs).min() >= 0 && simplifier.range(rhs).min() >= 0;
          case DIV -> rhs instanceof Constant;
          case MOD, XOR, AND, OR, LESS, EQUAL -> false;
        };
    if (!grows) {
      return null;
    }
    IndexExpr left = most(lhs);
    IndexExpr right = most(rhs);
    return left == null || right == null ? null : new Binary(operator, left, right);
  }
}
