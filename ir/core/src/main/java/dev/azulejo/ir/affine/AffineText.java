// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.affine;

import dev.azulejo.ir.affine.AffineExpr.Binary;
import dev.azulejo.ir.affine.AffineExpr.Constant;
import java.util.List;

/** How expressions are written, with the fewest parentheses and with {@code -} where it reads. */
final class AffineText {
  private final StringBuilder out = new StringBuilder();

  private AffineText() {}

  /** The text of an expression: {@code d0 * 4 + s0}. */
  static String of(AffineExpr expr) {
    AffineText text = new AffineText();
    text.print(expr, false);
    return text.out.toString();
  }

  /** The names of dimensions and symbols: {@code (d0, d1)[s0]}. */
  static String space(int dimensions, int symbols) {
    StringBuilder text = new StringBuilder("(");
    names(text, 'd', dimensions);
    text.append(')');
    if (symbols > 0) {
      names(text.append('['), 's', symbols);
      text.append(']');
    }
    return text.toString();
  }

  private static void names(StringBuilder text, char letter, int count) {
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : ", ").append(letter).append(i);
    }
  }

  /** Expressions in parentheses. */
  static String list(List<AffineExpr> exprs) {
    StringBuilder text = new StringBuilder("(");
    for (int i = 0; i < exprs.size(); i++) {
      text.append(i == 0 ? "" : ", ").append(of(exprs.get(i)));
    }
    return text.append(')').toString();
  }

  /** Prints an expression, in parentheses where it stands inside of a tighter one. */
  private void print(AffineExpr expr, boolean tight) {
    switch (expr) {
      case AffineExpr.Dimension dimension -> out.append('d').append(dimension.position());
      case AffineExpr.Symbol symbol -> out.append('s').append(symbol.position());
      case Constant constant -> out.append(constant.value());
      case Binary binary -> {
        out.append(tight ? "(" : "");
        if (binary.operator() == AffineOperator.ADD) {
          sum(binary);
        } else {
          product(binary);
        }
        out.append(tight ? ")" : "");
      }
    }
  }

  private void product(Binary binary) {
    if (isNegation(binary)) {
      out.append('-');
      print(binary.lhs(), true);
      return;
    }
    print(binary.lhs(), true);
    out.append(' ').append(binary.operator().spelling()).append(' ');
    print(binary.rhs(), true);
  }

  private void sum(Binary binary) {
    print(binary.lhs(), false);
    AffineExpr rhs = binary.rhs();
    if (rhs instanceof Binary product && isNegation(product)) {
      out.append(" - ");
      boolean sum = product.lhs() instanceof Binary inner && inner.operator() == AffineOperator.ADD;
      print(product.lhs(), sum);
    } else if (rhs instanceof Binary product
        && product.operator() == AffineOperator.MUL
        && product.rhs() instanceof Constant factor
        && factor.value() < -1) {
      out.append(" - ");
      print(product.lhs(), true);
      out.append(" * ").append(negated(factor));
    } else if (rhs instanceof Constant constant && constant.value() < 0) {
      out.append(" - ").append(negated(constant));
    } else {
      out.append(" + ");
      print(rhs, false);
    }
  }

  private static String negated(Constant constant) {
    return Long.toUnsignedString(-constant.value());
  }

  private static boolean isNegation(Binary binary) {
    return binary.operator() == AffineOperator.MUL
        && binary.rhs() instanceof Constant factor
        && factor.value() == -1;
  }
}
