// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.math;

import dev.azulejo.dialect.arith.ConstantFold;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.number.FloatFormat;
import dev.azulejo.ir.trait.FoldResult;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Numbers to the power of numbers. */
final class Powers {
  /** Up to this exponent a power is multiplied out exactly. */
  private static final int MOST_FACTORS = 16;

  private Powers() {}

  static FoldResult fold(Operation op) {
    return ConstantFold.reals(op, Powers::power);
  }

  private static @Nullable BigInteger power(
      FloatFormat format, BigInteger base, BigInteger exponent) {
    double x = format.decode(base);
    double y = format.decode(exponent);
    if (Double.isNaN(x) || Double.isNaN(y)) {
      return null;
    }
    if (y == 0 || x == 1) {
      return Analytic.exactly(format, 1);
    }
    double value = StrictMath.pow(x, y);
    if (x == 0 || Double.isInfinite(x) || Double.isInfinite(y)) {
      return Analytic.isPlain(value) ? Analytic.exactly(format, value) : null;
    }
    if (y == StrictMath.rint(y) && y > 0 && y <= MOST_FACTORS) {
      boolean folded = Analytic.exactly(format, 1) != null;
      return folded ? format.round(format.exact(base).pow((int) y)) : null;
    }
    return Analytic.nearest(format, value);
  }

  static FoldResult foldIntegers(Operation op) {
    Type type = op.result(0).type();
    BigInteger modulus = BigInteger.ONE.shiftLeft(Bits.width(type));
    return ConstantFold.signed(op, (base, exponent) -> integerPower(base, exponent, modulus));
  }

  private static @Nullable BigInteger integerPower(
      BigInteger base, BigInteger exponent, BigInteger modulus) {
    if (exponent.signum() >= 0) {
      return base.modPow(exponent, modulus);
    }
    if (base.signum() == 0) {
      return null;
    }
    if (base.abs().equals(BigInteger.ONE)) {
      return exponent.testBit(0) ? base : BigInteger.ONE;
    }
    return BigInteger.ZERO;
  }
}
