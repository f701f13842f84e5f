// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.Shape;
import dev.azulejo.ir.layout.expr.IndexExpr;
import java.util.Arrays;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What layouts cost, against the facts that are known of them. */
class BankModelTest {

  private static Layout pitch(long rows, long columns, long pitch) {
    return Layout.of(
        Shape.of(rows, columns), IndexExpr.input(0).times(pitch).plus(IndexExpr.input(1)));
  }

  private static int degree(BankModel model, int bytes, LongUnaryOperator address) {
    var addresses = new long[model.lanes()];
    Arrays.setAll(addresses, address::applyAsLong);
    return model.conflicts(addresses, bytes);
  }

  /** The four matrices of an ldmatrix: 16 rows, two chunks of eight 16-bit elements. */
  private static int ldmatrix(Layout tile, long firstColumn) {
    return degree(
        BankModel.NVIDIA, 16, lane -> tile.linear(lane % 16, firstColumn + 8 * (lane / 16)) * 2);
  }

  @ParameterizedTest
  @EnumSource
  void ldmatrixOfSwizzledTilesHasNoConflict(SwizzleMode mode) {
    Layout tile = mode.layout(16, 64, 16).orThrow();
    for (long column = 0; column < 64; column += 16) {
      assertThat(ldmatrix(tile, column)).isEqualTo(1);
    }
  }

  @Test
  void ldmatrixOfRowsOfOneTurnOfTheBanksHasEight() {
    assertThat(ldmatrix(Layout.rowMajor(Shape.of(16, 64)), 0)).isEqualTo(8);
    assertThat(ldmatrix(OperandLayouts.padded(16, 64, 16), 0)).isEqualTo(1);
    assertThat(ldmatrix(Layout.rowMajor(Shape.of(16, 32)), 0)).isEqualTo(4);
  }

  /** In each column block eight rows of one chunk lie in eight groups of four banks. */
  @ParameterizedTest
  @EnumSource
  void eightRowsOfAChunkAreInEightBankGroups(SwizzleMode mode) {
    Layout tile = mode.layout(8, 64, 16).orThrow();
    for (long column = 0; column < 64; column += 8) {
      long groups = 0;
      for (long row = 0; row < 8; row++) {
        groups |= 1L << (tile.linear(row, column) * 2 / 16 % 8);
      }
      assertThat(groups).isEqualTo(0xff);
    }
  }

  @Test
  void phasesAreOfEightSixteenOrAllLanes() {
    // Consecutive lanes, whatever their width, use each bank once a phase.
    for (int bytes : new int[] {1, 2, 4, 8, 16}) {
      assertThat(degree(BankModel.NVIDIA, bytes, lane -> lane * bytes)).isEqualTo(1);
    }
    assertThat(degree(BankModel.NVIDIA, 4, lane -> lane * 8)).isEqualTo(2);
    assertThat(degree(BankModel.NVIDIA, 4, lane -> lane * 128)).isEqualTo(32);
    assertThat(degree(BankModel.NVIDIA, 8, lane -> lane * 128)).isEqualTo(16);
    assertThat(degree(BankModel.NVIDIA, 16, lane -> lane * 128)).isEqualTo(8);
  }

  @Test
  void theSameWordIsReadOnce() {
    assertThat(degree(BankModel.NVIDIA, 4, lane -> 64)).isEqualTo(1);
    assertThat(degree(BankModel.NVIDIA, 2, lane -> lane / 2 * 128)).isEqualTo(16);
  }

  @Test
  void lanesThatTakeNoPartDoNotCount() {
    assertThat(degree(BankModel.NVIDIA, 4, lane -> lane < 4 ? lane * 128 : BankModel.INACTIVE))
        .isEqualTo(4);
    assertThat(degree(BankModel.NVIDIA, 4, lane -> BankModel.INACTIVE)).isZero();
  }

  /** The read of an MFMA operand of 16 rows: a row a lane, and 16 bytes. */
  private static int mfma(Layout tile) {
    return degree(BankModel.CDNA3_READ, 16, lane -> tile.linear(lane % 16, 8 * (lane / 16)) * 2);
  }

  @ParameterizedTest
  @CsvSource({"64, 64, 4", "32, 32, 2", "64, 72, 2", "32, 40, 2"})
  void mfmaReadsOfRowsHaveConflicts(long columns, long pitch, int expected) {
    assertThat(mfma(pitch(16, columns, pitch))).isEqualTo(expected);
  }

  @Test
  void mfmaReadsOfSwizzledTilesHaveNone() {
    assertThat(mfma(SwizzleMode.B128.layout(16, 64, 16).orThrow())).isEqualTo(1);
    assertThat(mfma(SwizzleMode.B64.layout(16, 32, 16).orThrow())).isEqualTo(1);
    Layout tile = SwizzleMode.B128.layout(32, 64, 16).orThrow();
    assertThat(
            degree(BankModel.CDNA3_READ, 16, lane -> tile.linear(lane % 32, 8 * (lane / 32)) * 2))
        .isEqualTo(1);
  }

  /** The layout for 8 bytes a lane serves such a read without conflict. */
  @Test
  void mfmaReadsOfEightBytesHaveNoneInTheirLayout() {
    Layout tile = OperandLayouts.cdna(16, 64, 16, 1).orThrow();
    assertThat(degree(BankModel.CDNA3_READ, 8, lane -> tile.linear(lane % 16, 4 * (lane / 16)) * 2))
        .isEqualTo(1);
  }

  @Test
  void writesOfSixteenBytesAreInPhasesOfEight() {
    assertThat(degree(BankModel.CDNA3_WRITE, 16, lane -> lane * 16)).isEqualTo(1);
    assertThat(degree(BankModel.CDNA3_WRITE, 16, lane -> lane % 8 * 128 + lane / 8 * 16))
        .isEqualTo(8);
  }

  @Test
  void refusesOtherWidthsAndNumbersOfLanes() {
    assertThatThrownBy(() -> BankModel.NVIDIA.conflicts(new long[32], 3))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> BankModel.CDNA3_READ.conflicts(new long[32], 4))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
