// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.number;

/**
 * What a format of at most 64 bits needs to decode and encode, as plain `long` values. A magnitude
 * is a pattern without its sign bit; magnitudes are ordered as the numbers are.
 */
record NarrowCodec(
    FloatFormat format,
    int precision,
    int bias,
    int minExponent,
    boolean hasZero,
    NonFinite nonFinite,
    long mask,
    long signBit,
    long infinity,
    long largest,
    long nan,
    long beyond) {
  private static final long DOUBLE_FRACTION = (1L << 52) - 1;

  static NarrowCodec of(FloatFormat format) {
    return new NarrowCodec(
        format,
        format.precision(),
        format.bias(),
        format.minExponent(),
        format.hasZero(),
        format.nonFinite(),
        -1L >>> (64 - format.width()),
        format.signBit().longValue(),
        format.infinityBits().longValue(),
        format.largest().longValue(),
        format.nanBits().longValue(),
        format.beyond().longValue());
  }

  boolean isNegative(long bits) {
    return (bits & signBit) != 0;
  }

  boolean isInfinite(long bits) {
    return nonFinite == NonFinite.IEEE && magnitudeOf(bits) == infinity;
  }

  boolean isNan(long bits) {
    return switch (nonFinite) {
      case IEEE -> magnitudeOf(bits) > infinity;
      case ALL_ONES_NAN -> magnitudeOf(bits) == nan;
      case NEGATIVE_ZERO_NAN -> (bits & mask) == nan;
      case NONE -> false;
    };
  }

  long order(long bits) {
    if (isNan(bits)) {
      throw new ArithmeticException("a NaN has no place among the numbers");
    }
    long magnitude = magnitudeOf(bits);
    return isNegative(bits) ? -magnitude : magnitude;
  }

  double decode(long bits) {
    if (precision == 53) {
      return Double.longBitsToDouble(bits);
    }
    long magnitude = magnitudeOf(bits);
    boolean negative = isNegative(bits);
    if ((magnitude >= infinity && nonFinite == NonFinite.IEEE) || isNan(bits)) {
      return decodeNonFinite(negative, magnitude);
    }
    long fraction = magnitude & ((1L << (precision - 1)) - 1);
    int stored = (int) (magnitude >>> (precision - 1));
    boolean normal = stored != 0 || !hasZero;
    long significand = normal ? fraction | (1L << (precision - 1)) : fraction;
    int exponent = normal ? stored - bias : minExponent;
    // Every factor 2^(exponent - precision + 1) of these formats is a normal double.
    double value = significand * power(exponent - (precision - 1));
    return negative ? -value : value;
  }

  private double decodeNonFinite(boolean negative, long magnitude) {
    long sign = negative && nonFinite != NonFinite.NEGATIVE_ZERO_NAN ? Long.MIN_VALUE : 0;
    long payload = 0;
    if (nonFinite == NonFinite.IEEE) {
      payload = (magnitude - infinity) << (53 - precision);
    }
    boolean infinite = nonFinite == NonFinite.IEEE && magnitude == infinity;
    long leading = infinite ? 0x7FF0L << 48 : 0x7FF8L << 48;
    return Double.longBitsToDouble(sign | leading | payload);
  }

  private static double power(int exponent) {
    return Double.longBitsToDouble((exponent + 1023L) << 52);
  }

  long encode(double value, boolean saturate) {
    long raw = Double.doubleToRawLongBits(value);
    boolean negative = raw < 0;
    if (Double.isNaN(value)) {
      return encodeNan(raw);
    }
    long excess = saturate ? largest : beyond;
    if (Double.isInfinite(value)) {
      return signed(negative, excess);
    }
    if (precision == 53) {
      return raw;
    }
    int stored = (int) ((raw >>> 52) & 0x7FF);
    long significand = (raw & DOUBLE_FRACTION) | (stored == 0 ? 0 : 1L << 52);
    long magnitude = round(significand, Math.max(stored, 1) - 1075);
    return signed(negative, magnitude > largest ? excess : magnitude);
  }

  /**
   * The magnitude of {@code significand * 2^exponent} rounded, as if exponents had no upper end.
   * The significand has at most 53 bits.
   */
  private long round(long significand, int exponent) {
    if (significand == 0) {
      return 0;
    }
    int leading = 63 - Long.numberOfLeadingZeros(significand) + exponent;
    int steps = Math.max(leading - minExponent, 0);
    int shift = steps + minExponent - (precision - 1) - exponent;
    long kept;
    if (shift <= 0) {
      kept = significand << -shift;
    } else if (shift > 53) {
      // At most half of the last place, and a tie goes to zero.
      kept = 0;
    } else {
      kept = significand >>> shift;
      long rest = significand & ((1L << shift) - 1);
      long half = 1L << (shift - 1);
      if (rest > half || (rest == half && (kept & 1) != 0)) {
        kept++;
      }
    }
    if (!hasZero) {
      return kept == 0 ? 0 : steps + kept - 1;
    }
    // The leading bit of a normal number is its exponent's first step above the subnormal numbers,
    // and a fraction rounded up beyond its end carries into the exponent: so the two are added.
    return ((long) steps << (precision - 1)) + kept;
  }

  private long encodeNan(long raw) {
    return switch (nonFinite) {
      case IEEE -> {
        long payload = (raw & DOUBLE_FRACTION) >>> (53 - precision);
        yield signed(raw < 0, (precision == 53 ? infinity : nan) | payload);
      }
      case ALL_ONES_NAN -> signed(raw < 0, nan);
      case NEGATIVE_ZERO_NAN, NONE -> nan;
    };
  }

  private long signed(boolean negative, long magnitude) {
    if (!negative || (nonFinite == NonFinite.NEGATIVE_ZERO_NAN && magnitude == 0)) {
      return magnitude;
    }
    return magnitude | signBit;
  }

  private long magnitudeOf(long bits) {
    return bits & mask & ~signBit;
  }
}
