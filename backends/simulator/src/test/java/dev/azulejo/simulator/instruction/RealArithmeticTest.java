// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.ir.Operation;
import dev.azulejo.ir.number.FloatFormat;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Instructions on floating-point numbers against exact ones, in every direction of rounding. */
final class RealArithmeticTest {
  private static final int PAIRS = 400;

  /** The pattern that an exact number is rounded to, found among its neighbours. */
  private static BigInteger round(FloatFormat format, BigDecimal exact, String rounding) {
    BigInteger near = format.round(exact);
    if (rounding.equals("rn")) {
      return near;
    }
    BigInteger sign = BigInteger.ONE.shiftLeft(format.width() - 1);
    BigInteger size = near.andNot(sign);
    boolean negative = exact.signum() < 0;
    boolean outwards = rounding.equals("rm") ? negative : rounding.equals("rp") && !negative;
    // The largest size at or below the exact one, then one step out if it is not exact.
    while (format.isInfinite(size) || format.exact(size).compareTo(exact.abs()) > 0) {
      size = size.subtract(BigInteger.ONE);
    }
    while (!format.isInfinite(size.add(BigInteger.ONE))
        && format.exact(size.add(BigInteger.ONE)).compareTo(exact.abs()) <= 0) {
      size = size.add(BigInteger.ONE);
    }
    if (outwards && format.exact(size).compareTo(exact.abs()) < 0) {
      size = size.add(BigInteger.ONE);
    }
    return negative ? size.or(sign) : size;
  }

  private static long pattern(SplittableRandom random, FloatFormat format) {
    // Near each other in size, so that sums round; now and then anything finite.
    double scale = Math.scalb(random.nextDouble(1, 2), random.nextInt(-8, 8));
    long bits = format.encode(random.nextBoolean() ? scale : -scale);
    long any = random.nextLong() & (format.width() == 64 ? -1 : (1L << format.width()) - 1);
    return random.nextInt(4) == 0 && format.isFinite(any) ? any : bits;
  }

  private static BigDecimal exact(FloatFormat format, long bits) {
    BigInteger low = BigInteger.valueOf(bits).mod(BigInteger.ONE.shiftLeft(format.width()));
    return format.exact(low);
  }

  private static void check(
      FloatFormat format, String rounding, Operation op, BigDecimal exact, long... operands) {
    if (exact.signum() == 0) {
      return;
    }
    BigInteger mod = BigInteger.ONE.shiftLeft(format.width());
    assertThat(BigInteger.valueOf(Instructions.compute(op, operands)).mod(mod))
        .as("%s of %s", op, java.util.Arrays.toString(operands))
        .isEqualTo(round(format, exact, rounding));
  }

  @ParameterizedTest
  @CsvSource({
    "f32, rn",
    "f32, rz",
    "f32, rm",
    "f32, rp",
    "f64, rn",
    "f64, rz",
    "f64, rm",
    "f64, rp",
    "f16, rn",
    "bf16, rn"
  })
  void roundsOnce(String type, String rounding) {
    FloatFormat format = FloatFormat.named(type).orElseThrow();
    String says = " {rounding = \"" + rounding + "\"} : " + type;
    Operation add = Instructions.op("%d = ptx.add %0, %1" + says, type, type);
    Operation sub = Instructions.op("%d = ptx.sub %0, %1" + says, type, type);
    Operation mul = Instructions.op("%d = ptx.mul %0, %1" + says, type, type);
    Operation fma = Instructions.op("%d = ptx.fma %0, %1, %2" + says, type, type, type);
    var random = new SplittableRandom(7);
    for (int i = 0; i < PAIRS; i++) {
      long a = pattern(random, format);
      long b = pattern(random, format);
      long c = pattern(random, format);
      BigDecimal left = exact(format, a);
      BigDecimal right = exact(format, b);
      check(format, rounding, add, left.add(right), a, b);
      check(format, rounding, sub, left.subtract(right), a, b);
      check(format, rounding, mul, left.multiply(right), a, b);
      check(format, rounding, fma, left.multiply(right).add(exact(format, c)), a, b, c);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "f32, rn", "f32, rz", "f32, rm", "f32, rp", "f64, rn", "f64, rz", "f64, rm", "f64, rp"
  })
  void roundsQuotientsAndRoots(String type, String rounding) {
    FloatFormat format = FloatFormat.named(type).orElseThrow();
    String says = " {rounding = \"" + rounding + "\"} : " + type;
    Operation div = Instructions.op("%d = ptx.div %0, %1" + says, type, type);
    Operation rcp = Instructions.op("%d = ptx.rcp %0" + says, type);
    Operation sqrt = Instructions.op("%d = ptx.sqrt %0" + says, type);
    // More digits than any tie needs.
    var context = new MathContext(1200);
    var random = new SplittableRandom(8);
    for (int i = 0; i < PAIRS / 4; i++) {
      long a = pattern(random, format);
      long b = pattern(random, format);
      if (exact(format, b).signum() == 0) {
        continue;
      }
      check(format, rounding, div, exact(format, a).divide(exact(format, b), context), a, b);
      check(format, rounding, rcp, BigDecimal.ONE.divide(exact(format, b), context), b);
      long size = b & (1L << (format.width() - 1)) - 1;
      check(format, rounding, sqrt, exact(format, size).sqrt(context), size);
    }
  }

  @Test
  void sumsOfNothingHaveTheSignOfTheRounding() {
    long one = Float.floatToIntBits(1);
    long minus = Float.floatToIntBits(-1) & 0xffff_ffffL;
    assertThat(binary("add", "{rounding = \"rm\"} ", one, minus)).isEqualTo(0x8000_0000L);
    assertThat(binary("add", "", one, minus)).isZero();
    assertThat(binary("add", "{rounding = \"rm\"} ", 0, 0)).isZero();
    assertThat(binary("add", "", 0x8000_0000L, 0x8000_0000L)).isEqualTo(0x8000_0000L);
  }

  private static long binary(String name, String says, long a, long b) {
    return Instructions.compute(
        Instructions.op("%d = ptx." + name + " %0, %1 " + says + ": f32", "f32", "f32"), a, b);
  }

  private static long bits(float value) {
    return Float.floatToRawIntBits(value) & 0xffff_ffffL;
  }

  @Test
  void flushesAndSaturatesWhereItIsAsked() {
    long tiny = bits(Float.MIN_NORMAL / 2);
    assertThat(binary("add", "", tiny, tiny)).isEqualTo(bits(Float.MIN_NORMAL));
    assertThat(binary("add", "{ftz} ", tiny, tiny)).isZero();
    assertThat(binary("mul", "{ftz} ", bits(Float.MIN_NORMAL), bits(-0.5f))).isEqualTo(bits(-0f));
    assertThat(binary("mul", "", bits(Float.MIN_NORMAL), bits(-0.5f)))
        .isEqualTo(bits(-Float.MIN_NORMAL / 2));
    assertThat(binary("add", "{sat} ", bits(3), bits(4))).isEqualTo(bits(1));
    assertThat(binary("add", "{sat} ", bits(3), bits(-4))).isZero();
    assertThat(binary("add", "{sat} ", bits(Float.NaN), bits(-4))).isZero();
    assertThat(binary("add", "", bits(Float.NaN), bits(-4))).isEqualTo(0x7fff_ffffL);
    Operation relu = Instructions.op("%d = ptx.fma %0, %1, %2 {relu} : f16", "f16", "f16", "f16");
    assertThat(Instructions.compute(relu, 0x3c00, 0xbc00, 0x0000)).isZero();
    assertThat(Instructions.compute(relu, 0x3c00, 0x3c00, 0x3c00)).isEqualTo(0x4000);
  }

  @Test
  void picksNumbersOverNaN() {
    long nan = bits(Float.NaN);
    assertThat(binary("max", "", nan, bits(2))).isEqualTo(bits(2));
    assertThat(binary("max", "{nan} ", nan, bits(2))).isEqualTo(0x7fff_ffffL);
    assertThat(binary("min", "", nan, nan)).isEqualTo(0x7fff_ffffL);
    assertThat(binary("min", "", bits(0f), bits(-0f))).isEqualTo(bits(-0f));
    assertThat(binary("max", "", bits(-0f), bits(0f))).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "eq, 0, 0", "ne, 1, 0", "lt, 1, 0", "le, 1, 0", "gt, 0, 0", "ge, 0, 0", "equ, 0, 1",
    "neu, 1, 1", "ltu, 1, 1", "leu, 1, 1", "gtu, 0, 1", "geu, 0, 1", "num, 1, 0", "nan, 0, 1"
  })
  void comparesWhatHasNoOrder(String comparison, int ofNumbers, int ofNaN) {
    Operation op = Instructions.op("%p = ptx.setp " + comparison + " %0, %1 : f32", "f32", "f32");
    assertThat(Instructions.compute(op, bits(1), bits(2))).isEqualTo(-ofNumbers);
    assertThat(Instructions.compute(op, bits(1), bits(Float.NaN))).isEqualTo(-ofNaN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"f16x2", "bf16x2"})
  void computesOnPairs(String packed) {
    String type = packed.replace("x2", "");
    FloatFormat format = FloatFormat.named(type).orElseThrow();
    Operation pair =
        Instructions.op("%d = ptx.add %0, %1 {packed = \"" + packed + "\"} : i32", "i32", "i32");
    var random = new SplittableRandom(9);
    for (int i = 0; i < PAIRS; i++) {
      long high = pattern(random, format);
      long low = pattern(random, format);
      long other = pattern(random, format);
      BigInteger upper = round(format, exact(format, high).add(exact(format, other)), "rn");
      BigInteger lower = round(format, exact(format, low).add(exact(format, other)), "rn");
      long result = Instructions.compute(pair, high << 16 | low, other << 16 | other);
      assertThat(result).isEqualTo(Width.W32.signed(upper.longValue() << 16 | lower.longValue()));
    }
  }

  @Test
  void changesSigns() {
    assertThat(unary("abs", "f32", bits(-2))).isEqualTo(bits(2));
    assertThat(unary("neg", "f32", bits(2))).isEqualTo(bits(-2));
    assertThat(unary("neg", "f16", 0x3c00)).isEqualTo(0xbc00);
    assertThat(unary("neg", "f32", bits(Float.NaN))).isEqualTo(0x7fff_ffffL);
    assertThat(unary("abs", "f16", 0xfe01)).isEqualTo(0x7fff);
    assertThat(unary("abs", "f64", Double.doubleToLongBits(-2)))
        .isEqualTo(Double.doubleToLongBits(2));
  }

  private static long unary(String name, String type, long value) {
    return Instructions.compute(Instructions.op("%d = ptx." + name + " %0 : " + type, type), value);
  }

  @Test
  void approximatesWithinAHalfStep() {
    for (float value : new float[] {0.25f, 1, 3, -1.5f, 10.7f, 1e-3f}) {
      assertThat(unary("ex2", "f32", bits(value))).isEqualTo(bits((float) Math.pow(2, value)));
      assertThat(unary("tanh", "f32", bits(value))).isEqualTo(bits((float) Math.tanh(value)));
    }
    Operation lg2 = Instructions.op("%d = ptx.lg2 %0", "f32");
    assertThat(Instructions.compute(lg2, bits(8))).isEqualTo(bits(3));
    assertThat(Instructions.compute(lg2, bits(-1))).isEqualTo(0x7fff_ffffL);
    Operation sin = Instructions.op("%d = ptx.sin %0", "f32");
    assertThat(Instructions.compute(sin, bits(1))).isEqualTo(bits((float) Math.sin(1)));
    Operation cos = Instructions.op("%d = ptx.cos %0 {ftz}", "f32");
    assertThat(Instructions.compute(cos, bits(1))).isEqualTo(bits((float) Math.cos(1)));
    Operation rsqrt = Instructions.op("%d = ptx.rsqrt %0 : f32", "f32");
    assertThat(Instructions.compute(rsqrt, bits(16))).isEqualTo(bits(0.25f));
    Operation fast = Instructions.op("%d = ptx.div %0, %1 {approx} : f32", "f32", "f32");
    assertThat(Instructions.compute(fast, bits(1), bits(3))).isEqualTo(bits(1f / 3));
  }
}
