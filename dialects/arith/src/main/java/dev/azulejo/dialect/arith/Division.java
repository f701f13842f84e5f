// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.arith;

import dev.azulejo.ir.Value;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Quotients of integers. None has an outcome for a divisor of zero. */
final class Division {
  private Division() {}

  static @Nullable BigInteger truncating(BigInteger dividend, BigInteger divisor) {
    return divisor.signum() == 0 ? null : dividend.divide(divisor);
  }

  static @Nullable BigInteger floor(BigInteger dividend, BigInteger divisor) {
    if (divisor.signum() == 0) {
      return null;
    }
    BigInteger[] parts = dividend.divideAndRemainder(divisor);
    return parts[1].signum() * divisor.signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  static @Nullable BigInteger ceiling(BigInteger dividend, BigInteger divisor) {
    BigInteger negated = floor(dividend.negate(), divisor);
    return negated == null ? null : negated.negate();
  }

  static @Nullable BigInteger remainder(BigInteger dividend, BigInteger divisor) {
    return divisor.signum() == 0 ? null : dividend.remainder(divisor);
  }

  /** A quotient that is too great for its bits is none: that of the smallest number by -1. */
  static @Nullable BigInteger fitting(@Nullable BigInteger quotient, int width) {
    return quotient == null || Widths.fitsSigned(quotient, width) ? quotient : null;
  }

  /** The other factor, where the dividend is a product with the divisor that did not wrap. */
  static @Nullable Value otherFactor(Value dividend, Value divisor, boolean signed) {
    if (!(dividend.definingOp() instanceof MulIOp product)) {
      return null;
    }
    OverflowAttr flags = product.overflowFlags();
    if (!(signed ? flags.noSignedWrap() : flags.noUnsignedWrap())) {
      return null;
    }
    return product.lhs() == divisor
        ? product.rhs()
        : product.rhs() == divisor ? product.lhs() : null;
  }
}
