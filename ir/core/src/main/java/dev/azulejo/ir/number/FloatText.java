// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;

/**
 * How MLIR prints floating-point values: six digits after the point where that reads back, else as
 * many digits as the format can need, else the bits.
 */
final class FloatText {
  /** The significant digits that are tried first. */
  private static final int FEW = 6;

  /** 196 / 59 is a little more than the bits in a decimal digit. */
  private static final int BITS = 196;

  private static final int DIGITS = 59;

  private FloatText() {}

  /** Decimal digits without a trailing zero, the last of which stands at {@code 10^exponent}. */
  private record Decimal(String digits, int exponent) {
    int leading() {
      return exponent + digits.length() - 1;
    }
  }

  static String print(FloatFormat format, BigInteger bits) {
    if (!format.isFinite(bits)) {
      return hexadecimal(bits);
    }
    String sign = format.isNegative(bits) ? "-" : "";
    if (format.isZero(bits)) {
      return sign + "0.000000e+00";
    }
    Dyadic value = WideCodec.unpack(format, bits);
    Decimal few = decimal(value, FEW);
    BigDecimal read = new BigDecimal(new BigInteger(sign + few.digits()), -few.exponent());
    if (format.round(read).equals(bits)) {
      return sign + padded(few);
    }
    String natural = natural(decimal(value, most(format)), most(format));
    return natural.isEmpty() ? hexadecimal(bits) : sign + natural;
  }

  private static String hexadecimal(BigInteger bits) {
    return "0x" + bits.toString(16).toUpperCase(Locale.ROOT);
  }

  private static int most(FloatFormat format) {
    return 2 + format.precision() * DIGITS / BITS;
  }

  /**
   * The digits of a number, at most so many. Where the exact expansion is much longer it is cut
   * first; only what is left is rounded, half up.
   */
  private static Decimal decimal(Dyadic value, int most) {
    int zeros = value.significand().getLowestSetBit();
    BigInteger digits = value.significand().shiftRight(zeros);
    int exponent = value.exponent() + zeros;
    if (exponent > 0) {
      digits = digits.shiftLeft(exponent);
      exponent = 0;
    } else {
      digits = digits.multiply(BigInteger.valueOf(5).pow(-exponent));
    }
    int needed = (most * BITS + DIGITS - 1) / DIGITS;
    int cut = (digits.bitLength() - needed) * DIGITS / BITS;
    if (cut > 0) {
      digits = digits.divide(BigInteger.TEN.pow(cut));
      exponent += cut;
    }
    String text = digits.toString();
    int over = text.length() - most;
    if (over > 0) {
      BigInteger kept = new BigInteger(text.substring(0, most));
      boolean up = text.charAt(most) >= '5';
      text = (up ? kept.add(BigInteger.ONE) : kept).toString();
      exponent += over;
    }
    int end = text.length();
    while (text.charAt(end - 1) == '0') {
      end--;
    }
    return new Decimal(text.substring(0, end), exponent + text.length() - end);
  }

  /** {@code d.dddddde-XX}: six digits after the point, two or more in the exponent. */
  private static String padded(Decimal value) {
    int exponent = value.leading();
    int size = Math.abs(exponent);
    return value.digits().charAt(0)
        + "."
        + value.digits().substring(1)
        + "0".repeat(FEW + 1 - value.digits().length())
        + (exponent < 0 ? "e-" : "e+")
        + (size < 10 ? "0" : "")
        + size;
  }

  /** The shortest form that keeps all digits, or nothing where that has no point. */
  private static String natural(Decimal value, int most) {
    String digits = value.digits();
    int exponent = value.exponent();
    int leading = value.leading();
    boolean scientific =
        exponent >= 0 ? exponent > 3 || digits.length() + exponent > most : leading < -3;
    if (scientific) {
      String fraction = digits.length() == 1 ? "0" : digits.substring(1);
      return digits.charAt(0) + "." + fraction + (leading < 0 ? "E" : "E+") + leading;
    }
    if (exponent >= 0) {
      return "";
    }
    if (leading < 0) {
      return "0." + "0".repeat(-leading - 1) + digits;
    }
    return digits.substring(0, leading + 1) + "." + digits.substring(leading + 1);
  }
}
