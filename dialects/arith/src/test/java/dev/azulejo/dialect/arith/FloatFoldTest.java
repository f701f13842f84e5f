// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.arith;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.FloatAttr;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.number.FloatFormat;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Folds of floating-point numbers against Java's own arithmetic, on zeros, denormal numbers,
 * infinities, NaN and what lies around. Java's double has more than twice the bits of the narrow
 * formats, so that rounding its outcome once more is rounding the exact one.
 */
class FloatFoldTest {
  private final Folding folding = new Folding();

  private record Operator(String name, DoubleBinaryOperator onDoubles, Floats onFloats) {}

  @FunctionalInterface
  private interface Floats {
    float apply(float a, float b);
  }

  private static final List<Operator> OPERATORS =
      List.of(
          new Operator("addf", Double::sum, Float::sum),
          new Operator("subf", (a, b) -> a - b, (a, b) -> a - b),
          new Operator("mulf", (a, b) -> a * b, (a, b) -> a * b),
          new Operator("divf", (a, b) -> a / b, (a, b) -> a / b),
          new Operator("remf", (a, b) -> a % b, (a, b) -> a % b),
          new Operator("maximumf", Math::max, Math::max),
          new Operator("minimumf", Math::min, Math::min),
          new Operator("maxnumf", FloatFoldTest::maxNumber, (a, b) -> (float) maxNumber(a, b)),
          new Operator("minnumf", FloatFoldTest::minNumber, (a, b) -> (float) minNumber(a, b)));

  private static double maxNumber(double a, double b) {
    return Double.isNaN(a) ? b : Double.isNaN(b) ? a : Math.max(a, b);
  }

  private static double minNumber(double a, double b) {
    return Double.isNaN(a) ? b : Double.isNaN(b) ? a : Math.min(a, b);
  }

  static Stream<Arguments> cases() {
    return Stream.of(FloatFormat.F16, FloatFormat.BF16, FloatFormat.F32, FloatFormat.F64)
        .flatMap(format -> OPERATORS.stream().map(each -> Arguments.of(format, each)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void calculatesAsJavaDoes(FloatFormat format, Operator operator) {
    List<Long> numbers = numbers(format);
    for (long a : numbers) {
      for (long b : numbers) {
        check(format, operator, a, b);
      }
    }
  }

  private void check(FloatFormat format, Operator operator, long a, long b) {
    FloatType type = FloatType.of(format);
    BigInteger found =
        bits(folding.fold(operator.name(), type, constant(type, a), constant(type, b)));
    double left = format.decode(a);
    double right = format.decode(b);
    double expected =
        format == FloatFormat.F32
            ? operator.onFloats().apply((float) left, (float) right)
            : operator.onDoubles().applyAsDouble(left, right);
    if (Double.isNaN(expected)) {
      assertThat(format.isNan(found)).as("%s %x, %x", operator.name(), a, b).isTrue();
    } else {
      assertThat(found)
          .as("%s %x, %x", operator.name(), a, b)
          .isEqualTo(format.encodeWide(expected));
    }
  }

  private static BigInteger bits(@Nullable Object attribute) {
    assertThat(attribute).isInstanceOf(FloatAttr.class);
    return ((FloatAttr) attribute).bits();
  }

  private Value constant(FloatType type, long bits) {
    BigInteger unsigned =
        BigInteger.valueOf(bits).and(BigInteger.TWO.pow(type.width()).subtract(BigInteger.ONE));
    return folding.constant(FloatAttr.ofBits(type, unsigned));
  }

  /** Bits of numbers at all edges of a format, each with both signs, and some in between. */
  private static List<Long> numbers(FloatFormat format) {
    int fraction = format.precision() - 1;
    long one = (long) format.bias() << fraction;
    long infinity = format.infinity(false).longValueExact();
    long[] magnitudes = {
      0,
      1,
      (1L << fraction) - 1,
      1L << fraction,
      (1L << fraction) + 1,
      one - 1,
      one,
      one + 1,
      one + (1L << (fraction - 1)),
      one + (3L << fraction) + 5,
      one + 0x55,
      infinity - 1,
      infinity,
      infinity | 1L << (fraction - 1)
    };
    List<Long> all = new ArrayList<>();
    for (long magnitude : magnitudes) {
      all.add(magnitude);
      all.add(magnitude | 1L << (format.width() - 1));
    }
    return all;
  }

  @Test
  void aNanThatComesInGoesOut() {
    FloatType type = FloatType.F32;
    Value nan = constant(type, 0xFF800123L);
    Value other = constant(type, 0x7FC00456L);
    Value one = constant(type, 0x3F800000L);
    for (String name : List.of("addf", "subf", "mulf", "divf", "remf", "maximumf", "minimumf")) {
      assertThat(bits(folding.fold(name, type, nan, other))).as(name).isEqualTo(0xFFC00123L);
      assertThat(bits(folding.fold(name, type, one, other))).as(name).isEqualTo(0x7FC00456L);
    }
  }

  @ParameterizedTest
  @EnumSource(CmpFPredicate.class)
  void comparesAsJavaDoes(CmpFPredicate predicate) {
    FloatFormat format = FloatFormat.F16;
    FloatType type = FloatType.F16;
    for (long a : numbers(format)) {
      for (long b : numbers(format)) {
        double left = format.decode(a);
        double right = format.decode(b);
        boolean unordered = Double.isNaN(left) || Double.isNaN(right);
        String word = predicate.word();
        boolean expected =
            switch (word) {
              case "true" -> true;
              case "false" -> false;
              case "ord" -> !unordered;
              case "uno" -> unordered;
              default ->
                  (word.startsWith("u") && unordered)
                      || (!unordered && holds(word.substring(1), left, right));
            };
        List<Object> found =
            folding.fold(
                "cmpf",
                List.of(constant(type, a), constant(type, b)),
                List.of(IntegerType.I1),
                predicate.attribute());
        assertThat(found).as("%s %x, %x", word, a, b).containsExactly(IntegerAttr.bool(expected));
      }
    }
  }

  private static boolean holds(String relation, double left, double right) {
    return switch (relation) {
      case "eq" -> left == right;
      case "ne" -> left != right;
      case "lt" -> left < right;
      case "le" -> left <= right;
      case "gt" -> left > right;
      case "ge" -> left >= right;
      default -> throw new AssertionError(relation);
    };
  }

  @Test
  void integersBecomeTheNearestNumbers() {
    for (long number :
        new long[] {0, -1, 7, 2049, 2051, 65519, 65520, 16777217, 16777219, Long.MIN_VALUE}) {
      Value constant = folding.constant(IntegerAttr.i64(number));
      for (FloatFormat format : List.of(FloatFormat.F16, FloatFormat.BF16, FloatFormat.F32)) {
        FloatType type = FloatType.of(format);
        BigInteger expected = format.round(new java.math.BigDecimal(number));
        assertThat(bits(folding.fold("sitofp", type, constant))).isEqualTo(expected);
      }
      assertThat(bits(folding.fold("sitofp", FloatType.F32, constant)).intValue())
          .isEqualTo(Float.floatToRawIntBits((float) number));
      assertThat(bits(folding.fold("sitofp", FloatType.F64, constant)).longValue())
          .isEqualTo(Double.doubleToRawLongBits((double) number));
    }
  }

  @Test
  void numbersBecomeIntegersOnlyWhereTheyFit() {
    FloatFormat format = FloatFormat.F16;
    for (int bits = 0; bits < 1 << 16; bits++) {
      double number = format.decode(bits);
      double whole = number < 0 ? Math.ceil(number) : Math.floor(number);
      Value constant = constant(FloatType.F16, bits);
      Object signed =
          whole >= -128 && whole <= 127 ? IntegerAttr.of(IntegerType.I8, (long) whole) : null;
      Object unsigned =
          whole >= 0 && whole <= 255 ? IntegerAttr.of(IntegerType.I8, (long) whole) : null;
      assertThat(folding.fold("fptosi", IntegerType.I8, constant)).as("%x", bits).isEqualTo(signed);
      assertThat(folding.fold("fptoui", IntegerType.I8, constant))
          .as("%x", bits)
          .isEqualTo(unsigned);
    }
  }

  @Test
  void conversionsFoldOnlyWhereNothingIsLost() {
    FloatFormat format = FloatFormat.F32;
    for (long bits : numbers(format)) {
      double number = format.decode(bits);
      long half = FloatFormat.F16.encode(number);
      boolean kept =
          Double.isNaN(number) || Double.compare(FloatFormat.F16.decode(half), number) == 0;
      Object found = folding.fold("truncf", FloatType.F16, constant(FloatType.F32, bits));
      assertThat(found)
          .as("%x", bits)
          .isEqualTo(kept ? FloatAttr.ofBits(FloatType.F16, BigInteger.valueOf(half)) : null);
    }
    for (int bits = 0; bits < 1 << 16; bits++) {
      boolean signals = FloatFormat.F16.isNan(bits) && (bits & 0x200) == 0;
      Object found = folding.fold("extf", FloatType.F64, constant(FloatType.F16, bits));
      Object expected = FloatAttr.of(FloatType.F64, FloatFormat.F16.decode(bits));
      assertThat(found).as("%x", bits).isEqualTo(signals ? null : expected);
    }
  }

  @Test
  void castingBitsChangesNone() {
    for (int bits = 0; bits < 1 << 16; bits++) {
      Value constant = constant(FloatType.BF16, bits);
      Object integer = folding.fold("bitcast", IntegerType.I16, constant);
      assertThat(integer).isEqualTo(IntegerAttr.of(IntegerType.I16, bits));
      Value back = folding.constant((IntegerAttr) integer);
      assertThat(bits(folding.fold("bitcast", FloatType.BF16, back))).isEqualTo(bits);
    }
  }
}
