// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.number;

import static dev.azulejo.ir.number.FloatFormat.F128;
import static dev.azulejo.ir.number.FloatFormat.F16;
import static dev.azulejo.ir.number.FloatFormat.F4E2M1FN;
import static dev.azulejo.ir.number.FloatFormat.F64;
import static dev.azulejo.ir.number.FloatFormat.F80;
import static dev.azulejo.ir.number.FloatFormat.F8E4M3FN;
import static dev.azulejo.ir.number.FloatFormat.F8E4M3FNUZ;
import static dev.azulejo.ir.number.FloatFormat.F8E8M0FNU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class FloatFormatTest {
  static Stream<FloatFormat> small() {
    return Arrays.stream(FloatFormat.values()).filter(format -> format.width() <= 16);
  }

  @ParameterizedTest
  @CsvSource({
    "F16,         65504,                  6.103515625e-5,  5.9604644775390625e-8",
    "F8E5M2,      57344,                  6.103515625e-5,  1.52587890625e-5",
    "F8E4M3,      240,                    0.015625,        0.001953125",
    "F8E4M3FN,    448,                    0.015625,        0.001953125",
    "F8E5M2FNUZ,  57344,                  3.0517578125e-5, 7.62939453125e-6",
    "F8E4M3FNUZ,  240,                    0.0078125,       0.0009765625",
    "F8E4M3B11FNUZ, 30,                   0.0009765625,    0.0001220703125",
    "F8E3M4,      15.5,                   0.25,            0.015625",
    "F6E2M3FN,    7.5,                    1,               0.125",
    "F6E3M2FN,    28,                     0.25,            0.0625",
    "F4E2M1FN,    6,                      1,               0.5",
    "BF16,        3.3895313892515355e38,  1.1754943508222875e-38, 9.183549615799121e-41",
    "F32,         3.4028234663852886e38,  1.1754943508222875e-38, 1.401298464324817e-45",
    "F64,         1.7976931348623157e308, 2.2250738585072014e-308, 4.9e-324",
  })
  void extremesAreWhereTheyShouldBe(
      FloatFormat format, double largest, double smallestNormal, double smallest) {
    assertThat(format.decode(format.largest())).isEqualTo(largest);
    assertThat(format.decode(1L << (format.precision() - 1))).isEqualTo(smallestNormal);
    assertThat(Math.scalb(1.0, format.minExponent())).isEqualTo(smallestNormal);
    assertThat(format.decode(1)).isEqualTo(smallest);
  }

  @Test
  void powersOfTwoHaveNoZeroAndNoSign() {
    assertThat(F8E8M0FNU.decode(0)).isEqualTo(Math.scalb(1.0, -127));
    assertThat(F8E8M0FNU.decode(127)).isEqualTo(1);
    assertThat(F8E8M0FNU.decode(254)).isEqualTo(Math.scalb(1.0, 127));
    assertThat(F8E8M0FNU.decode(255)).isNaN();
    assertThat(F8E8M0FNU.encode(0)).isZero();
    assertThat(F8E8M0FNU.encode(-2)).isEqualTo(128);
    assertThat(F8E8M0FNU.isSigned()).isFalse();
    assertThat(F8E8M0FNU.encode(1e40)).isEqualTo(255);
    assertThat(F8E8M0FNU.encodeSaturating(1e40)).isEqualTo(254);
  }

  @ParameterizedTest
  @EnumSource
  void keywordsNameFormats(FloatFormat format) {
    assertThat(FloatFormat.named(format.keyword())).contains(format);
    assertThat(format.keyword()).isEqualToIgnoringCase(format.name());
    assertThat(FloatFormat.named(format.keyword() + "x")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("small")
  void everyPatternIsReadBack(FloatFormat format) {
    for (long bits = 0; bits < 1L << format.width(); bits++) {
      double value = format.decode(bits);
      BigInteger wide = BigInteger.valueOf(bits);
      assertThat(format.decode(wide)).isEqualTo(Double.valueOf(value));
      assertThat(format.isNan(bits)).isEqualTo(Double.isNaN(value)).isEqualTo(format.isNan(wide));
      assertThat(format.isInfinite(bits))
          .isEqualTo(Double.isInfinite(value))
          .isEqualTo(format.isInfinite(wide));
      assertThat(format.isZero(wide)).isEqualTo(value == 0);
      long again = format.encode(value);
      if (format.isNan(bits)) {
        assertThat(again | bits).as("a NaN becomes quiet at most").isEqualTo(again);
        assertThat(format.isNan(again)).isTrue();
      } else {
        assertThat(again).isEqualTo(bits);
        assertThat(format.encodeSaturating(value))
            .isEqualTo(Double.isInfinite(value) ? bits - 1 : bits);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("small")
  void everyPatternDecodesToWhatItsFieldsSay(FloatFormat format) {
    int fraction = format.precision() - 1;
    for (long bits = 0; bits < 1L << format.width(); bits++) {
      if (!format.isFinite(bits)) {
        continue;
      }
      long field = bits >> fraction & (1L << format.exponentBits()) - 1;
      double significand = (bits & (1L << fraction) - 1) / (double) (1L << fraction);
      boolean normal = field > 0 || format == F8E8M0FNU;
      double size =
          normal
              ? (1 + significand) * Math.pow(2, (double) field - format.bias())
              : significand * Math.pow(2, 1 - format.bias());
      boolean negative = bits >> (fraction + format.exponentBits()) != 0;
      assertThat(format.decode(bits)).isEqualTo(negative ? -size : size);
    }
  }

  @ParameterizedTest
  @MethodSource("small")
  void roundingGoesToTheNearestAndToEvenBetween(FloatFormat format) {
    List<BigInteger> patterns = new ArrayList<>();
    for (long bits = 0; bits < 1L << format.width(); bits++) {
      BigInteger wide = BigInteger.valueOf(bits);
      if (format.isFinite(bits) && (bits == 0 || !format.isZero(wide))) {
        patterns.add(wide);
      }
    }
    patterns.sort(Comparator.comparing(format::exact));
    BigDecimal little = new BigDecimal("1e-60");
    for (int i = 1; i < patterns.size(); i++) {
      BigInteger low = patterns.get(i - 1);
      BigInteger high = patterns.get(i);
      BigDecimal between = format.exact(low).add(format.exact(high)).divide(BigDecimal.valueOf(2));
      BigInteger even = low.testBit(0) || format == F8E8M0FNU ? high : low;
      assertRounds(format, between, even);
      assertRounds(format, between.add(little), high);
      assertRounds(format, between.subtract(little), low);
      assertThat(format.order(format.encode(Math.nextUp(between.doubleValue()))))
          .isEqualTo(format.order(high.longValue()));
      assertThat(format.order(high.longValue()) - format.order(low.longValue())).isEqualTo(1);
    }
  }

  private static void assertRounds(FloatFormat format, BigDecimal value, BigInteger expected) {
    BigInteger rounded = format.round(value);
    boolean zeros = format.isZero(rounded) && format.isZero(expected);
    assertThat(zeros || rounded.equals(expected))
        .as("%s as %s is %x, not %x", value, format, expected, rounded)
        .isTrue();
    if (new BigDecimal(value.doubleValue()).compareTo(value) == 0) {
      assertThat(format.encode(value.doubleValue())).isEqualTo(rounded.longValue());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "F16,        65519.99, 7BFF, 7BFF",
    "F16,        65520,    7C00, 7BFF",
    "F16,        -1e300,   FC00, FBFF",
    "BF16,       1e39,     7F80, 7F7F",
    "F8E4M3FN,   464,      7E,   7E",
    "F8E4M3FN,   465,      7F,   7E",
    "F8E4M3FN,   -465,     FF,   FE",
    "F8E5M2,     61440,    7C,   7B",
    "F8E4M3FNUZ, 247.9,    7F,   7F",
    "F8E4M3FNUZ, 248,      80,   7F",
    "F8E4M3FNUZ, -248,     80,   FF",
    "F8E4M3FNUZ, -1e-30,   0,    0",
    "F4E2M1FN,   5,        6,    6",
    "F4E2M1FN,   -100,     F,    F",
    "F6E3M2FN,   100,      1F,   1F",
    "F32,        1e39,     7F800000, 7F7FFFFF",
    "F8E4M3FN,   -0.0,     80,   80",
    "F16,        Infinity, 7C00, 7BFF",
    "F8E4M3FN,   -Infinity, FF,  FE",
    "F64,        -Infinity, FFF0000000000000, FFEFFFFFFFFFFFFF",
    "F4E2M1FN,   NaN,      7,    7",
  })
  void whatLiesBeyondFollowsTheFormat(
      FloatFormat format, double value, String plain, String saturated) {
    assertThat(Long.toHexString(format.encode(value)).toUpperCase(Locale.ROOT)).isEqualTo(plain);
    assertThat(Long.toHexString(format.encodeSaturating(value)).toUpperCase(Locale.ROOT))
        .isEqualTo(saturated);
    if (!Double.isNaN(value)) {
      assertThat(format.encodeWide(value)).isEqualTo(new BigInteger(plain, 16));
    }
  }

  @Test
  void wideFormatsHaveNoFastMethods() {
    assertThatThrownBy(() -> F80.encode(1)).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> F128.decode(1L)).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> F8E4M3FN.infinity(true))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(F4E2M1FN::nan).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> F16.order(0x7E00)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> F16.exact(F16.nan())).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void wideFormatsHoldDoublesExactly() {
    for (double value : new double[] {0, -0.0, 1, -1.5, Math.PI, 4.9e-324, Double.MAX_VALUE}) {
      for (FloatFormat format : List.of(F80, F128)) {
        double again = format.decode(format.encodeWide(value));
        assertThat(again).isEqualTo(value);
        assertThat(Double.doubleToLongBits(again)).isEqualTo(Double.doubleToLongBits(value));
      }
    }
    assertThat(F80.encodeWide(1)).isEqualTo(new BigInteger("3FFF8000000000000000", 16));
    assertThat(F128.encodeWide(-2)).isEqualTo(new BigInteger("C" + "0".repeat(31), 16));
    assertThat(F80.decode(F80.infinity(true))).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(F80.encodeWide(Double.NaN)).isEqualTo(F80.nan());
    assertThat(F80.nan()).isEqualTo(new BigInteger("7FFFC000000000000000", 16));
    assertThat(F80.largest()).isEqualTo(new BigInteger("7FFEFFFFFFFFFFFFFFFF", 16));
  }

  @Test
  void convertingRoundsOnce() {
    BigInteger one = F128.encodeWide(1);
    // A little more than half a place of f16 above 1: by way of a double it would be a tie.
    BigInteger near = F128.round(new BigDecimal(1 + 0x1p-11).add(new BigDecimal("1e-30")));
    assertThat(F16.convert(F128, near)).isEqualTo(BigInteger.valueOf(0x3C01));
    assertThat(F16.convert(F128, one)).isEqualTo(BigInteger.valueOf(0x3C00));
    assertThat(F16.convert(F64, BigInteger.valueOf(Double.doubleToLongBits(1 + 0x1p-11))))
        .isEqualTo(BigInteger.valueOf(0x3C00));
  }

  @Test
  void f80SpellsSomeNumbersTwice() {
    assertCanonical("00008000000000000000", "00018000000000000000");
    assertCanonical("00010000000000000001", "7FFF0000000000000001");
    assertCanonical("80010000000000000000", "FFFF0000000000000000");
    assertCanonical("3FFF8000000000000000", "3FFF8000000000000000");
    assertCanonical("00000000000000000001", "00000000000000000001");
    assertThat(F80.isNan(new BigInteger("00010000000000000001", 16))).isTrue();
    assertThat(F80.exact(new BigInteger("00008000000000000000", 16)))
        .isEqualTo(F80.exact(new BigInteger("00018000000000000000", 16)));
  }

  private static void assertCanonical(String bits, String expected) {
    assertThat(F80.canonical(new BigInteger(bits, 16))).isEqualTo(new BigInteger(expected, 16));
  }

  @Test
  void hugeDecimalsAreRoundedWithoutBeingWrittenOut() {
    assertThat(F128.round(new BigDecimal("1e999999999"))).isEqualTo(F128.infinity(false));
    assertThat(F128.round(new BigDecimal("-1e-999999999")))
        .isEqualTo(BigInteger.ONE.shiftLeft(127));
    assertThat(F8E4M3FNUZ.round(new BigDecimal("-1e-999999999"))).isZero();
  }
}
