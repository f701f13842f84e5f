// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout.shared;

import static dev.azulejo.ir.layout.expr.IndexExpr.input;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azulejo.ir.layout.Fragment;
import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.Shape;
import dev.azulejo.ir.layout.expr.IndexExpr;
import org.junit.jupiter.api.Test;

/** What loads and stores of fragments cost. */
class WarpAccessTest {
  private static final IndexExpr I = input(0);
  private static final IndexExpr J = input(1);

  /** The accumulator of mma.sync: four lanes have a row's eight columns, eight rows are a half. */
  private static final Fragment ACCUMULATOR =
      Fragment.ofThreads(Shape.of(16, 64), I.mod(8).times(4).plus(J.mod(8).floorDiv(2)), 1)
          .orThrow();

  private static int conflicts(Fragment fragment, Layout memory, int bits, int elements) {
    return new WarpAccess(BankModel.NVIDIA, fragment, memory, bits).conflicts(elements);
  }

  @Test
  void accumulatorsIntoRows() {
    // Two f32 a lane go in phases of sixteen lanes: four rows, each of them in the same eight
    // banks.
    assertThat(conflicts(ACCUMULATOR, Layout.rowMajor(Shape.of(16, 64)), 32, 2)).isEqualTo(4);
    // One at a time all lanes are one phase: eight rows, of which the four words of each column
    // half coincide.
    assertThat(conflicts(ACCUMULATOR, Layout.rowMajor(Shape.of(16, 64)), 32, 1)).isEqualTo(8);
    // With sixteen bytes between rows, the next row begins four banks on and half overlaps.
    assertThat(conflicts(ACCUMULATOR, OperandLayouts.padded(16, 64, 32), 32, 2)).isEqualTo(2);
    // Two f16 a lane: a row's four lanes have sixteen bytes, and padding moves rows by that much.
    assertThat(conflicts(ACCUMULATOR, OperandLayouts.padded(16, 64, 16), 16, 2)).isEqualTo(1);
    assertThat(conflicts(ACCUMULATOR, Layout.rowMajor(Shape.of(16, 64)), 16, 2)).isEqualTo(8);
  }

  @Test
  void accumulatorsIntoSwizzles() {
    Layout swizzle = SwizzleMode.B128.layout(16, 64, 16).orThrow();
    assertThat(conflicts(ACCUMULATOR, swizzle, 16, 2)).isEqualTo(1);
  }

  @Test
  void linesAreFree() {
    Fragment line = Fragment.of(Layout.of(Shape.of(1024), I.mod(8)), I.floorDiv(8), 1);
    assertThat(conflicts(line, Layout.rowMajor(Shape.of(1024)), 16, 8)).isEqualTo(1);
    // One element of two bytes at a time: eight lanes reach each of thirty-two banks four times.
    assertThat(conflicts(line, Layout.rowMajor(Shape.of(1024)), 16, 1)).isEqualTo(4);
  }

  @Test
  void partOfAWarpMayBeIdle() {
    Fragment few = Fragment.of(Layout.of(Shape.of(40), I.times(0)), I, 1);
    assertThat(conflicts(few, Layout.of(Shape.of(40), I.times(32)), 32, 1)).isEqualTo(32);
    assertThat(conflicts(few, Layout.rowMajor(Shape.of(40)), 32, 1)).isEqualTo(1);
  }

  @Test
  void shapesHaveToAgree() {
    Layout other = Layout.rowMajor(Shape.of(64, 16));
    assertThatThrownBy(() -> new WarpAccess(BankModel.NVIDIA, ACCUMULATOR, other, 16))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
