// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.ir.layout.Fragment;
import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.Point;
import dev.azulejo.ir.layout.Shape;
import dev.azulejo.ir.layout.expr.IndexExpr;
import dev.azulejo.ir.layout.shared.SwizzleMode;
import org.junit.jupiter.api.Test;

class PictureTest {
  private static final Fragment ACCUMULATOR =
      Fragment.ofThreads(
              Shape.of(8, 8), IndexExpr.input(0).times(4).plus(IndexExpr.input(1).floorDiv(2)), 1)
          .orThrow();

  @Test
  void drawsACorner() {
    assertThat(Picture.of(ACCUMULATOR, Point.of(0, 0), 2, 4))
        .isEqualTo(
            """
                  0   1   2   3
              0 0:0 0:1 1:0 1:1 ...
              1 4:0 4:1 5:0 5:1 ...
                ...
            """);
  }

  @Test
  void drawsFromAnElementToTheEdge() {
    assertThat(Picture.of(ACCUMULATOR.replicate(2), Point.of(6, 6), 4, 4))
        .isEqualTo(
            """
                      6     7
                6 27:0+ 27:1+
                7 31:0+ 31:1+
            """);
  }

  @Test
  void drawsTheLastTwoDimensions() {
    Layout stages = SwizzleMode.B128.layout(8, 64, 16).orThrow().expand(Shape.of(2));
    assertThat(Picture.of(stages, Point.of(1, 1, 7), 1, 3))
        .isEqualTo(
            """
                  7   8   9
              1 591 576 577 ...
                ...
            """);
  }

  @Test
  void drawsALine() {
    assertThat(Picture.of(Layout.rowMajor(Shape.of(3)), Point.of(0), 4, 4))
        .isEqualTo(
            """
              0 1 2
              0 1 2
            """);
  }
}
