// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.number;

import java.math.BigDecimal;
import java.math.BigInteger;

/** The number {@code significand * 2^exponent}, negated if so said; the significand has no sign. */
record Dyadic(boolean negative, BigInteger significand, int exponent) {

  BigDecimal toBigDecimal() {
    BigInteger signed = negative ? significand.negate() : significand;
    return exponent >= 0
        ? new BigDecimal(signed.shiftLeft(exponent))
        : new BigDecimal(signed.multiply(BigInteger.valueOf(5).pow(-exponent)), -exponent);
  }

  /**
   * A number that every format rounds as it rounds the given one: beyond {@code precision + 2}
   * bits, all that can matter is whether anything is left.
   */
  static Dyadic near(BigDecimal value, int precision) {
    boolean negative = value.signum() < 0;
    BigInteger digits = value.unscaledValue().abs();
    if (value.scale() <= 0) {
      return new Dyadic(negative, digits.multiply(BigInteger.TEN.pow(-value.scale())), 0);
    }
    BigInteger divisor = BigInteger.TEN.pow(value.scale());
    int missing = precision + 3 - (digits.bitLength() - divisor.bitLength());
    int shift = Math.max(missing, 0);
    BigInteger[] parts = digits.shiftLeft(shift).divideAndRemainder(divisor);
    BigInteger rest = parts[1].signum() == 0 ? BigInteger.ZERO : BigInteger.ONE;
    return new Dyadic(negative, parts[0].shiftLeft(1).or(rest), -shift - 1);
  }

  /** A number that every format of a precision rounds as it rounds the quotient of two others. */
  static Dyadic quotient(Dyadic a, Dyadic b, int precision) {
    int missing = precision + 3 - (a.significand.bitLength() - b.significand.bitLength());
    int shift = Math.max(missing, 0);
    BigInteger[] parts = a.significand.shiftLeft(shift).divideAndRemainder(b.significand);
    BigInteger rest = parts[1].signum() == 0 ? BigInteger.ZERO : BigInteger.ONE;
    return new Dyadic(
        a.negative != b.negative,
        parts[0].shiftLeft(1).or(rest),
        a.exponent - b.exponent - shift - 1);
  }
}
