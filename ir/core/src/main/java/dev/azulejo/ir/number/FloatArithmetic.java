// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Arithmetic on bit patterns of a {@link FloatFormat}, rounded once to nearest, ties to even. A NaN
 * that comes in goes out, the first of two, and quiet; a NaN that arises is {@link
 * FloatFormat#nan}. What no pattern can stand for has no result: a NaN where there is none, a
 * quotient by zero where there is neither infinity nor NaN.
 *
 * <p>f8E8M0FNU, which has neither zero nor sign, is no format to calculate in: it has no results.
 */
public final class FloatArithmetic {
  private FloatArithmetic() {}

  /** The sum. A sum of zero is positive unless both numbers are negative zeros. */
  public static @Nullable BigInteger add(FloatFormat format, BigInteger a, BigInteger b) {
    if (!format.hasZero()) {
      return null;
    }
    if (format.isNan(a) || format.isNan(b)) {
      return nanOf(format, a, b);
    }
    boolean sameSign = format.isNegative(a) == format.isNegative(b);
    if (format.isInfinite(a)) {
      return format.isInfinite(b) && !sameSign ? newNan(format) : a;
    }
    if (format.isInfinite(b)) {
      return b;
    }
    if (format.isZero(a) && format.isZero(b)) {
      return sameSign ? a : BigInteger.ZERO;
    }
    return format.round(format.exact(a).add(format.exact(b)));
  }

  /** The difference. */
  public static @Nullable BigInteger subtract(FloatFormat format, BigInteger a, BigInteger b) {
    return add(format, a, format.isNan(b) ? b : negate(format, b));
  }

  /** The product. */
  public static @Nullable BigInteger multiply(FloatFormat format, BigInteger a, BigInteger b) {
    if (!format.hasZero()) {
      return null;
    }
    if (format.isNan(a) || format.isNan(b)) {
      return nanOf(format, a, b);
    }
    boolean negative = format.isNegative(a) != format.isNegative(b);
    if (format.isInfinite(a) || format.isInfinite(b)) {
      return format.isZero(a) || format.isZero(b) ? newNan(format) : format.infinity(negative);
    }
    if (format.isZero(a) || format.isZero(b)) {
      return zero(format, negative);
    }
    return format.round(format.exact(a).multiply(format.exact(b)));
  }

  /** The quotient. */
  public static @Nullable BigInteger divide(FloatFormat format, BigInteger a, BigInteger b) {
    if (!format.hasZero()) {
      return null;
    }
    if (format.isNan(a) || format.isNan(b)) {
      return nanOf(format, a, b);
    }
    boolean negative = format.isNegative(a) != format.isNegative(b);
    if (format.isInfinite(a)) {
      return format.isInfinite(b) ? newNan(format) : format.infinity(negative);
    }
    if (format.isInfinite(b)) {
      return zero(format, negative);
    }
    if (format.isZero(b)) {
      return format.isZero(a) ? newNan(format) : quotientByZero(format, negative);
    }
    return format.isZero(a)
        ? zero(format, negative)
        : WideCodec.round(
            format,
            Dyadic.quotient(
                WideCodec.unpack(format, a), WideCodec.unpack(format, b), format.precision()));
  }

  /** What is left of {@code a} when {@code b} is taken as often as it fits; it has a's sign. */
  public static @Nullable BigInteger remainder(FloatFormat format, BigInteger a, BigInteger b) {
    if (!format.hasZero()) {
      return null;
    }
    if (format.isNan(a) || format.isNan(b)) {
      return nanOf(format, a, b);
    }
    if (format.isInfinite(a) || format.isZero(b)) {
      return newNan(format);
    }
    if (format.isInfinite(b) || format.isZero(a)) {
      return a;
    }
    BigDecimal left = format.exact(a).remainder(format.exact(b));
    return left.signum() == 0 ? zero(format, format.isNegative(a)) : format.round(left);
  }

  /** The number with the other sign. Where zero has no sign, neither zero nor NaN change. */
  public static BigInteger negate(FloatFormat format, BigInteger a) {
    boolean fixed = !format.hasNegativeZero() && (format.isZero(a) || format.isNan(a));
    return fixed ? a : a.xor(format.signBit());
  }

  /**
   * Less than 0, 0 or greater than 0 where {@code a} is less than, equal to or greater than {@code
   * b}; both zeros are equal.
   *
   * @throws ArithmeticException if one is a NaN
   */
  public static int compare(FloatFormat format, BigInteger a, BigInteger b) {
    if (format.isNan(a) || format.isNan(b)) {
      throw new ArithmeticException("a NaN has no order");
    }
    int left = infinitySign(format, a);
    int right = infinitySign(format, b);
    return left != 0 || right != 0
        ? Integer.compare(left, right)
        : format.exact(a).compareTo(format.exact(b));
  }

  private static int infinitySign(FloatFormat format, BigInteger a) {
    return !format.isInfinite(a) ? 0 : format.isNegative(a) ? -1 : 1;
  }

  /** The greater number; a NaN if one is a NaN; zero is greater than negative zero. */
  public static BigInteger maximum(FloatFormat format, BigInteger a, BigInteger b) {
    return format.isNan(a) || format.isNan(b) ? nanOf(format, a, b) : isBelow(format, a, b) ? b : a;
  }

  /** The lesser number; a NaN if one is a NaN; negative zero is less than zero. */
  public static BigInteger minimum(FloatFormat format, BigInteger a, BigInteger b) {
    return format.isNan(a) || format.isNan(b) ? nanOf(format, a, b) : isBelow(format, b, a) ? b : a;
  }

  /**
   * The greater number; the other one if one is a NaN that does not signal; zero is greater than
   * negative zero.
   */
  public static BigInteger maximumNumber(FloatFormat format, BigInteger a, BigInteger b) {
    BigInteger only = onlyNumber(format, a, b);
    return only != null ? only : maximum(format, a, b);
  }

  /**
   * The lesser number; the other one if one is a NaN that does not signal; negative zero is less
   * than zero.
   */
  public static BigInteger minimumNumber(FloatFormat format, BigInteger a, BigInteger b) {
    BigInteger only = onlyNumber(format, a, b);
    return only != null ? only : minimum(format, a, b);
  }

  /** The other one of two if one is a NaN, or null; a NaN that signals comes through. */
  private static @Nullable BigInteger onlyNumber(FloatFormat format, BigInteger a, BigInteger b) {
    if (signals(format, a) || signals(format, b)) {
      return quiet(format, signals(format, a) ? a : b);
    }
    return format.isNan(a) ? b : format.isNan(b) ? a : null;
  }

  /** Is it a NaN that is not quiet? */
  public static boolean signals(FloatFormat format, BigInteger a) {
    return format.isNan(a) && !quiet(format, a).equals(a);
  }

  /** A NaN of the same sign and payload that signals nothing. */
  public static BigInteger quiet(FloatFormat format, BigInteger nan) {
    return format.nonFinite() == NonFinite.IEEE ? nan.setBit(format.precision() - 2) : nan;
  }

  private static boolean isBelow(FloatFormat format, BigInteger a, BigInteger b) {
    int order = compare(format, a, b);
    return order < 0 || (order == 0 && format.isNegative(a) && !format.isNegative(b));
  }

  private static BigInteger nanOf(FloatFormat format, BigInteger a, BigInteger b) {
    return quiet(format, format.isNan(a) ? a : b);
  }

  private static @Nullable BigInteger newNan(FloatFormat format) {
    return format.hasNan() ? format.nan() : null;
  }

  private static @Nullable BigInteger quotientByZero(FloatFormat format, boolean negative) {
    if (format.hasInfinity()) {
      return format.infinity(negative);
    }
    BigInteger nan = newNan(format);
    return nan != null && negative ? nan.or(format.signBit()) : nan;
  }

  private static BigInteger zero(FloatFormat format, boolean negative) {
    return negative && format.hasNegativeZero() ? format.signBit() : BigInteger.ZERO;
  }
}
