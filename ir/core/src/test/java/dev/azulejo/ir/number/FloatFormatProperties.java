// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class FloatFormatProperties {
  @Provide
  Arbitrary<Double> doubles() {
    Arbitrary<Double> any = Arbitraries.longs().map(Double::longBitsToDouble);
    Arbitrary<Double> near = Arbitraries.doubles().between(-1000, 1000);
    // Few bits, and exponents around all formats' ends: ties, subnormal numbers, overflow.
    Arbitrary<Double> ties =
        Arbitraries.integers()
            .between(-4096, 4096)
            .flatMap(odd ->
                Arbitraries.integers().between(-170, 130).map(e -> Math.scalb((double) odd, e)));
    return Arbitraries.oneOf(any, near, ties).filter(Double::isFinite);
  }

  @Property
  void fastAndWideRoundingAgree(@ForAll FloatFormat format, @ForAll("doubles") double value) {
    BigInteger wide = format.convert(FloatFormat.F64, FloatFormat.F64.encodeWide(value));
    assertThat(format.encodeWide(value)).isEqualTo(wide);
    if (value != 0) {
      assertThat(format.round(new BigDecimal(value))).isEqualTo(wide);
    }
  }

  @Property
  void singlePrecisionIsJavas(@ForAll("doubles") double value) {
    assertThat(FloatFormat.F32.encode(value))
        .isEqualTo(Integer.toUnsignedLong(Float.floatToRawIntBits((float) value)));
  }

  @Property
  void doublePrecisionRoundsDecimalsAsJavaReadsThem(
      @ForAll("doubles") double value, @ForAll long digits) {
    BigDecimal decimal = new BigDecimal(value).add(BigDecimal.valueOf(digits, 30));
    if (decimal.signum() != 0) {
      long expected = Double.doubleToRawLongBits(Double.parseDouble(decimal.toString()));
      assertThat(FloatFormat.F64.round(decimal).longValue()).isEqualTo(expected);
    }
  }

  @Property
  void whatIsPrintedReadsBack(@ForAll FloatFormat format, @ForAll BigInteger seed) {
    BigInteger mask = BigInteger.ONE.shiftLeft(format.width()).subtract(BigInteger.ONE);
    BigInteger bits = format.canonical(seed.multiply(BigInteger.valueOf(31)).and(mask));
    String text = format.print(bits);
    if (text.startsWith("0x")) {
      assertThat(format.readHexadecimal(text)).contains(bits);
    } else if (!format.isZero(bits)) {
      assertThat(format.round(new BigDecimal(text))).isEqualTo(bits);
    }
  }

  @Property
  void convertingThereAndBackKeepsNumbers(
      @ForAll FloatFormat from, @ForAll FloatFormat to, @ForAll long seed) {
    BigInteger mask = BigInteger.ONE.shiftLeft(from.width()).subtract(BigInteger.ONE);
    BigInteger bits = from.canonical(BigInteger.valueOf(seed).and(mask));
    BigInteger there = to.convert(from, bits);
    boolean holds = to.isFinite(there) && from.isFinite(bits) && !from.isZero(bits);
    if (holds && to.exact(there).compareTo(from.exact(bits)) == 0) {
      assertThat(from.convert(to, there)).isEqualTo(bits);
    }
  }
}
