// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.ir.Operation;
import java.math.BigInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Instructions on whole numbers against exact ones, at the edges of every width. */
final class WholeNumbersTest {
  private static final long[] EDGES = {
    0,
    1,
    2,
    3,
    7,
    31,
    32,
    33,
    63,
    64,
    255,
    -1,
    -2,
    -7,
    0x7fff,
    0x8000,
    0x7fff_ffffL,
    0x8000_0000L,
    0x1_0000_0000L,
    Long.MAX_VALUE,
    Long.MIN_VALUE,
    0x1234_5678_9abc_def0L
  };

  @FunctionalInterface
  private interface Exact {
    BigInteger apply(BigInteger a, BigInteger b);
  }

  private record Case(String text, Exact exact, boolean dividing) {
    @Override
    public String toString() {
      return text;
    }
  }

  private static Case of(String name, Exact exact) {
    return new Case("ptx." + name, exact, false);
  }

  static Stream<Case> cases() {
    return Stream.of(
        of("add", BigInteger::add),
        of("sub", BigInteger::subtract),
        of("mul", BigInteger::multiply),
        new Case("ptx.div", BigInteger::divide, true),
        new Case("ptx.rem", BigInteger::remainder, true),
        of("min", BigInteger::min),
        of("max", BigInteger::max),
        of("and", BigInteger::and),
        of("or", BigInteger::or),
        of("xor", BigInteger::xor));
  }

  private static BigInteger read(long bits, int width, boolean unsigned) {
    BigInteger low = BigInteger.valueOf(bits).mod(BigInteger.ONE.shiftLeft(width));
    return !unsigned && low.testBit(width - 1)
        ? low.subtract(BigInteger.ONE.shiftLeft(width))
        : low;
  }

  private static long wrap(BigInteger value, int width) {
    return read(value.longValue(), width, false).longValue();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void wrapsAsExactNumbersDo(Case one) {
    for (int width : new int[] {16, 32, 64}) {
      for (boolean unsigned : new boolean[] {false, true}) {
        boolean says = unsigned && one.text().matches("ptx.(div|rem|min|max)");
        String type = "i" + width;
        Operation op =
            Instructions.op(
                "%d = " + one.text() + " %0, %1 " + (says ? "{unsigned} " : "") + ": " + type,
                type,
                type);
        for (long a : EDGES) {
          for (long b : EDGES) {
            BigInteger left = read(a, width, says);
            BigInteger right = read(b, width, says);
            if (one.dividing() && right.signum() == 0) {
              continue;
            }
            long expected = wrap(one.exact().apply(left, right), width);
            assertThat(Instructions.compute(op, left.longValue(), right.longValue()))
                .as("%s %s %s", op, left, right)
                .isEqualTo(expected);
          }
        }
      }
    }
  }

  @Test
  void shiftsFartherThanTheWidthLeaveNothing() {
    for (int width : new int[] {16, 32, 64}) {
      String type = "i" + width;
      Operation left = Instructions.op("%d = ptx.shl %0, %1 : " + type, type, "i32");
      Operation right = Instructions.op("%d = ptx.shr %0, %1 : " + type, type, "i32");
      Operation logical = Instructions.op("%d = ptx.shr %0, %1 {unsigned} : " + type, type, "i32");
      for (long bits : EDGES) {
        long a = wrap(BigInteger.valueOf(bits), width);
        for (int by : new int[] {0, 1, 5, 15, 16, 17, 31, 32, 33, 63, 64, 65, 255, 256, -1}) {
          int far = by < 0 ? 64 : Math.min(by, 64);
          assertThat(Instructions.compute(left, a, by))
              .isEqualTo(wrap(BigInteger.valueOf(a).shiftLeft(far), width));
          assertThat(Instructions.compute(right, a, by))
              .isEqualTo(wrap(BigInteger.valueOf(a).shiftRight(far), width));
          assertThat(Instructions.compute(logical, a, by))
              .isEqualTo(wrap(read(a, width, true).shiftRight(far), width));
        }
      }
    }
  }

  @Test
  void productsHaveTwoHalves() {
    for (boolean unsigned : new boolean[] {false, true}) {
      String says = unsigned ? "{unsigned} " : "";
      for (int width : new int[] {16, 32, 64}) {
        String type = "i" + width;
        Operation high =
            Instructions.op("%d = ptx.mul.hi %0, %1 " + says + ": " + type, type, type);
        Operation low = Instructions.op("%d = ptx.mad %0, %1, %2 : " + type, type, type, type);
        for (long x : EDGES) {
          for (long y : EDGES) {
            BigInteger a = read(x, width, unsigned);
            BigInteger b = read(y, width, unsigned);
            BigInteger product = a.multiply(b);
            assertThat(Instructions.compute(high, a.longValue(), b.longValue()))
                .isEqualTo(wrap(product.shiftRight(width), width));
            assertThat(Instructions.compute(low, a.longValue(), b.longValue(), 77))
                .isEqualTo(wrap(product.add(BigInteger.valueOf(77)), width));
            if (width < 64) {
              wide(says, width, a, b);
            }
          }
        }
      }
    }
  }

  private static void wide(String says, int width, BigInteger a, BigInteger b) {
    String type = "i" + width;
    BigInteger product = a.multiply(b);
    Operation wide = Instructions.op("%d = ptx.mul.wide %0, %1 " + says + ": " + type, type, type);
    Operation sum =
        Instructions.op(
            "%d = ptx.mad.wide %0, %1, %2 " + says + ": " + type, type, type, "i" + 2 * width);
    assertThat(Instructions.compute(wide, a.longValue(), b.longValue()))
        .isEqualTo(wrap(product, 2 * width));
    assertThat(Instructions.compute(sum, a.longValue(), b.longValue(), -5))
        .isEqualTo(wrap(product.subtract(BigInteger.valueOf(5)), 2 * width));
  }

  @Test
  void sumsThatSaturateStop() {
    Operation add = Instructions.op("%d = ptx.add %0, %1 {sat} : i32", "i32", "i32");
    Operation sub = Instructions.op("%d = ptx.sub %0, %1 {sat} : i32", "i32", "i32");
    assertThat(Instructions.compute(add, Integer.MAX_VALUE, 1)).isEqualTo(Integer.MAX_VALUE);
    assertThat(Instructions.compute(add, Integer.MIN_VALUE, -1)).isEqualTo(Integer.MIN_VALUE);
    assertThat(Instructions.compute(sub, Integer.MIN_VALUE, 1)).isEqualTo(Integer.MIN_VALUE);
    assertThat(Instructions.compute(sub, 5, 7)).isEqualTo(-2);
  }

  @Test
  void extractsBitFieldsBitByBit() {
    for (int width : new int[] {32, 64}) {
      String type = "i" + width;
      Operation signed = Instructions.op("%d = ptx.bfe %0, %1, %2 : " + type, type, "i32", "i32");
      Operation unsigned =
          Instructions.op("%d = ptx.bfe %0, %1, %2 {unsigned} : " + type, type, "i32", "i32");
      Operation insert =
          Instructions.op("%d = ptx.bfi %0, %1, %2, %3 : " + type, type, type, "i32", "i32");
      for (long bits : EDGES) {
        BigInteger a = read(bits, width, true);
        long value = wrap(a, width);
        for (int position = 0; position < 70; position += 3) {
          for (int length = 0; length < 70; length += 3) {
            assertThat(Instructions.compute(signed, value, position, length + 256))
                .isEqualTo(field(a, width, position, length, false));
            assertThat(Instructions.compute(unsigned, value, position + 512, length))
                .isEqualTo(field(a, width, position, length, true));
            BigInteger inserted = BigInteger.valueOf(0x6996_3cc3_5a5a_0ff0L);
            BigInteger expected = a;
            for (int i = 0; i < length && position + i < width; i++) {
              int at = position + i;
              expected = inserted.testBit(i) ? expected.setBit(at) : expected.clearBit(at);
            }
            assertThat(Instructions.compute(insert, inserted.longValue(), value, position, length))
                .isEqualTo(wrap(expected, width));
          }
        }
      }
    }
  }

  private static long field(BigInteger a, int width, int position, int length, boolean unsigned) {
    boolean sign = !unsigned && length > 0 && a.testBit(Math.min(position + length - 1, width - 1));
    BigInteger result = BigInteger.ZERO;
    for (int i = 0; i < width; i++) {
      boolean inside = i < length && position + i < width;
      if (inside ? a.testBit(position + i) : sign) {
        result = result.setBit(i);
      }
    }
    return wrap(result, width);
  }

  @Test
  void countsAndTurnsBits() {
    for (int width : new int[] {32, 64}) {
      String type = "i" + width;
      for (long bits : EDGES) {
        BigInteger a = read(bits, width, true);
        long value = wrap(a, width);
        BigInteger turned = BigInteger.ZERO;
        for (int i = 0; i < width; i++) {
          turned = a.testBit(i) ? turned.setBit(width - 1 - i) : turned;
        }
        assertThat(unary("clz", type, value)).isEqualTo(width - a.bitLength());
        assertThat(unary("popc", type, value)).isEqualTo(a.bitCount());
        assertThat(unary("brev", type, value)).isEqualTo(wrap(turned, width));
        assertThat(unary("not", type, value)).isEqualTo(wrap(a.not(), width));
        assertThat(unary("neg", type, value)).isEqualTo(wrap(a.negate(), width));
        assertThat(unary("abs", type, value))
            .isEqualTo(wrap(read(bits, width, false).abs(), width));
      }
    }
  }

  private static long unary(String name, String type, long value) {
    return Instructions.compute(Instructions.op("%d = ptx." + name + " %0 : " + type, type), value);
  }

  @ParameterizedTest
  @CsvSource({
    // A table is what it makes of 0xF0, 0xCC and 0xAA.
    "0xEA",
    "0x80",
    "0x96",
    "0x01",
    "0xFE",
    "0xCA"
  })
  void combinesBitsByATable(String table) {
    int wanted = Integer.decode(table);
    Operation op = Instructions.op("%d = ptx.lop3 " + wanted + " %0, %1, %2", "i32", "i32", "i32");
    long result = Instructions.compute(op, 0xF0, 0xCC, 0xAA);
    assertThat(result & 0xff).isEqualTo(wanted);
    assertThat(result >> 8).isEqualTo((wanted & 1) != 0 ? -1 : 0);
  }

  @ParameterizedTest
  @CsvSource({
    "0x3210, 0x44332211",
    "0x7654, 0x88776655",
    "0x0123, 0x11223344",
    "0x5140, 0x66225511",
    // The eighth bit asks for the sign.
    "0xC8F0, 0x0000FF11",
    "0xFFFF, 0xFFFFFFFF"
  })
  void picksBytes(String selector, String expected) {
    Operation op = Instructions.op("%d = ptx.prmt %0, %1, %2", "i32", "i32", "i32");
    long a = 0x4433_2211L;
    long b = 0x8877_6655L;
    assertThat(Instructions.compute(op, a, b, Integer.decode(selector)) & 0xffff_ffffL)
        .isEqualTo(Long.decode(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "l wrap, 4, 0x5667788A", "r wrap, 4, 0x8AABBCCD", "l clamp, 36, 0xAABBCCDD",
    "l wrap, 36, 0x5667788A", "r clamp, 40, 0x55667788", "r wrap, 32, 0xAABBCCDD"
  })
  void shiftsTwoWords(String how, int distance, String expected) {
    Operation op = Instructions.op("%d = ptx.shf " + how + " %0, %1, %2", "i32", "i32", "i32");
    long low = 0xAABB_CCDDL;
    assertThat(Instructions.compute(op, low, 0x5566_7788, distance) & 0xffff_ffffL)
        .isEqualTo(Long.decode(expected));
  }

  @Test
  void comparesAsItCounts() {
    assertThat(compare("lt", "", -1, 1)).isEqualTo(-1);
    assertThat(compare("lt", "{unsigned} ", -1, 1)).isZero();
    assertThat(compare("ge", "", 3, 3)).isEqualTo(-1);
    assertThat(compare("gt", "", 3, 3)).isZero();
    assertThat(compare("ne", "", 3, 4)).isEqualTo(-1);
    assertThat(compare("eq", "", 3, 4)).isZero();
    assertThat(compare("le", "{unsigned} ", 2, -3)).isEqualTo(-1);
  }

  private static long compare(String comparison, String says, long a, long b) {
    Operation op =
        Instructions.op("%p = ptx.setp " + comparison + " %0, %1 " + says + ": i32", "i32", "i32");
    return Instructions.compute(op, a, b);
  }

  @Test
  void choosesPacksAndMoves() {
    Operation choose = Instructions.op("%d = ptx.selp %0, %1, %2 : i32", "i32", "i32", "i1");
    assertThat(Instructions.compute(choose, 5, 6, -1)).isEqualTo(5);
    assertThat(Instructions.compute(choose, 5, 6, 0)).isEqualTo(6);
    Operation pack = Instructions.op("%d = ptx.pack %0, %1 : f16, f16 -> i32", "f16", "f16");
    assertThat(Instructions.compute(pack, 0x1234, 0x8765)).isEqualTo(0xffff_ffff_8765_1234L);
    Operation cast = Instructions.op("%d = ptx.bitcast %0 : i32 -> f32", "i32");
    assertThat(Instructions.compute(cast, -1)).isEqualTo(0xffff_ffffL);
    var unpack =
        (dev.azulejo.dialect.ptx.UnpackOp)
            Instructions.op("%a, %b = ptx.unpack %0 : i32 -> i16, i16", "i32");
    long[] part = new long[1];
    Arithmetic.parts(unpack).get(0).apply(new long[][] {{0x8765_1234L}}, part);
    assertThat(part[0]).isEqualTo(0x1234);
    Arithmetic.parts(unpack).get(1).apply(new long[][] {{0x8765_1234L}}, part);
    assertThat(part[0]).isEqualTo((short) 0x8765);
  }

  @Test
  void computesOnPairs() {
    Operation add = Instructions.op("%d = ptx.add %0, %1 {packed = \"s16x2\"} : i32", "i32", "i32");
    assertThat(Instructions.compute(add, 0x7fff_ffff, 0x0001_0001)).isEqualTo(0x8000_0000);
    Operation least =
        Instructions.op("%d = ptx.min %0, %1 {packed = \"u16x2\"} : i32", "i32", "i32");
    assertThat(Instructions.compute(least, 0xffff_0001, 0x0002_0003)).isEqualTo(0x0002_0001);
    Operation most =
        Instructions.op("%d = ptx.max %0, %1 {packed = \"s16x2\"} : i32", "i32", "i32");
    assertThat(Instructions.compute(most, 0xffff_0001, 0x0002_0003)).isEqualTo(0x0002_0003);
  }
}
