// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.ir.layout.Attempt;
import dev.azulejo.ir.layout.Injectivity;
import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.Shape;
import dev.azulejo.ir.layout.matrix.MatrixLoad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperandLayoutsTest {

  @ParameterizedTest
  @CsvSource({
    "128, 64, 16, false, B128",
    "128, 32, 16, false, B64",
    "128, 16, 16, false, B32",
    "32, 128, 16, true, B128",
    "64, 32, 32, false, B128",
    "64, 64, 8, false, B64",
    "64, 128, 8, true, NONE",
    "64, 24, 16, false, NONE",
    "12, 64, 16, false, NONE"
  })
  void mmaTakesTheWidestSwizzle(
      long rows, long columns, int bits, boolean rowsAreK, SwizzleMode expected) {
    Layout layout = OperandLayouts.mma(rows, columns, bits, rowsAreK);
    assertThat(SwizzleMode.detect(layout, bits)).isEqualTo(expected);
    if (expected == SwizzleMode.NONE) {
      assertThat(layout).isEqualTo(OperandLayouts.padded(rows, columns, bits));
    }
  }

  /** Example E.2: the operands of an Ampere GEMM. */
  @Test
  void operandsOfAnAmpereGemm() {
    Layout a = OperandLayouts.mma(128, 32, 16, false);
    assertThat(a.outputShape()).isEqualTo(Shape.of(1, 16, 256));
    Layout b = OperandLayouts.mma(32, 128, 16, true);
    for (long i = 0; i < 128; i++) {
      for (long j = 0; j < 32; j++) {
        assertThat(a.linear(i, j))
            .isEqualTo(i / 8 * 256 + ((j / 8) ^ (i % 8 / 2)) * 8 + i % 8 * 32 + j % 8);
        assertThat(b.linear(j, i))
            .isEqualTo(
                i / 64 * 2048 + j / 8 * 512 + ((i / 8 % 8) ^ (j % 8)) * 8 + j % 8 * 64 + i % 8);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void wideElementsHaveTheirOwnSwizzle(boolean rowsAreK) {
    Layout layout = OperandLayouts.mma(16, 32, 64, rowsAreK);
    assertThat(layout.outputShape()).isEqualTo(Shape.of(2, 4, 64));
    assertThat(layout.inverse().succeeded()).isTrue();
    for (long i = 0; i < 16; i++) {
      for (long j = 0; j < 32; j++) {
        long c = j % 16;
        long s = i % 4;
        long exchanged = rowsAreK ? c % 4 + ((c / 4) ^ s) * 4 : c / 4 * 4 + ((c % 4) ^ s);
        assertThat(layout.linear(i, j)).isEqualTo(j / 16 * 256 + i / 4 * 64 + s * 16 + exchanged);
      }
    }
    assertThat(OperandLayouts.mma(16, 24, 64, rowsAreK))
        .isEqualTo(OperandLayouts.padded(16, 24, 64));
  }

  @ParameterizedTest
  @CsvSource({
    "64, 16, 72",
    "128, 16, 136",
    "24, 16, 24",
    "16, 16, 24",
    "32, 32, 36",
    "8, 32, 12",
    "64, 8, 80",
    "16, 8, 16"
  })
  void paddingIsSixteenBytesWhereARowIsAMultipleOfThirtyTwo(long columns, int bits, long pitch) {
    Layout padded = OperandLayouts.padded(16, columns, bits);
    assertThat(padded.linear(3, 5)).isEqualTo(3 * pitch + 5);
    assertThat(pitch * bits % 128).isZero();
    assertThat(padded.injectivity()).isEqualTo(new Injectivity.Injective());
  }

  @ParameterizedTest
  @CsvSource({
    "128, 64, 16, 64, B128",
    "64, 256, 16, 256, B128",
    "64, 192, 16, 96, B64",
    "64, 64, 16, 16, B32",
    "64, 8, 16, 8, NONE"
  })
  void descriptorsNeedWholeBlocksAnInstruction(
      long rows, long columns, int bits, long instruction, SwizzleMode expected) {
    Layout layout = OperandLayouts.descriptor(rows, columns, bits, instruction).orThrow();
    assertThat(layout).isEqualTo(expected.layout(rows, columns, bits).orThrow());
  }

  /** What ldmatrix loads of tiles as they are used lies in different banks, whatever its type. */
  @Test
  void ldmatrixMeetsNoConflicts() {
    for (int bits : new int[] {8, 16, 32}) {
      for (long bytes : new long[] {16, 32, 48, 64, 96, 128, 192, 256}) {
        for (long rows : new long[] {16, 24, 32, 64, 128}) {
          assertConflictFree(rows, bytes * 8 / bits, bits, false);
        }
      }
    }
    for (long columns : new long[] {8, 16, 24, 32, 48, 64, 96, 128, 256}) {
      for (long k : new long[] {16, 32, 64}) {
        assertConflictFree(k, columns, 16, true);
      }
    }
  }

  private static void assertConflictFree(long rows, long columns, int bits, boolean rowsAreK) {
    Layout layout = OperandLayouts.mma(rows, columns, bits, rowsAreK);
    for (MatrixLoad load : MatrixLoad.values()) {
      assertThat(load.conflicts(layout, bits).orThrow())
          .as("%s of %dx%d of %d bits", load, rows, columns, bits)
          .isEqualTo(1);
    }
  }

  /** Lanes read words of four rows and eight columns; a swizzle would hold half of them up. */
  @ParameterizedTest
  @CsvSource({"16, 8", "8, 16", "16, 32", "32, 36", "16, 48", "32, 64", "64, 128"})
  void wordsAreReadOneByOneWithoutConflicts(long rows, long columns) {
    Layout layout = OperandLayouts.mma(rows, columns, 32, true);
    assertThat(worst(layout)).isEqualTo(1);
    assertThat(layout.injectivity()).isEqualTo(new Injectivity.Injective());
    assertThat(layout.linear(1, 0) % 4).isZero();
    if (columns == 64) {
      assertThat(worst(SwizzleMode.B128.layout(rows, columns, 32).orThrow())).isEqualTo(2);
    }
  }

  private static int worst(Layout layout) {
    int worst = 0;
    for (long k = 0; k < layout.inputShape().size(0); k += 4) {
      for (long column = 0; column + 8 <= layout.inputShape().size(1); column += 8) {
        var addresses = new long[32];
        for (int lane = 0; lane < addresses.length; lane++) {
          addresses[lane] = 4 * layout.flat().linear(k + lane % 4, column + lane / 4);
        }
        worst = Math.max(worst, BankModel.NVIDIA.conflicts(addresses, 4));
      }
    }
    return worst;
  }

  @Test
  void descriptorsRefuseTheRest() {
    Attempt<Layout> odd = OperandLayouts.descriptor(64, 12, 16, 12);
    assertThat(((Attempt.Refusal<Layout>) odd).reason()).contains("not made of blocks of 8x8");
    assertThat(OperandLayouts.descriptor(12, 64, 16, 64).succeeded()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"64, 64, 16, 1", "64, 32, 16, 1", "64, 64, 16, 2", "64, 128, 8, 1", "32, 16, 32, 1"})
  void cdnaExchangesPartsOfRows(long rows, long columns, int bits, int kPack) {
    Layout layout = OperandLayouts.cdna(rows, columns, bits, kPack).orThrow();
    long vec = 64L / bits * kPack;
    long perPhase = Math.max(1, 1024 / bits / columns);
    long phases = Math.min(16 / perPhase, columns / vec);
    for (long i = 0; i < rows; i++) {
      for (long j = 0; j < columns; j++) {
        long phase = i / perPhase % phases;
        assertThat(layout.linear(i, j))
            .isEqualTo(i * columns + ((j / vec) ^ phase) * vec + j % vec);
      }
    }
    assertThat(layout.inverse().succeeded()).isTrue();
  }

  @Test
  void cdnaRefusesOddNumbersOfParts() {
    assertThat(OperandLayouts.cdna(64, 48, 16, 1).succeeded()).isFalse();
    assertThat(OperandLayouts.cdna(64, 6, 16, 1).succeeded()).isFalse();
  }
}
