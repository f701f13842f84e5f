// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.number;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Decoding and rounding of every format without limits of size, on {@link BigInteger}. */
final class WideCodec {
  private static final int F80_LEADING_BIT = 63;
  private static final int F80_EXPONENT = 64;

  /** No format holds numbers of this decimal exponent, or of its negative. */
  private static final int DECIMAL_REACH = 5100;

  private WideCodec() {}

  static boolean isNan(FloatFormat format, BigInteger bits) {
    BigInteger magnitude = bits.andNot(format.signBit());
    return magnitude.compareTo(format.infinityBits()) > 0
        || (format == FloatFormat.F80 && lacksLeadingBit(magnitude));
  }

  private static boolean lacksLeadingBit(BigInteger magnitude) {
    return magnitude.bitLength() > F80_EXPONENT && !magnitude.testBit(F80_LEADING_BIT);
  }

  static BigInteger canonical(BigInteger bits) {
    BigInteger magnitude = bits.clearBit(79);
    if (lacksLeadingBit(magnitude)) {
      return bits.or(FloatFormat.F80.infinityBits().clearBit(F80_LEADING_BIT));
    }
    boolean subnormal = magnitude.bitLength() <= F80_EXPONENT;
    return subnormal && magnitude.testBit(F80_LEADING_BIT) ? bits.setBit(F80_EXPONENT) : bits;
  }

  static Dyadic unpack(FloatFormat format, BigInteger bits) {
    if (!format.isFinite(bits)) {
      throw new ArithmeticException("not a finite number");
    }
    int fraction = format.precision() - 1;
    int stored = format == FloatFormat.F80 ? F80_EXPONENT : fraction;
    BigInteger magnitude = bits.andNot(format.signBit());
    int biased = magnitude.shiftRight(stored).intValueExact();
    boolean normal = biased != 0 || !format.hasZero();
    BigInteger significand = magnitude.subtract(magnitude.shiftRight(stored).shiftLeft(stored));
    int exponent = normal ? biased - format.bias() : format.minExponent();
    return new Dyadic(
        format.isNegative(bits),
        normal ? significand.setBit(fraction) : significand,
        exponent - fraction);
  }

  static BigInteger round(FloatFormat format, BigDecimal value) {
    if (value.signum() == 0) {
      return BigInteger.ZERO;
    }
    long leading = (long) value.precision() - value.scale();
    if (leading > DECIMAL_REACH) {
      return signed(format, value.signum() < 0, format.beyond());
    }
    if (leading < -DECIMAL_REACH) {
      return signed(format, value.signum() < 0, BigInteger.ZERO);
    }
    return round(format, Dyadic.near(value, format.precision()));
  }

  static BigInteger round(FloatFormat format, Dyadic value) {
    BigInteger magnitude = roundMagnitude(format, value.significand(), value.exponent());
    boolean beyond = magnitude.compareTo(format.largest()) > 0;
    return signed(format, value.negative(), beyond ? format.beyond() : magnitude);
  }

  private static BigInteger roundMagnitude(
      FloatFormat format, BigInteger significand, int exponent) {
    if (significand.signum() == 0) {
      return BigInteger.ZERO;
    }
    int fraction = format.precision() - 1;
    int leading = significand.bitLength() - 1 + exponent;
    int steps = Math.max(leading - format.minExponent(), 0);
    int shift = steps + format.minExponent() - fraction - exponent;
    BigInteger kept = significand.shiftRight(shift);
    if (shift > 0 && significand.testBit(shift - 1)) {
      boolean tie = significand.getLowestSetBit() == shift - 1;
      kept = tie && !kept.testBit(0) ? kept : kept.add(BigInteger.ONE);
    }
    if (!format.hasZero()) {
      return BigInteger.valueOf(Math.max(steps + kept.intValueExact() - 1, 0));
    }
    if (format != FloatFormat.F80) {
      return BigInteger.valueOf(steps).shiftLeft(fraction).add(kept);
    }
    if (kept.bitLength() > format.precision()) {
      kept = kept.shiftRight(1);
      steps++;
    }
    int biased = kept.testBit(F80_LEADING_BIT) ? steps + 1 : 0;
    return BigInteger.valueOf(biased).shiftLeft(F80_EXPONENT).or(kept);
  }

  static BigInteger convert(FloatFormat to, FloatFormat from, BigInteger bits) {
    boolean negative = from.isNegative(bits);
    if (from.isNan(bits)) {
      return convertNan(to, from, bits);
    }
    return from.isInfinite(bits)
        ? signed(to, negative, to.beyond())
        : round(to, unpack(from, bits));
  }

  private static BigInteger convertNan(FloatFormat to, FloatFormat from, BigInteger bits) {
    boolean unsigned = from.nonFinite() == NonFinite.NEGATIVE_ZERO_NAN || !to.hasNan();
    BigInteger nan = to.nanBits();
    if (to.nonFinite() == NonFinite.IEEE && from.nonFinite() == NonFinite.IEEE) {
      int fraction = from.precision() - 1;
      BigInteger payload = bits.subtract(bits.shiftRight(fraction).shiftLeft(fraction));
      nan = nan.or(payload.shiftLeft(to.precision() - from.precision()));
    }
    return signed(to, from.isNegative(bits) && !unsigned, nan);
  }

  private static BigInteger signed(FloatFormat format, boolean negative, BigInteger magnitude) {
    boolean dropped = magnitude.signum() == 0 && !format.hasNegativeZero();
    return negative && !dropped ? magnitude.or(format.signBit()) : magnitude;
  }
}
