// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.math;

import dev.azulejo.dialect.arith.ConstantFold;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.number.FloatFormat;
import dev.azulejo.ir.trait.FoldResult;
import java.math.BigInteger;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Functions whose values are no fractions. They are calculated as doubles, which are off by a few
 * units in the last place, and folded only where that leaves no doubt which number of the format is
 * the nearest: nearly always for f32, and for f64 at the few points where the value is exact.
 */
final class Analytic {
  /** Twice what the worst of the calculations here may be off, in units in the last place. */
  private static final int DOUBT = 8;

  private static final double LOG_OF_2 = StrictMath.log(2);

  private Analytic() {}

  /** Folds a function of one number. */
  static FoldResult unary(Operation op, DoubleUnaryOperator function) {
    FloatFormat format = ConstantFold.format(op.operand(0).type());
    return ConstantFold.unary(
        op,
        bits -> {
          double number = format.decode(bits);
          double value = function.applyAsDouble(number);
          return isExact(number, value) ? exactly(format, value) : nearest(format, value);
        });
  }

  /** At 0, 1 and infinity, values of 0, 1, -1 and infinity are no approximations. */
  private static boolean isExact(double number, double value) {
    boolean special = number == 0 || number == 1 || Double.isInfinite(number);
    return special && isPlain(value);
  }

  static boolean isPlain(double value) {
    return value == 0 || Math.abs(value) == 1 || Double.isInfinite(value);
  }

  /** A value that is known exactly, or null for formats whose functions are not folded. */
  static @Nullable BigInteger exactly(FloatFormat format, double value) {
    return format == FloatFormat.F32 || format == FloatFormat.F64 ? format.encodeWide(value) : null;
  }

  /** The number next to a value that is nearly this one, or null where that is in doubt. */
  static @Nullable BigInteger nearest(FloatFormat format, double value) {
    if (format != FloatFormat.F32 || Double.isNaN(value)) {
      return null;
    }
    if (Double.isInfinite(value)) {
      return format.encodeWide(value);
    }
    double doubt = DOUBT * Math.ulp(value);
    BigInteger least = format.encodeWide(value - doubt);
    return least.equals(format.encodeWide(value + doubt)) ? least : null;
  }

  /** Folds a square root, which is rounded correctly for both formats. */
  static FoldResult squareRoot(Operation op) {
    FloatFormat format = ConstantFold.format(op.operand(0).type());
    return ConstantFold.unary(
        op,
        bits -> {
          double value = StrictMath.sqrt(format.decode(bits));
          return Double.isNaN(value) ? null : exactly(format, value);
        });
  }

  /** Folds the angle of a point. */
  static FoldResult angle(Operation op) {
    return ConstantFold.reals(
        op,
        (format, second, first) -> {
          double y = format.decode(second);
          double x = format.decode(first);
          double value = StrictMath.atan2(y, x);
          return y == 0 && x > 0 ? exactly(format, value) : nearest(format, value);
        });
  }

  static double log2(double number) {
    return StrictMath.log(number) / LOG_OF_2;
  }
}
