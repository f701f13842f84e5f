// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.ir.number.FloatFormat;
import dev.azulejo.simulator.scalar.FloatCodec;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.SplittableRandom;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Floating-point operations against exact numbers, rounded once. */
final class FloatArithmeticTest {
  private static final int SAMPLES = 4000;

  /** Enough digits that a quotient of two numbers never looks like a tie without being one. */
  private static final MathContext DIGITS = new MathContext(400);

  /** The types whose arithmetic is exact in a double up to its last rounding. */
  enum Narrow {
    F16(FloatFormat.F16),
    BF16(FloatFormat.BF16),
    F32(FloatFormat.F32),
    F8E5M2(FloatFormat.F8E5M2),
    F8E4M3FN(FloatFormat.F8E4M3FN);

    private final FloatFormat format;

    Narrow(FloatFormat format) {
      this.format = format;
    }

    String type() {
      return format.keyword();
    }

    /** Bits of all kinds, those of special numbers among them. */
    long bits(SplittableRandom random) {
      return random.nextLong() & -1L >>> (Long.SIZE - format.width());
    }
  }

  /** An operation and what it computes. */
  record Case(String name, BinaryOperator<BigDecimal> exact) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
        new Case("addf", BigDecimal::add),
        new Case("subf", BigDecimal::subtract),
        new Case("mulf", BigDecimal::multiply),
        new Case("divf", (a, b) -> a.divide(b, DIGITS)),
        new Case("remf", BigDecimal::remainder));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void resultsAreRoundedOnce(Case operation) {
    for (Narrow narrow : Narrow.values()) {
      Simulation simulation = binary(operation.name(), narrow);
      SplittableRandom random = new SplittableRandom(1);
      for (int i = 0; i < SAMPLES; i++) {
        long a = narrow.bits(random);
        long b = narrow.bits(random);
        boolean divides = operation.name().equals("divf") || operation.name().equals("remf");
        if (isUsable(narrow, a) && isUsable(narrow, b) && !(divides && isZero(narrow, b))) {
          BigDecimal exact = operation.exact().apply(exact(narrow, a), exact(narrow, b));
          checkRounded(narrow, simulation.scalar(a, b), exact, operation.name(), a, b);
        }
      }
    }
  }

  private static Simulation binary(String name, Narrow narrow) {
    String type = narrow.type();
    return Simulation.ofOperation("arith.%s %%a, %%b : %s".formatted(name, type), type, type, type);
  }

  private static boolean isUsable(Narrow narrow, long bits) {
    return narrow.format.isFinite(bits);
  }

  private static boolean isZero(Narrow narrow, long bits) {
    return narrow.format.decode(bits) == 0;
  }

  private static BigDecimal exact(Narrow narrow, long bits) {
    return narrow.format.exact(BigInteger.valueOf(bits));
  }

  private static void checkRounded(
      Narrow narrow, long actual, BigDecimal exact, String what, long a, long b) {
    long rounded = narrow.format.round(exact).longValue();
    if (narrow.format.decode(rounded) == 0) {
      // The sign of a zero is that of IEEE 754, which the exact number doesn't know.
      assertThat(narrow.format.decode(actual)).as("%s %x %x", what, a, b).isZero();
    } else {
      assertThat(actual).as("%s %s %x %x", narrow, what, a, b).isEqualTo(rounded);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFusedProductAndSumIsRoundedOnce(Narrow narrow) {
    SplittableRandom random = new SplittableRandom(2);
    FloatCodec codec = FloatCodec.of(new dev.azulejo.ir.builtin.FloatType(narrow.format));
    for (int i = 0; i < SAMPLES; i++) {
      long a = narrow.bits(random);
      long b = narrow.bits(random);
      long c = narrow.bits(random);
      if (isUsable(narrow, a) && isUsable(narrow, b) && isUsable(narrow, c)) {
        BigDecimal exact = exact(narrow, a).multiply(exact(narrow, b)).add(exact(narrow, c));
        long sum = codec.encodeSum(codec.decode(a) * codec.decode(b), codec.decode(c));
        checkRounded(narrow, sum, exact, "fma", a, b);
      }
    }
  }

  @Test
  void aFusedSumSeesWhatADoubleForgets() {
    // A tie of bf16 that a number far below decides: 1.00000001 and 2^-100.
    FloatCodec codec = FloatCodec.of(dev.azulejo.ir.builtin.FloatType.BF16);
    double tie = 1 + 0x1p-8;
    assertThat(codec.encode(tie)).isEqualTo(0x3f80);
    assertThat(codec.encodeSum(tie, 0x1p-100)).isEqualTo(0x3f81);
    assertThat(codec.encodeSum(tie, -0x1p-100)).isEqualTo(0x3f80);
    assertThat(codec.encodeSum(1 + 3 * 0x1p-8, -0x1p-100)).isEqualTo(0x3f81);
  }

  @Test
  void f32IsJavas() {
    Simulation sum = Simulation.ofOperation("arith.addf %a, %b : f32", "f32", "f32", "f32");
    Simulation quotient = Simulation.ofOperation("arith.divf %a, %b : f32", "f32", "f32", "f32");
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < SAMPLES; i++) {
      float a = Float.intBitsToFloat(random.nextInt());
      float b = Float.intBitsToFloat(random.nextInt());
      assertThat(Float.compare(real(sum, a, b), a + b)).isZero();
      assertThat(Float.compare(real(quotient, a, b), a / b)).isZero();
    }
  }

  private static float real(Simulation simulation, float a, float b) {
    long bits =
        simulation.scalar(
            Float.floatToRawIntBits(a) & 0xffff_ffffL, Float.floatToRawIntBits(b) & 0xffff_ffffL);
    return Float.intBitsToFloat((int) bits);
  }

  @ParameterizedTest
  @CsvSource({
    "maximumf, 1, 2, 2",
    "maximumf, NaN, 2, NaN",
    "maximumf, -0.0, 0.0, 0.0",
    "minimumf, 1, 2, 1",
    "minimumf, 1, NaN, NaN",
    "minimumf, 0.0, -0.0, -0.0",
    "maxnumf, NaN, 2, 2",
    "maxnumf, 3, NaN, 3",
    "minnumf, NaN, 2, 2",
    "minnumf, -1, 2, -1",
    "remf, 5.5, -2, 1.5",
    "remf, -5.5, 2, -1.5",
    "divf, 1, 0, Infinity"
  })
  void nansAndSignsGoTheirWay(String name, float a, float b, float expected) {
    Simulation simulation =
        Simulation.ofOperation("arith.%s %%a, %%b : f32".formatted(name), "f32", "f32", "f32");
    assertThat(Float.compare(real(simulation, a, b), expected)).as("%s", name).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "oeq, 1, 1, true", "oeq, NaN, 1, false", "ogt, 2, 1, true", "oge, 1, 1, true",
    "olt, -1, 1, true", "ole, 2, 1, false", "one, 1, 2, true", "one, NaN, 2, false",
    "ord, 1, 2, true", "ord, NaN, 2, false", "ueq, NaN, 1, true", "ugt, NaN, 1, true",
    "uge, 0, 1, false", "ult, 0, 1, true", "ule, NaN, NaN, true", "une, 1, 1, false",
    "uno, NaN, 1, true", "uno, 1, 1, false", "true, 1, 1, true", "false, 1, 1, false",
    "oeq, 0.0, -0.0, true"
  })
  void comparisonsFollowTheirPredicate(String predicate, float a, float b, boolean holds) {
    Simulation simulation =
        Simulation.ofOperation(
            "arith.cmpf %s, %%a, %%b : f32".formatted(predicate), "i1", "f32", "f32");
    long bits =
        simulation.scalar(
            Float.floatToRawIntBits(a) & 0xffff_ffffL, Float.floatToRawIntBits(b) & 0xffff_ffffL);
    assertThat(bits).isEqualTo(holds ? -1 : 0);
  }

  @ParameterizedTest
  @EnumSource
  void wideningIsExactAndNarrowingGoesBack(Narrow narrow) {
    String type = narrow.type();
    Simulation wide =
        Simulation.ofOperation("arith.extf %%a : %s to f64".formatted(type), "f64", type);
    Simulation back =
        Simulation.ofOperation("arith.truncf %%a : f64 to %s".formatted(type), type, "f64");
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < SAMPLES; i++) {
      long bits = narrow.bits(random);
      if (isUsable(narrow, bits)) {
        long widened = wide.scalar(bits);
        assertThat(new BigDecimal(Double.longBitsToDouble(widened)))
            .isEqualByComparingTo(exact(narrow, bits));
        assertThat(back.scalar(widened)).isEqualTo(bits);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void integersAreRoundedOnce(Narrow narrow) {
    String type = narrow.type();
    Simulation signed =
        Simulation.ofOperation("arith.sitofp %%a : i64 to %s".formatted(type), type, "i64");
    Simulation unsigned =
        Simulation.ofOperation("arith.uitofp %%a : i64 to %s".formatted(type), type, "i64");
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < SAMPLES; i++) {
      long number = random.nextLong() >> random.nextInt(Long.SIZE);
      BigDecimal exact = new BigDecimal(number);
      checkRounded(narrow, signed.scalar(number), exact, "sitofp", number, 0);
      BigDecimal natural = new BigDecimal(Long.toUnsignedString(number));
      checkRounded(narrow, unsigned.scalar(number), natural, "uitofp", number, 0);
    }
  }

  @Test
  void bigIntegersAreRoundedOnceToDoubles() {
    Simulation signed = Simulation.ofOperation("arith.sitofp %a : i64 to f64", "f64", "i64");
    Simulation unsigned = Simulation.ofOperation("arith.uitofp %a : i64 to f64", "f64", "i64");
    SplittableRandom random = new SplittableRandom(6);
    for (int i = 0; i < SAMPLES; i++) {
      long number = random.nextLong() >> random.nextInt(Long.SIZE);
      assertThat(Double.longBitsToDouble(signed.scalar(number))).isEqualTo((double) number);
      assertThat(Double.longBitsToDouble(unsigned.scalar(number)))
          .isEqualTo(new BigInteger(Long.toUnsignedString(number)).doubleValue());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "fptosi, i32, 2.9, 2",
    "fptosi, i32, -2.9, -2",
    "fptosi, i8, 127.9, 127",
    "fptosi, i8, -128, -128",
    "fptoui, i8, 255.5, -1",
    "fptoui, i32, 3e9, -1294967296",
    "fptosi, i8, 128, 90",
    "fptoui, i8, -1, 90",
    "fptosi, i8, NaN, 90"
  })
  void fractionsAreCutOff(String name, String type, double value, long expected) {
    Simulation simulation =
        Simulation.ofOperation("arith.%s %%a : f64 to %s".formatted(name, type), type, "f64");
    assertThat(simulation.scalar(Double.doubleToRawLongBits(value))).isEqualTo(expected);
  }

  @Test
  void bitsAreSeenAsOtherTypes() {
    Simulation toInteger = Simulation.ofOperation("arith.bitcast %a : f16 to i16", "i16", "f16");
    Simulation toFloat = Simulation.ofOperation("arith.bitcast %a : i16 to bf16", "bf16", "i16");
    assertThat(toInteger.scalar(0xbc00)).isEqualTo((short) 0xbc00);
    assertThat(toFloat.scalar((short) 0xbf80)).isEqualTo(0xbf80);
    assertThat(Simulation.ofOperation("arith.negf %a : f16", "f16", "f16").scalar(0x3c00))
        .isEqualTo(0xbc00);
  }

  @Test
  void roundingModesThatAreNotHereAreRefused() {
    String text =
        """
        func.func @f() {
          %a = arith.constant 1.0 : f32
          %b = arith.truncf %a upward : f32 to f16
          return
        }
        """;
    assertThat(Simulation.of(text).failure())
        .isEqualTo("3: error: the simulator can't execute 'arith.truncf'");
  }
}
