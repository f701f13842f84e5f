// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout.expr;

import dev.azulejo.ir.layout.expr.IndexExpr.Binary;
import dev.azulejo.ir.layout.expr.IndexExpr.Constant;

/**
 * A run of the digits of an expression in a mixed radix: {@code (base floordiv low) mod extent}.
 * Each expression is a digit of something, if only of itself.
 *
 * @param extent how many values it has, or {@link #ALL} if nothing is cut off above
 */
public record Digit(IndexExpr base, long low, long extent) {
  /** The extent of a digit that reaches up to the base's most significant end. */
  public static final long ALL = Long.MAX_VALUE;

  /** What a canonical expression is a digit of. */
  public static Digit of(IndexExpr expr) {
    if (expr instanceof Binary(IndexOperator operator, IndexExpr lhs, Constant(long modulus))
        && operator == IndexOperator.MOD
        && modulus >= 1) {
      Digit quotient = quotient(lhs);
      return new Digit(quotient.base, quotient.low, modulus);
    }
    return quotient(expr);
  }

  private static Digit quotient(IndexExpr expr) {
    boolean divides =
        expr instanceof Binary(IndexOperator operator, _, Constant(long divisor))
            && operator == IndexOperator.DIV
            && divisor >= 1;
    return divides
        ? new Digit(((Binary) expr).lhs(), ((Constant) ((Binary) expr).rhs()).value(), ALL)
        : new Digit(expr, 1, ALL);
  }

  /** The first digit above: what {@code base floordiv (low * extent)} begins with. */
  public long end() {
    return extent == ALL || Math.multiplyHigh(low, extent) != 0 ? ALL : low * extent;
  }
}
