// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.ir.Operation;
import dev.azulejo.ir.number.FloatFormat;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConversionsTest {
  private static long bits(double value) {
    return Float.floatToRawIntBits((float) value) & 0xffff_ffffL;
  }

  private static long convert(String says, String from, String to, long operand) {
    Operation op = Instructions.op("%d = ptx.cvt %0 {" + says + "} : " + from + " -> " + to, from);
    return Instructions.compute(op, operand);
  }

  @ParameterizedTest
  @CsvSource({"rni, HALF_EVEN", "rzi, DOWN", "rmi, FLOOR", "rpi, CEILING"})
  void roundsToWholeNumbers(String rounding, RoundingMode mode) {
    String says = "rounding = \"" + rounding + "\"";
    for (double value : new double[] {0, 0.5, 1.5, 2.5, -0.5, -1.5, 2.4999, -7.75, 1e6 + 0.5}) {
      long expected = new BigDecimal((float) value).setScale(0, mode).longValueExact();
      assertThat(convert(says, "f32", "i32", bits(value))).isEqualTo(expected);
      assertThat(convert(says, "f32", "i64", bits(value))).isEqualTo(expected);
    }
    assertThat(convert(says, "f32", "i32", bits(1e20))).isEqualTo(Integer.MAX_VALUE);
    assertThat(convert(says, "f32", "i32", bits(-1e20))).isEqualTo(Integer.MIN_VALUE);
    assertThat(convert(says, "f32", "i32", bits(Double.NaN))).isZero();
    assertThat(convert(says + ", to = \"u32\"", "f32", "i32", bits(3e9)))
        .isEqualTo(3_000_000_000L - (1L << 32));
    assertThat(convert(says + ", to = \"u32\"", "f32", "i32", bits(-3))).isZero();
    assertThat(convert(says + ", to = \"u64\"", "f32", "i64", bits(0x1p63)))
        .isEqualTo(Long.MIN_VALUE);
    assertThat(convert(says + ", to = \"u64\"", "f32", "i64", bits(0x1p70))).isEqualTo(-1);
    assertThat(convert(says + ", to = \"s8\"", "f32", "i32", bits(300))).isEqualTo(127);
    assertThat(convert(says, "f32", "f32", bits(2.5)))
        .isEqualTo(bits(new BigDecimal("2.5").setScale(0, mode).doubleValue()));
  }

  @Test
  void extendsAndCutsWholeNumbers() {
    assertThat(convert("", "i16", "i32", -5)).isEqualTo(-5);
    assertThat(convert("from = \"u16\", to = \"u32\"", "i16", "i32", -5)).isEqualTo(0xfffb);
    assertThat(convert("from = \"u32\", to = \"u64\"", "i32", "i64", -1)).isEqualTo(0xffff_ffffL);
    assertThat(convert("", "i64", "i32", 0x1_8000_0001L)).isEqualTo(Integer.MIN_VALUE + 1);
    assertThat(convert("from = \"s8\"", "i32", "i32", 0x1ff)).isEqualTo(-1);
    assertThat(convert("to = \"u8\"", "i32", "i32", 0x1ff)).isEqualTo(255);
    assertThat(convert("to = \"s8\", sat", "i32", "i32", 300)).isEqualTo(127);
    assertThat(convert("to = \"u8\", sat", "i32", "i32", -300)).isZero();
    assertThat(convert("to = \"s8\", from = \"u32\", sat", "i32", "i32", -1)).isEqualTo(127);
  }

  @ParameterizedTest
  @CsvSource({"rn, HALF_EVEN", "rz, DOWN", "rm, FLOOR", "rp, CEILING"})
  void roundsWholeNumbersOnce(String rounding, RoundingMode mode) {
    String says = "rounding = \"" + rounding + "\"";
    for (long value :
        new long[] {0, 7, -7, (1 << 24) + 1, -(1 << 24) - 1, (1 << 24) + 3, 0x7fff_ffff}) {
      assertThat(convert(says, "i32", "f32", value)).isEqualTo(bits(single(value, mode)));
      assertThat(convert(says, "i64", "f32", value << 30))
          .isEqualTo(bits(Math.scalb(single(value, mode), 30)));
    }
    // A tie but for the last bit, which a double has lost.
    long near = (1L << 62) + (1L << 38) + (mode == RoundingMode.HALF_EVEN ? 1 : 0);
    boolean up = mode == RoundingMode.HALF_EVEN || mode == RoundingMode.CEILING;
    assertThat(convert(says, "i64", "f32", near)).isEqualTo(bits(0x1p62 + (up ? 0x1p39 : 0)));
    assertThat(convert(says + ", from = \"u64\"", "i64", "f32", Long.MIN_VALUE))
        .isEqualTo(bits(0x1p63));
    double past = mode == RoundingMode.CEILING ? Math.nextUp(0x1p63) : 0x1p63;
    assertThat(convert(says + ", from = \"u64\"", "i64", "f64", Long.MIN_VALUE + 1))
        .isEqualTo(Double.doubleToLongBits(past));
  }

  /** A whole number of at most 32 bits with 24 digits. */
  private static double single(long value, RoundingMode mode) {
    int lost = Math.max(0, 64 - Long.numberOfLeadingZeros(Math.abs(value)) - 24);
    BigDecimal step = new BigDecimal(1L << lost);
    return new BigDecimal(value).divide(step, 0, mode).multiply(step).doubleValue();
  }

  /** As an H200 does it. */
  @Test
  void makesOfNaNWhatHardwareDoes() {
    long quiet = 0x7fc0_0000L;
    long other = 0x7f80_0001L;
    assertThat(convert("rounding = \"rni\", to = \"u32\"", "f32", "i32", quiet)).isZero();
    assertThat(convert("rounding = \"rni\"", "f32", "i64", quiet)).isEqualTo(Long.MIN_VALUE);
    assertThat(convert("to = \"tf32\", rounding = \"rn\"", "f32", "i32", other))
        .isEqualTo(0x7fff_e000L);
    assertThat(convert("to = \"tf32\", rounding = \"rna\"", "f32", "i32", other))
        .isEqualTo(0x7f80_0000L);
    assertThat(convert("", "bf16", "f32", 0xffff)).isEqualTo(0xffff_0000L);
    assertThat(convert("", "f16", "f32", 0x7e01)).isEqualTo(0x7fff_ffffL);
    assertThat(pair("e5m2x2", "{satfinite}", "i16", Double.NaN, 1)).isEqualTo(0x7f3c);
  }

  @Test
  void changesFormats() {
    assertThat(convert("", "f16", "f32", 0x3e00)).isEqualTo(bits(1.5));
    assertThat(convert("rounding = \"rn\"", "f32", "f16", bits(1 + 0x1p-11))).isEqualTo(0x3c00);
    assertThat(convert("rounding = \"rz\"", "f32", "f16", bits(1e6))).isEqualTo(0x7bff);
    assertThat(convert("rounding = \"rn\"", "f32", "f16", bits(1e6))).isEqualTo(0x7c00);
    assertThat(convert("rounding = \"rn\", relu", "f32", "f16", bits(-3))).isZero();
    assertThat(convert("rounding = \"rn\"", "f32", "bf16", bits(1 + 0x3p-8))).isEqualTo(0x3f82);
    assertThat(convert("", "f32", "f64", bits(-1.25))).isEqualTo(Double.doubleToLongBits(-1.25));
    assertThat(convert("rounding = \"rp\"", "f64", "f32", Double.doubleToLongBits(1 + 1e-12)))
        .isEqualTo(bits(Math.nextUp(1f)));
    assertThat(convert("rounding = \"rn\"", "f32", "f16", bits(Double.NaN))).isEqualTo(0x7fff);
  }

  @Test
  void roundsTiesOfTf32AwayFromZero() {
    String away = "to = \"tf32\", rounding = \"rna\"";
    assertThat(convert(away, "f32", "i32", bits(1 + 0x1p-11))).isEqualTo(bits(1 + 0x1p-10));
    assertThat(convert(away, "f32", "i32", bits(1 + 0x1p-12))).isEqualTo(bits(1));
    assertThat(convert(away, "f32", "i32", bits(-1 - 0x1p-11)) & 0xffff_ffffL)
        .isEqualTo(bits(-1 - 0x1p-10));
    String even = "to = \"tf32\", rounding = \"rn\"";
    assertThat(convert(even, "f32", "i32", bits(1 + 0x1p-11))).isEqualTo(bits(1));
    assertThat(convert(even, "f32", "i32", bits(1 + 0x3p-11))).isEqualTo(bits(1 + 0x1p-9));
  }

  private static long pair(String to, String says, String type, double high, double low) {
    Operation op =
        Instructions.op("%d = ptx.cvt.pair " + to + " %0, %1 " + says + " : " + type, "f32", "f32");
    return Instructions.compute(op, bits(high), bits(low));
  }

  @Test
  void putsTheFirstNumberOfAPairAbove() {
    assertThat(pair("f16x2", "", "i32", 2, 1)).isEqualTo(0x4000_3c00);
    assertThat(pair("f16x2", "", "i32", -2, 1)).isEqualTo(0xc000_3c00);
    assertThat(pair("f16x2", "{relu}", "i32", -2, 1)).isEqualTo(0x0000_3c00);
    assertThat(pair("bf16x2", "{rounding = \"rz\"}", "i32", 1 + 0x1.8p-7, 1))
        .isEqualTo(0x3f81_3f80);
    assertThat(pair("e4m3x2", "{satfinite}", "i16", 1000, 1)).isEqualTo(0x7e38);
    assertThat(pair("e5m2x2", "{satfinite}", "i16", 1e9, 1)).isEqualTo(0x7b3c);
    assertThat(pair("e4m3x2", "{satfinite}", "i16", -1000, Double.NaN) & 0xffff).isEqualTo(0xfe7f);
    assertThat(pair("f16x2", "{satfinite}", "i32", 1e9, 1)).isEqualTo(0x7bff_3c00);
  }

  @Test
  void widensPairsExactly() {
    String says = "{rounding = \"rn\", from = \"e4m3x2\", to = \"f16x2\"}";
    Operation op = Instructions.op("%d = ptx.cvt %0 " + says + " : i16 -> i32", "i16");
    for (int i = 0; i < 256; i++) {
      double value = FloatFormat.F8E4M3FN.decode(i);
      long half = Double.isNaN(value) ? 0x7fff : FloatFormat.F16.encode(value);
      assertThat(Instructions.compute(op, (short) (i << 8 | 0x38)))
          .isEqualTo(Width.W32.signed(half << 16 | 0x3c00));
    }
    String back = "{rounding = \"rn\", satfinite, from = \"f16x2\", to = \"e4m3x2\"}";
    Operation narrow = Instructions.op("%d = ptx.cvt %0 " + back + " : i32 -> i16", "i32");
    assertThat(Instructions.compute(narrow, 0x4000_3c00)).isEqualTo(0x4038);
  }

  @Test
  void packsWholeNumbersInRange() {
    Operation bytes = Instructions.op("%d = ptx.cvt.pack s8 %0, %1, %2", "i32", "i32", "i32");
    assertThat(Instructions.compute(bytes, 300, -2, 0x1234_5678)).isEqualTo(0x5678_7ffe);
    Operation words = Instructions.op("%d = ptx.cvt.pack u16 %0, %1", "i32", "i32");
    assertThat(Instructions.compute(words, -3, 70000)).isEqualTo(0x0000_ffff);
    Operation nibbles = Instructions.op("%d = ptx.cvt.pack s4 %0, %1, %2", "i32", "i32", "i32");
    assertThat(Instructions.compute(nibbles, 3, -9, 0x0123_4567)).isEqualTo(0x2345_6738);
  }

  @Test
  void refusesWhatIsNotKnownYet() {
    Operation op =
        Instructions.op(
            "%d = ptx.cvt.pair ue8m0x2 %0, %1 {rounding = \"rp\", satfinite} : i16", "f32", "f32");
    assertThat(Arithmetic.of(op)).isNull();
  }
}
