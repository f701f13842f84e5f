// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.math;

import dev.azulejo.dialect.arith.ConstantFold;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.number.FloatArithmetic;
import dev.azulejo.ir.number.FloatFormat;
import dev.azulejo.ir.trait.FoldResult;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Floating-point numbers rounded to integers, exactly. */
final class Rounding {
  private Rounding() {}

  static FoldResult fold(Operation op, RoundingMode mode) {
    FloatFormat format = ConstantFold.format(op.operand(0).type());
    return ConstantFold.unary(op, bits -> round(format, bits, mode));
  }

  /** The integer as a number of the same format, or null where the format lacks it. */
  private static @Nullable BigInteger round(
      FloatFormat format, BigInteger bits, RoundingMode mode) {
    if (!format.isFinite(bits)) {
      return format.isNan(bits) ? FloatArithmetic.quiet(format, bits) : bits;
    }
    BigDecimal integer = format.exact(bits).setScale(0, mode);
    if (integer.signum() == 0) {
      return zero(format, format.isNegative(bits));
    }
    BigInteger rounded = format.round(integer);
    return format.isFinite(rounded) && format.exact(rounded).compareTo(integer) == 0
        ? rounded
        : null;
  }

  /** What is rounded to zero keeps its sign. */
  private static @Nullable BigInteger zero(FloatFormat format, boolean negative) {
    if (!format.hasZero()) {
      return null;
    }
    return negative && format.hasNegativeZero()
        ? BigInteger.ZERO.setBit(format.width() - 1)
        : BigInteger.ZERO;
  }
}
