// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout.expr;

import dev.azulejo.ir.layout.expr.IndexExpr.Binary;
import dev.azulejo.ir.layout.expr.IndexExpr.Constant;
import dev.azulejo.ir.layout.expr.IndexExpr.Input;
import dev.azulejo.ir.layout.expr.IndexExpr.Replica;
import dev.azulejo.ir.layout.expr.IndexExpr.Select;
import dev.azulejo.ir.layout.expr.IndexExpr.Symbol;

/** A total order of expressions, in which operands that may be exchanged are written. */
final class ExprOrder {
  private ExprOrder() {}

  static int compare(IndexExpr a, IndexExpr b) {
    if (rank(a) != rank(b)) {
      return Integer.compare(rank(a), rank(b));
    }
    return switch (a) {
      case Input(int position) -> Integer.compare(position, ((Input) b).position());
      case Replica _ -> 0;
      case Symbol(int position) -> Integer.compare(position, ((Symbol) b).position());
      case Constant(long value) -> Long.compare(value, ((Constant) b).value());
      case Binary binary -> compareOperations(binary, (Binary) b);
      case Select select -> compareSelections(select, (Select) b);
    };
  }

  private static int compareOperations(Binary a, Binary b) {
    int byLeft = compare(a.lhs(), b.lhs());
    int byOperator = byLeft != 0 ? byLeft : a.operator().compareTo(b.operator());
    return byOperator != 0 ? byOperator : compare(a.rhs(), b.rhs());
  }

  private static int compareSelections(Select a, Select b) {
    int byCondition = compare(a.condition(), b.condition());
    int byFirst = byCondition != 0 ? byCondition : compare(a.nonZero(), b.nonZero());
    return byFirst != 0 ? byFirst : compare(a.zero(), b.zero());
  }

  private static int rank(IndexExpr expr) {
    return switch (expr) {
      case Binary _ -> 0;
      case Select _ -> 1;
      case Input _ -> 2;
      case Replica _ -> 3;
      case Symbol _ -> 4;
      case Constant _ -> 5;
    };
  }
}
