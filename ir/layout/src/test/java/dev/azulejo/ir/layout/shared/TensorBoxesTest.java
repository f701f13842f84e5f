// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.ir.layout.Attempt;
import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.Shape;
import dev.azulejo.ir.layout.shared.TensorBoxes.Along;
import dev.azulejo.ir.layout.shared.TensorBoxes.Axis;
import dev.azulejo.ir.layout.shared.TensorBoxes.Box;
import dev.azulejo.ir.layout.shared.TensorBoxes.Part;
import org.junit.jupiter.api.Test;

/** Which boxes fill which tiles. */
class TensorBoxesTest {
  @Test
  void operandWithItsColumnsSummedOver() {
    ColumnBlocks tile = swizzled(128, 64);
    TensorBoxes boxes = TensorBoxes.of(tile, new Part(0, 0, 128, 64), true, 1).orThrow();
    assertThat(boxes.axes())
        .containsExactly(new Axis(Along.COLUMNS, 1, -1, 64), new Axis(Along.ROWS, 1, -1, 128));
    assertThat(boxes.boxes()).containsExactly(new Box(0, 0, 0));
  }

  @Test
  void operandWithItsRowsSummedOver() {
    ColumnBlocks tile = swizzled(64, 256);
    Part all = new Part(0, 0, 64, 256);
    TensorBoxes one = TensorBoxes.of(tile, all, true, 1).orThrow();
    assertThat(one.axes())
        .containsExactly(
            new Axis(Along.COLUMNS, 1, 64, 64),
            new Axis(Along.ROWS, 1, -1, 64),
            new Axis(Along.COLUMNS, 64, -1, 4));
    TensorBoxes four = TensorBoxes.of(tile, all, false, 1).orThrow();
    assertThat(four.boxes())
        .containsExactly(
            new Box(0, 0, 0), new Box(8192, 0, 64), new Box(16384, 0, 128), new Box(24576, 0, 192));
  }

  @Test
  void sharesOfSeveralBlocksOfACluster() {
    Part all = new Part(0, 0, 128, 64);
    TensorBoxes byRows = TensorBoxes.of(swizzled(128, 64), all, true, 2).orThrow();
    assertThat(byRows.axes().get(1).box()).isEqualTo(64);
    assertThat(byRows.share()).isEqualTo(new Box(8192, 64, 0));
    Part wide = new Part(0, 0, 64, 256);
    TensorBoxes byBlocks = TensorBoxes.of(swizzled(64, 256), wide, true, 2).orThrow();
    assertThat(byBlocks.axes().get(2).box()).isEqualTo(2);
    assertThat(byBlocks.share()).isEqualTo(new Box(16384, 0, 128));
    assertThat(TensorBoxes.of(swizzled(8, 64), new Part(0, 0, 8, 64), true, 2))
        .isEqualTo(Attempt.refused("it can't be cut into 2 shares of whole boxes"));
  }

  @Test
  void longTilesAreCut() {
    TensorBoxes boxes =
        TensorBoxes.of(swizzled(512, 64), new Part(0, 0, 512, 64), true, 1).orThrow();
    assertThat(boxes.boxes()).containsExactly(new Box(0, 0, 0), new Box(32768, 256, 0));
  }

  @Test
  void rowsOneAfterTheOther() {
    Layout layout = Layout.rowMajor(Shape.of(3, 32, 48));
    ColumnBlocks tile = ColumnBlocks.ofRows(layout, 16).orThrow();
    TensorBoxes boxes = TensorBoxes.of(tile, new Part(0, 0, 32, 48), true, 1).orThrow();
    assertThat(boxes.mode().tensorMapField()).isZero();
    assertThat(boxes.axes())
        .containsExactly(new Axis(Along.COLUMNS, 1, -1, 48), new Axis(Along.ROWS, 1, -1, 32));
    ColumnBlocks vector = ColumnBlocks.ofRows(Layout.rowMajor(Shape.of(1024)), 32).orThrow();
    assertThat(TensorBoxes.of(vector, new Part(0, 0, 1, 1024), true, 1).orThrow().boxes())
        .hasSize(4);
  }

  @Test
  void refusesTheRest() {
    Layout padded = OperandLayouts.padded(64, 64, 16);
    assertThat(ColumnBlocks.of(padded, 16).succeeded()).isFalse();
    assertThat(ColumnBlocks.ofRows(padded, 16))
        .isEqualTo(Attempt.refused("its rows don't lie one after the other"));
    assertThat(ColumnBlocks.ofRows(Layout.rowMajor(Shape.of(8, 12)), 16))
        .isEqualTo(Attempt.refused("its rows of 24 bytes are no whole number of 16 bytes"));
    assertThat(TensorBoxes.of(swizzled(64, 64), new Part(0, 32, 64, 32), true, 1))
        .isEqualTo(Attempt.refused("it begins or ends within a column block of 64"));
    assertThat(TensorBoxes.of(swizzled(64, 64), new Part(4, 0, 8, 64), true, 1))
        .isEqualTo(Attempt.refused("it begins within a group of eight rows"));
  }

  private static ColumnBlocks swizzled(long rows, long columns) {
    return ColumnBlocks.of(SwizzleMode.B128.layout(rows, columns, 16).orThrow(), 16).orThrow();
  }
}
