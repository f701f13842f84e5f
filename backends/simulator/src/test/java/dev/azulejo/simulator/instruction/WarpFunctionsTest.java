// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.dialect.ptx.MmaOp;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IntegerType;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lanes do together: exchange, count banks, update memory. */
final class WarpFunctionsTest {
  private static final int ALL = 0x1f;

  /** Parts of eight lanes that exchange nothing, with no bound for the lanes further up. */
  private static final int EIGHTS = 0x18 << 8;

  @Test
  void exchangesInTheWholeWarp() {
    for (int lane = 0; lane < 32; lane++) {
      assertThat(Shuffle.INDEX.source(lane, 5, ALL)).isEqualTo(5);
      assertThat(Shuffle.INDEX.source(lane, 37, ALL)).isEqualTo(5);
      assertThat(Shuffle.UP.source(lane, 3, 0)).isEqualTo(lane >= 3 ? lane - 3 : lane);
      assertThat(Shuffle.DOWN.source(lane, 3, ALL)).isEqualTo(lane + 3 < 32 ? lane + 3 : lane);
      assertThat(Shuffle.BUTTERFLY.source(lane, 16, ALL)).isEqualTo(lane ^ 16);
    }
  }

  @Test
  void exchangesInPartsOfTheWarp() {
    for (int lane = 0; lane < 32; lane++) {
      int first = lane / 8 * 8;
      assertThat(Shuffle.INDEX.source(lane, 5, EIGHTS | ALL)).isEqualTo(first + 5);
      assertThat(Shuffle.UP.source(lane, 1, EIGHTS)).isEqualTo(Math.max(first, lane - 1));
      assertThat(Shuffle.DOWN.source(lane, 1, EIGHTS | ALL))
          .isEqualTo(Math.min(first + 7, lane + 1));
      assertThat(Shuffle.BUTTERFLY.source(lane, 4, EIGHTS | ALL)).isEqualTo(lane ^ 4);
      // Beyond the part of four lanes that the bound leaves.
      assertThat(Shuffle.DOWN.source(lane, 2, EIGHTS | 3))
          .isEqualTo(lane % 8 + 2 <= 3 ? lane + 2 : lane);
    }
  }

  private static int turns(int bytes, int step) {
    long[] addresses = new long[32];
    Arrays.setAll(addresses, lane -> 1024L + (long) lane * step);
    return new BankConflicts().turns(addresses, -1, bytes);
  }

  @ParameterizedTest
  @CsvSource({
    "4, 4, 1", "4, 8, 2", "4, 128, 32", "4, 0, 1", "4, 132, 1", "2, 2, 1", "1, 1, 1",
    "8, 8, 2", "8, 16, 4", "16, 16, 4", "16, 128, 32", "16, 144, 4", "16, 32, 8", "16, 0, 4"
  })
  void countsTurns(int bytes, int step, int expected) {
    assertThat(turns(bytes, step)).isEqualTo(expected);
  }

  @Test
  void countsOnlyLanesThatAccess() {
    long[] addresses = new long[32];
    Arrays.setAll(addresses, lane -> lane * 128L);
    assertThat(new BankConflicts().turns(addresses, 0x0000_0101, 4)).isEqualTo(2);
    assertThat(BankConflicts.ideal(0x0000_0101, 4)).isEqualTo(1);
    assertThat(BankConflicts.ideal(0x0000_0101, 16)).isEqualTo(2);
    assertThat(BankConflicts.ideal(-1, 16)).isEqualTo(4);
    assertThat(BankConflicts.ideal(-1, 8)).isEqualTo(2);
    assertThat(BankConflicts.ideal(0, 8)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "add, s32, 2147483647, 1, -2147483648",
    "min, s32, -1, 1, -1",
    "min, u32, -1, 1, 1",
    "max, u64, -1, 1, -1",
    "and, u32, 12, 10, 8",
    "or, u32, 12, 10, 14",
    "xor, u32, 12, 10, 6",
    "exch, u32, 12, 10, 10",
    "inc, u32, 3, 4, 4",
    "inc, u32, 4, 4, 0",
    "dec, u32, 0, 4, 4",
    "dec, u32, 9, 4, 4",
    "dec, u32, 3, 4, 2"
  })
  void updatesMemory(String kind, String type, long there, long operand, long expected) {
    assertThat(AtomicFunction.of(kind, type).applyAsLong(there, operand)).isEqualTo(expected);
  }

  @Test
  void addsNumbersInMemory() {
    long half = Float.floatToIntBits(0.5f);
    assertThat(AtomicFunction.of("add", "f32").applyAsLong(half, half))
        .isEqualTo(Float.floatToIntBits(1));
    assertThat(AtomicFunction.of("add", "f16x2").applyAsLong(0x3c00_3c00, 0x3c00_0000))
        .isEqualTo(0x4000_3c00);
  }

  private static long[][] registers(int count, long bits) {
    long[][] all = new long[count][32];
    for (long[] one : all) {
      Arrays.fill(one, bits);
    }
    return all;
  }

  @Test
  void takesTheUpperBitsOfTf32() {
    String types = "!ptx.regs<4 x f32>, !ptx.regs<4 x i32>, !ptx.regs<2 x i32>";
    var op =
        (MmaOp)
            Instructions.op(
                "ptx.mma m16n8k8 tf32 %0[0], %1[0], %2[0] : " + types, types.split(", "));
    long[][] sum = registers(4, 0);
    long almost = Float.floatToIntBits(1 + 0x1p-11f);
    MatrixProduct.of(op, FloatType.F32).apply(registers(4, almost), registers(2, almost), sum);
    assertThat(sum[0][0]).isEqualTo(Float.floatToIntBits(8));
  }

  @Test
  void keepsSumsInRangeWhereAsked() {
    String types = "!ptx.regs<4 x i32>, !ptx.regs<4 x i32>, !ptx.regs<2 x i32>";
    String text = "ptx.mma m16n8k32 s8 %0[0], %1[0], %2[0]";
    var wraps = (MmaOp) Instructions.op(text + " : " + types, types.split(", "));
    var stops = (MmaOp) Instructions.op(text + " {satfinite} : " + types, types.split(", "));
    long[][] sum = registers(4, Integer.MAX_VALUE);
    MatrixProduct.of(wraps, IntegerType.I32)
        .apply(registers(4, 0x0101_0101), registers(2, 0x0101_0101), sum);
    assertThat(sum[3][31]).isEqualTo(Integer.MAX_VALUE + 32);
    sum = registers(4, Integer.MAX_VALUE);
    MatrixProduct.of(stops, IntegerType.I32)
        .apply(registers(4, 0x0101_0101), registers(2, 0x0101_0101), sum);
    assertThat(sum[3][31]).isEqualTo(Integer.MAX_VALUE);
  }
}
