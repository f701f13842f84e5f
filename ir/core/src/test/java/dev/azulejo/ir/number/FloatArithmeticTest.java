// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.DoubleBinaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every pair of numbers of the formats of 8 bits and fewer, against Java's doubles. */
class FloatArithmeticTest {
  private interface Operator {
    @Nullable BigInteger apply(FloatFormat format, BigInteger a, BigInteger b);
  }

  @ParameterizedTest
  @EnumSource
  void narrowFormatsCalculateAsDoublesRounded(FloatFormat format) {
    if (format.width() > 8 || !format.hasZero()) {
      return;
    }
    check(format, FloatArithmetic::add, Double::sum);
    check(format, FloatArithmetic::multiply, (a, b) -> a * b);
    check(format, FloatArithmetic::divide, (a, b) -> a / b);
    check(format, FloatArithmetic::remainder, (a, b) -> a % b);
    if (format.width() == 8) {
      return;
    }
    check(format, FloatArithmetic::subtract, (a, b) -> a - b);
    check(format, FloatArithmetic::maximum, Math::max);
    check(format, FloatArithmetic::minimum, Math::min);
  }

  private static void check(FloatFormat format, Operator operator, DoubleBinaryOperator onDoubles) {
    for (int a = 0; a < 1 << format.width(); a++) {
      for (int b = 0; b < 1 << format.width(); b++) {
        double expected = onDoubles.applyAsDouble(format.decode(a), format.decode(b));
        BigInteger found = operator.apply(format, BigInteger.valueOf(a), BigInteger.valueOf(b));
        boolean none = Double.isNaN(expected) || Double.isInfinite(expected);
        if (none && !format.hasNan()) {
          assertThat(found).as("%x, %x", a, b).isNull();
        } else if (Double.isNaN(expected)) {
          assertThat(format.isNan(found)).as("%x, %x", a, b).isTrue();
        } else if (!BigInteger.valueOf(format.encode(expected)).equals(found)) {
          assertThat(found).as("%x, %x", a, b).isEqualTo(format.encode(expected));
        }
      }
    }
  }

  @Test
  void wideFormatsRoundOnce() {
    FloatFormat format = FloatFormat.F128;
    BigInteger one = format.round(BigDecimal.ONE);
    BigInteger three = format.round(BigDecimal.valueOf(3));
    BigInteger third = FloatArithmetic.divide(format, one, three);
    // The pattern of a third is 01 01 01 ..., cut behind a 1 that is followed by a 0.
    assertThat(third).isEqualTo(new BigInteger("3FFD5555555555555555555555555555", 16));
    BigInteger tiny = format.round(BigDecimal.ONE.scaleByPowerOfTen(-4900));
    assertThat(FloatArithmetic.add(format, one, tiny)).isEqualTo(one);
    assertThat(FloatArithmetic.multiply(format, tiny, tiny)).isEqualTo(BigInteger.ZERO);
  }

  @Test
  void aFormatWithoutZeroCalculatesNothing() {
    BigInteger one = BigInteger.valueOf(127);
    assertThat(FloatArithmetic.add(FloatFormat.F8E8M0FNU, one, one)).isNull();
    assertThat(FloatArithmetic.compare(FloatFormat.F8E8M0FNU, one, BigInteger.valueOf(126)))
        .isPositive();
  }

  @Test
  void aSignallingNanComesThroughAndIsQuietThen() {
    BigInteger signalling = BigInteger.valueOf(0x7C01);
    BigInteger one = BigInteger.valueOf(0x3C00);
    BigInteger quiet = BigInteger.valueOf(0x7E01);
    assertThat(FloatArithmetic.signals(FloatFormat.F16, signalling)).isTrue();
    assertThat(FloatArithmetic.signals(FloatFormat.F16, quiet)).isFalse();
    assertThat(FloatArithmetic.maximumNumber(FloatFormat.F16, signalling, one)).isEqualTo(quiet);
    assertThat(FloatArithmetic.maximumNumber(FloatFormat.F16, quiet, one)).isEqualTo(one);
    assertThat(FloatArithmetic.minimumNumber(FloatFormat.F16, one, quiet)).isEqualTo(one);
  }
}
