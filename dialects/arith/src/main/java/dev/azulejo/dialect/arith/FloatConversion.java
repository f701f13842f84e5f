// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.arith;

import dev.azulejo.ir.number.FloatArithmetic;
import dev.azulejo.ir.number.FloatFormat;
import dev.azulejo.ir.number.NonFinite;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Conversions of constants from and to floating-point numbers. */
final class FloatConversion {
  private FloatConversion() {}

  /** A number in another format, or null where something of it would be lost. */
  static @Nullable BigInteger lossless(FloatFormat from, FloatFormat to, BigInteger bits) {
    BigInteger there = to.convert(from, bits);
    if (from.isNan(bits)) {
      return keepsNan(from, to, bits) ? there : null;
    }
    if (!from.isFinite(bits)) {
      return to.hasInfinity() ? there : null;
    }
    boolean same =
        to.isFinite(there)
            && from.isNegative(bits) == to.isNegative(there)
            && from.exact(bits).compareTo(to.exact(there)) == 0;
    return same ? there : null;
  }

  private static boolean keepsNan(FloatFormat from, FloatFormat to, BigInteger bits) {
    return switch (from.nonFinite()) {
      case IEEE ->
          to.nonFinite() == NonFinite.IEEE
              && !FloatArithmetic.signals(from, bits)
              && from.convert(to, to.convert(from, bits)).equals(bits);
      // There is no payload that could be lost.
      case NEGATIVE_ZERO_NAN -> to.hasNan();
      // What upstream makes of a payload of ones is no NaN that a processor would make.
      case ALL_ONES_NAN, NONE -> false;
    };
  }

  /** Does each number of a format stand for itself in another one? */
  static boolean holdsAll(FloatFormat outer, FloatFormat inner) {
    return outer.precision() >= inner.precision()
        && outer.minExponent() - outer.precision() <= inner.minExponent() - inner.precision()
        && outer.exact(outer.largest()).compareTo(inner.exact(inner.largest())) >= 0;
  }

  /** The number of a format that is nearest to an integer. */
  static BigInteger ofInteger(FloatFormat format, BigInteger integer) {
    return integer.signum() == 0 && format.hasZero()
        ? BigInteger.ZERO
        : format.round(new BigDecimal(integer));
  }

  /** The integer next to a number towards zero, or null where it does not fit. */
  static @Nullable BigInteger toInteger(
      FloatFormat format, BigInteger bits, int width, boolean signed) {
    if (!format.isFinite(bits)) {
      return null;
    }
    BigInteger integer = format.exact(bits).toBigInteger();
    boolean fits = signed ? Widths.fitsSigned(integer, width) : Widths.fitsUnsigned(integer, width);
    return fits ? integer : null;
  }
}
