// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.affine;

import dev.azulejo.ir.affine.AffineExpr.Binary;
import dev.azulejo.ir.affine.AffineExpr.Constant;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which expressions are simplified while they are made. They are upstream's, in
 * upstream's order, because the simplified form is what prints: {@code 1 + d0} and {@code d0 + 1}
 * must come out alike in both tools.
 */
final class AffineSimplification {
  private AffineSimplification() {}

  /** A simpler expression for an operation, or null where the operation itself is the simplest. */
  static @Nullable AffineExpr simplify(AffineOperator operator, AffineExpr lhs, AffineExpr rhs) {
    return switch (operator) {
      case ADD -> sum(lhs, rhs);
      case MUL -> product(lhs, rhs);
      case FLOOR_DIV -> floorQuotient(lhs, rhs);
      case CEIL_DIV -> ceilQuotient(lhs, rhs);
      case MOD -> remainder(lhs, rhs);
    };
  }

  // --- Sums -------------------------------------------------------------------------------------

  private static @Nullable AffineExpr sum(AffineExpr lhs, AffineExpr rhs) {
    if (lhs instanceof Constant a && rhs instanceof Constant b) {
      return overflows(AffineOperator.ADD, a, b) ? null : fold(AffineOperator.ADD, a, b);
    }
    // Constants stand on the right, and symbols right of dimensions.
    if (lhs instanceof Constant || (lhs.isSymbolic() && !rhs.isSymbolic()) || inverted(lhs, rhs)) {
      return rhs.plus(lhs);
    }
    if (isConstant(rhs, 0)) {
      return lhs;
    }
    Binary left = as(lhs, AffineOperator.ADD);
    Constant inner = left != null && left.rhs() instanceof Constant constant ? constant : null;
    if (left != null && inner != null && rhs instanceof Constant) {
      // (x + 2) + 3 is x + 5.
      return left.lhs().plus(inner.plus(rhs));
    }
    AffineExpr base = withoutFactor(lhs);
    if (base.equals(withoutFactor(rhs))) {
      return base.times(AffineExpr.constant(factor(lhs)).plus(factor(rhs)));
    }
    if (left != null && inner != null) {
      // (x + 2) + y is (x + y) + 2.
      return left.lhs().plus(rhs).plus(inner);
    }
    return sumToRemainder(lhs, rhs);
  }

  /** Are these two dimensions, or two symbols, of which the second comes first? */
  private static boolean inverted(AffineExpr lhs, AffineExpr rhs) {
    return (lhs instanceof AffineExpr.Dimension a
            && rhs instanceof AffineExpr.Dimension b
            && a.position() > b.position())
        || (lhs instanceof AffineExpr.Symbol c
            && rhs instanceof AffineExpr.Symbol d
            && c.position() > d.position());
  }

  /** The x of {@code x * 3}; of other expressions they themselves. */
  private static AffineExpr withoutFactor(AffineExpr expr) {
    Binary product = as(expr, AffineOperator.MUL);
    return product != null && product.rhs() instanceof Constant ? product.lhs() : expr;
  }

  private static long factor(AffineExpr expr) {
    Binary product = as(expr, AffineOperator.MUL);
    return product != null && product.rhs() instanceof Constant factor ? factor.value() : 1;
  }

  /** {@code x - (x floordiv q) * q} is {@code x mod q}. */
  private static @Nullable AffineExpr sumToRemainder(AffineExpr lhs, AffineExpr rhs) {
    Binary product = as(rhs, AffineOperator.MUL);
    if (product == null) {
      return null;
    }
    Binary scaled = as(product.lhs(), AffineOperator.MUL);
    if (isConstant(product.rhs(), -1) && scaled != null) {
      // The divisor is a symbol, or the factor -1 stands outside.
      Binary quotient = as(scaled.lhs(), AffineOperator.FLOOR_DIV);
      if (quotient == null) {
        return null;
      }
      if (quotient.rhs().equals(scaled.rhs()) && quotient.lhs().equals(lhs)) {
        return lhs.mod(scaled.rhs());
      }
    }
    Binary quotient = as(product.lhs(), AffineOperator.FLOOR_DIV);
    if (quotient == null) {
      return null;
    }
    boolean cancels =
        quotient.rhs() instanceof Constant divisor
            && divisor.value() > 0
            && isConstant(product.rhs(), -divisor.value());
    if (cancels && quotient.lhs().equals(lhs)) {
      return lhs.mod(quotient.rhs());
    }
    Binary left = as(lhs, AffineOperator.ADD);
    if (left == null) {
      return null;
    }
    AffineExpr last = sum(left.rhs(), rhs);
    return last == null ? null : left.lhs().plus(last);
  }

  // --- Products ---------------------------------------------------------------------------------

  private static @Nullable AffineExpr product(AffineExpr lhs, AffineExpr rhs) {
    if (lhs instanceof Constant a && rhs instanceof Constant b) {
      return overflows(AffineOperator.MUL, a, b) ? null : fold(AffineOperator.MUL, a, b);
    }
    if (!lhs.isSymbolic() && !rhs.isSymbolic()) {
      return null;
    }
    if (!rhs.isSymbolic() || lhs instanceof Constant || inverted(lhs, rhs)) {
      return rhs.times(lhs);
    }
    if (isConstant(rhs, 1)) {
      return lhs;
    }
    if (isConstant(rhs, 0)) {
      return rhs;
    }
    Binary left = as(lhs, AffineOperator.MUL);
    if (left != null && left.rhs() instanceof Constant inner) {
      return rhs instanceof Constant
          ? left.lhs().times(inner.times(rhs))
          : left.lhs().times(rhs).times(inner);
    }
    return null;
  }

  // --- Quotients and remainders -----------------------------------------------------------------

  private static @Nullable AffineExpr floorQuotient(AffineExpr lhs, AffineExpr rhs) {
    if (!(rhs instanceof Constant divisor) || divisor.value() == 0) {
      return null;
    }
    AffineExpr exact = quotient(lhs, divisor, AffineOperator.FLOOR_DIV);
    if (exact != null) {
      return exact;
    }
    Binary left = as(lhs, AffineOperator.ADD);
    if (left != null
        && (isMultiple(left.lhs(), divisor.value()) || isMultiple(left.rhs(), divisor.value()))) {
      return left.lhs().floorDiv(rhs).plus(left.rhs().floorDiv(rhs));
    }
    return null;
  }

  private static @Nullable AffineExpr ceilQuotient(AffineExpr lhs, AffineExpr rhs) {
    return rhs instanceof Constant divisor && divisor.value() != 0
        ? quotient(lhs, divisor, AffineOperator.CEIL_DIV)
        : null;
  }

  /** A quotient that is a number, or that comes out even. */
  private static @Nullable AffineExpr quotient(
      AffineExpr lhs, Constant divisor, AffineOperator rounding) {
    long value = divisor.value();
    if (lhs instanceof Constant dividend) {
      if (dividend.value() == Long.MIN_VALUE && value == -1) {
        return null;
      }
      return AffineExpr.constant(
          rounding == AffineOperator.FLOOR_DIV
              ? Math.floorDiv(dividend.value(), value)
              : Math.ceilDiv(dividend.value(), value));
    }
    if (value == 1) {
      return lhs;
    }
    Binary product = as(lhs, AffineOperator.MUL);
    if (product == null || !(product.rhs() instanceof Constant factor)) {
      return null;
    }
    boolean overflows = factor.value() == Long.MIN_VALUE && value == -1;
    boolean even = factor.value() % value == 0 && !overflows;
    return even ? product.lhs().times(factor.value() / value) : null;
  }

  private static @Nullable AffineExpr remainder(AffineExpr lhs, AffineExpr rhs) {
    if (!(rhs instanceof Constant divisor) || divisor.value() < 1) {
      return null;
    }
    long value = divisor.value();
    if (lhs instanceof Constant dividend) {
      return AffineExpr.constant(Math.floorMod(dividend.value(), value));
    }
    if (isMultiple(lhs, value)) {
      return AffineExpr.constant(0);
    }
    Binary sum = as(lhs, AffineOperator.ADD);
    if (sum != null) {
      if (isMultiple(sum.lhs(), value)) {
        return sum.rhs().mod(rhs);
      }
      return isMultiple(sum.rhs(), value) ? sum.lhs().mod(rhs) : null;
    }
    Binary inner = as(lhs, AffineOperator.MOD);
    if (inner == null || !(inner.rhs() instanceof Constant modulus)) {
      return null;
    }
    boolean covered = modulus.value() >= 1 && modulus.value() % value == 0;
    return covered ? inner.lhs().mod(rhs) : null;
  }

  private static boolean isMultiple(AffineExpr expr, long value) {
    return divisor(expr) % value == 0;
  }

  static long divisor(AffineExpr expr) {
    return switch (expr) {
      case AffineExpr.Dimension _, AffineExpr.Symbol _ -> 1;
      case Constant constant -> Math.abs(constant.value());
      case Binary binary ->
          switch (binary.operator()) {
            case ADD, MOD -> gcd(divisor(binary.lhs()), divisor(binary.rhs()));
            case MUL -> divisorOfProduct(binary);
            case FLOOR_DIV, CEIL_DIV -> divisorOfQuotient(binary);
          };
    };
  }

  private static long divisorOfProduct(Binary product) {
    long lhs = divisor(product.lhs());
    long rhs = divisor(product.rhs());
    // Either divides the product too, where both together are too large a number.
    return Math.multiplyHigh(lhs, rhs) == 0 && lhs * rhs >= 0 ? lhs * rhs : Math.max(lhs, rhs);
  }

  private static long divisorOfQuotient(Binary quotient) {
    long dividend = divisor(quotient.lhs());
    boolean even =
        quotient.rhs() instanceof Constant by && by.value() != 0 && dividend % by.value() == 0;
    return even ? Math.abs(dividend / ((Constant) quotient.rhs()).value()) : 1;
  }

  private static long gcd(long a, long b) {
    long x = Math.abs(a);
    long y = Math.abs(b);
    while (y != 0) {
      long rest = x % y;
      x = y;
      y = rest;
    }
    return x;
  }

  // --- Pieces -----------------------------------------------------------------------------------

  private static @Nullable Binary as(AffineExpr expr, AffineOperator operator) {
    return expr instanceof Binary binary && binary.operator() == operator ? binary : null;
  }

  private static boolean isConstant(AffineExpr expr, long value) {
    return expr instanceof Constant constant && constant.value() == value;
  }

  private static AffineExpr fold(AffineOperator operator, Constant lhs, Constant rhs) {
    return AffineExpr.constant(operator.apply(lhs.value(), rhs.value()));
  }

  private static boolean overflows(AffineOperator operator, Constant lhs, Constant rhs) {
    try {
      operator.apply(lhs.value(), rhs.value());
      return false;
    } catch (ArithmeticException _) {
      return true;
    }
  }
}
