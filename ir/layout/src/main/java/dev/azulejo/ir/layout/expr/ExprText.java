// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout.expr;

import dev.azulejo.ir.layout.expr.IndexExpr.Binary;
import dev.azulejo.ir.layout.expr.IndexExpr.Constant;

/**
 * How expressions are written: {@code (d0 floordiv 8) * 64 + d1 mod 8}. What stands inside of
 * anything but a sum is put in parentheses, so that no reader has to know a precedence; no {@code
 * <} occurs, which attributes of MLIR would take for a bracket.
 */
final class ExprText {
  private final StringBuilder out = new StringBuilder();

  private ExprText() {}

  static String of(IndexExpr expr) {
    var text = new ExprText();
    text.print(expr, false);
    return text.out.toString();
  }

  private void print(IndexExpr expr, boolean tight) {
    switch (expr) {
      case IndexExpr.Input(int position) -> out.append('d').append(position);
      case IndexExpr.Replica _ -> out.append('r');
      case IndexExpr.Symbol(int position) -> out.append('s').append(position);
      case Constant(long value) -> out.append(value);
      case Binary binary -> binary(binary, tight);
      case IndexExpr.Select(IndexExpr condition, IndexExpr nonZero, IndexExpr zero) ->
          function("select", condition, nonZero, zero);
    }
  }

  private void function(String name, IndexExpr... operands) {
    String separator = name + "(";
    for (IndexExpr operand : operands) {
      out.append(separator);
      print(operand, false);
      separator = ", ";
    }
    out.append(')');
  }

  private void binary(Binary binary, boolean tight) {
    if (binary.operator().isFunction()) {
      function(binary.operator().spelling(), binary.lhs(), binary.rhs());
      return;
    }
    out.append(tight ? "(" : "");
    if (binary.operator() == IndexOperator.ADD) {
      sum(binary);
    } else {
      print(binary.lhs(), true);
      out.append(' ').append(binary.operator().spelling()).append(' ');
      print(binary.rhs(), true);
    }
    out.append(tight ? ")" : "");
  }

  private void sum(Binary sum) {
    summand(sum.lhs());
    if (sum.rhs() instanceof Constant(long value) && value < 0 && value != Long.MIN_VALUE) {
      out.append(" - ").append(-value);
      return;
    }
    out.append(" + ");
    summand(sum.rhs());
  }

  /** Bit operations bind less than sums, everything else binds more. */
  private void summand(IndexExpr expr) {
    print(expr, expr instanceof Binary binary && binary.operator().isBitwise());
  }
}
