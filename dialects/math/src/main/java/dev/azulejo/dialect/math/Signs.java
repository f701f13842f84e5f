// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.math;

import dev.azulejo.dialect.arith.ConstantFold;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.number.FloatFormat;
import dev.azulejo.ir.number.NonFinite;
import dev.azulejo.ir.trait.FoldResult;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.BiPredicate;

/** What the bits of a floating-point number say without calculating: its sign, and its kind. */
final class Signs {
  private Signs() {}

  static FoldResult absolute(Operation op) {
    FloatFormat format = ConstantFold.format(op.operand(0).type());
    return ConstantFold.unary(op, bits -> withSign(format, bits, false));
  }

  static FoldResult copySign(Operation op) {
    return ConstantFold.reals(
        op, (format, bits, sign) -> withSign(format, bits, format.isNegative(sign)));
  }

  /** A number with a sign, where the format has it with that sign. */
  private static BigInteger withSign(FloatFormat format, BigInteger bits, boolean negative) {
    boolean unsigned =
        format.nonFinite() == NonFinite.NEGATIVE_ZERO_NAN
            && (format.isNan(bits) || format.isZero(bits));
    if (!format.isSigned() || unsigned) {
      return bits;
    }
    int sign = format.width() - 1;
    return negative ? bits.setBit(sign) : bits.clearBit(sign);
  }

  /** Folds a question about a number. */
  static FoldResult classify(Operation op, BiPredicate<FloatFormat, BigInteger> question) {
    FloatFormat format = ConstantFold.format(op.operand(0).type());
    return ConstantFold.unary(
        op, bits -> question.test(format, bits) ? BigInteger.ONE : BigInteger.ZERO);
  }

  static boolean isNormal(FloatFormat format, BigInteger bits) {
    return format.isFinite(bits)
        && format.exact(bits).abs().compareTo(powerOfTwo(format.minExponent())) >= 0;
  }

  private static BigDecimal powerOfTwo(int exponent) {
    return exponent >= 0
        ? new BigDecimal(BigInteger.ONE.shiftLeft(exponent))
        : new BigDecimal(BigInteger.valueOf(5).pow(-exponent), -exponent);
  }
}
