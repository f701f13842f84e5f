// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.arith;

import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.FloatAttr;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.number.FloatFormat;
import dev.azulejo.ir.rewrite.Rewriter;
import dev.azulejo.ir.trait.Constants;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * An integer that is compared with a constant as a floating-point number is compared as an integer.
 * Rounding keeps the order of numbers, so that this holds wherever the constant lies where all
 * integers stand for themselves, or beyond all of them.
 */
final class CompareAsIntegers {
  private final BigInteger least;
  private final BigInteger greatest;
  private final Value integer;
  private final boolean signed;

  private CompareAsIntegers(Value integer, int width, boolean signed) {
    this.integer = integer;
    this.signed = signed;
    BigInteger half = BigInteger.ONE.shiftLeft(width - 1);
    least = signed ? half.negate() : BigInteger.ZERO;
    greatest = (signed ? half : half.shiftLeft(1)).subtract(BigInteger.ONE);
  }

  static boolean rewrite(CmpFOp op, Rewriter rewriter) {
    CompareAsIntegers source =
        switch (op.lhs().definingOp()) {
          case SIToFPOp conversion -> of(conversion.in(), true);
          case UIToFPOp conversion -> of(conversion.in(), false);
          case null, default -> null;
        };
    return source != null
        && Constants.of(op.rhs()) instanceof FloatAttr constant
        && source.rewrite(op, constant, rewriter);
  }

  private static @Nullable CompareAsIntegers of(Value integer, boolean signed) {
    return integer.type() instanceof IntegerType type && type.width() > 0
        ? new CompareAsIntegers(integer, type.width(), signed)
        : null;
  }

  private boolean rewrite(CmpFOp op, FloatAttr constant, Rewriter rewriter) {
    FloatFormat format = constant.type().format();
    CmpFPredicate comparison = op.comparison();
    if (!format.hasZero() || format.isNan(constant.bits()) || !convertsInOrder(format)) {
      return false;
    }
    if (comparison.holds(-1) == comparison.holds(0) && comparison.holds(0) == comparison.holds(1)) {
      decide(op, comparison.holds(0), rewriter);
      return true;
    }
    if (format.isInfinite(constant.bits())) {
      boolean mayBeInfinite = greatest.compareTo(integerPart(format, format.largest())) > 0;
      if (!mayBeInfinite) {
        decide(op, comparison.holds(format.isNegative(constant.bits()) ? 1 : -1), rewriter);
      }
      return !mayBeInfinite;
    }
    BigDecimal bound = format.exact(constant.bits());
    if (!isExactAround(format, bound)) {
      return false;
    }
    if (bound.compareTo(new BigDecimal(greatest)) > 0) {
      decide(op, comparison.holds(-1), rewriter);
    } else if (bound.compareTo(new BigDecimal(least)) < 0) {
      decide(op, comparison.holds(1), rewriter);
    } else {
      compare(op, comparison, bound, rewriter);
    }
    return true;
  }

  /** An integer that is too great must become an infinity, for a NaN has no order. */
  private boolean convertsInOrder(FloatFormat format) {
    return format.hasInfinity() || greatest.compareTo(integerPart(format, format.largest())) <= 0;
  }

  /** Is every integer as great as the bound a number of the format, or the bound beyond all? */
  private boolean isExactAround(FloatFormat format, BigDecimal bound) {
    BigInteger reach = BigInteger.ONE.shiftLeft(format.precision());
    BigInteger magnitude = bound.abs().toBigInteger();
    boolean allFit = greatest.compareTo(reach) < 0;
    return allFit
        || magnitude.compareTo(reach) < 0
        || magnitude.compareTo(greatest.shiftLeft(1)) > 0;
  }

  private static BigInteger integerPart(FloatFormat format, BigInteger bits) {
    return format.exact(bits).toBigInteger();
  }

  private void compare(CmpFOp op, CmpFPredicate comparison, BigDecimal bound, Rewriter rewriter) {
    BigInteger whole = bound.toBigInteger();
    boolean isWhole = bound.compareTo(new BigDecimal(whole)) == 0;
    boolean less = comparison.holds(-1);
    boolean greater = comparison.holds(1);
    if (!isWhole && less == greater) {
      decide(op, less, rewriter);
      return;
    }
    // Between two integers, only the side counts: below 4.4 is up to 4, below -4.4 is below -4.
    boolean withEqual = isWhole ? comparison.holds(0) : (bound.signum() > 0) == less;
    Inserter at = rewriter.before(op);
    Value constant = ConstantOp.create(at, IntegerAttr.of(integer.type(), whole)).result();
    CmpIPredicate predicate = predicate(less, withEqual, greater);
    rewriter.replace(op, CmpIOp.create(at, predicate, integer, constant));
  }

  private CmpIPredicate predicate(boolean less, boolean equal, boolean greater) {
    if (less == greater) {
      return equal ? CmpIPredicate.EQ : CmpIPredicate.NE;
    }
    if (less) {
      return signed
          ? equal ? CmpIPredicate.SLE : CmpIPredicate.SLT
          : equal ? CmpIPredicate.ULE : CmpIPredicate.ULT;
    }
    return signed
        ? equal ? CmpIPredicate.SGE : CmpIPredicate.SGT
        : equal ? CmpIPredicate.UGE : CmpIPredicate.UGT;
  }

  private static void decide(CmpFOp op, boolean outcome, Rewriter rewriter) {
    rewriter.replace(
        op, ConstantOp.create(rewriter.before(op), IntegerAttr.bool(outcome)).result());
  }
}
