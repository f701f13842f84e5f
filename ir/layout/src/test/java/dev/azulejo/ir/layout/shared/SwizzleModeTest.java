// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.azulejo.ir.layout.Attempt;
import dev.azulejo.ir.layout.Injectivity;
import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.Point;
import dev.azulejo.ir.layout.Shape;
import dev.azulejo.ir.layout.expr.IndexExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SwizzleModeTest {

  /** Every swizzle of tiles with some numbers of rows and one to three column blocks. */
  static Stream<Arguments> tiles() {
    var tiles = new ArrayList<Arguments>();
    for (SwizzleMode mode : SwizzleMode.values()) {
      for (int bits : new int[] {4, 8, 16, 32, 64}) {
        for (long rows : new long[] {8, 16, 64, 128}) {
          for (long blocks = 1; blocks <= 3; blocks++) {
            tiles.add(Arguments.of(mode, bits, rows, blocks));
          }
        }
      }
    }
    return tiles.stream();
  }

  @ParameterizedTest
  @MethodSource("tiles")
  void isTheExchangeOfBytes(SwizzleMode mode, int bits, long rows, long blocks) {
    long width = mode.span() * 8L / bits;
    Layout layout = mode.layout(rows, width * blocks, bits).orThrow();
    for (long i = 0; i < rows; i++) {
      for (long j = 0; j < width * blocks; j++) {
        long bit = (j / width * rows + i) * mode.span() * 8 + j % width * bits;
        long expected = mode.swizzle(bit / 8) * 8 + bit % 8;
        if (layout.linear(i, j) * bits != expected) {
          fail("(%d, %d) is at bit %d, not %d", i, j, layout.linear(i, j) * bits, expected);
        }
      }
    }
    assertThat(layout.injectivity()).isEqualTo(new Injectivity.Injective());
  }

  @ParameterizedTest
  @MethodSource("tiles")
  void hasAnInverseAndNoHoles(SwizzleMode mode, int bits, long rows, long blocks) {
    long width = mode.span() * 8L / bits;
    Layout layout = mode.layout(rows, width * blocks, bits).orThrow();
    Shape expected =
        mode == SwizzleMode.NONE
            ? Shape.of(rows * width * blocks)
            : Shape.of(blocks, rows / 8, 8 * width);
    assertThat(layout.outputShape()).isEqualTo(expected);
    Layout inverse = layout.inverse().orThrow();
    for (long i = 0; i < rows; i++) {
      for (long j = 0; j < width * blocks; j++) {
        if (!inverse.evaluate(layout.evaluate(i, j).toArray()).equals(Point.of(i, j))) {
          fail("(%d, %d) does not come back", i, j);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("tiles")
  void detectsItselfAndItsStages(SwizzleMode mode, int bits, long rows, long blocks) {
    Layout layout = mode.layout(rows, mode.span() * 8L / bits * blocks, bits).orThrow();
    assertThat(SwizzleMode.detect(layout, bits)).isEqualTo(mode);
    assertThat(SwizzleMode.detect(layout.expand(Shape.of(2)), bits)).isEqualTo(mode);
    assertThat(SwizzleMode.detect(layout.expand(Shape.of(2, 3)), bits)).isEqualTo(mode);
  }

  @Test
  void detectsNothingElse() {
    Shape shape = Shape.of(64, 64);
    assertThat(SwizzleMode.detect(Layout.rowMajor(shape), 16)).isEqualTo(SwizzleMode.NONE);
    assertThat(SwizzleMode.detect(OperandLayouts.padded(64, 64, 16), 16))
        .isEqualTo(SwizzleMode.NONE);
    assertThat(SwizzleMode.detect(Layout.rowMajor(Shape.of(64)), 16)).isEqualTo(SwizzleMode.NONE);
    Layout swizzled = SwizzleMode.B128.layout(64, 64, 16).orThrow();
    // The same map is no swizzle of elements of another width, and not with other stages.
    assertThat(SwizzleMode.detect(swizzled, 32)).isEqualTo(SwizzleMode.NONE);
    Layout reversed =
        Layout.of(
            Shape.of(2, 64, 64),
            IndexExpr.constant(1).minus(IndexExpr.input(0)),
            IndexExpr.input(1),
            IndexExpr.input(2));
    assertThat(SwizzleMode.detect(reversed, 16)).isEqualTo(SwizzleMode.NONE);
  }

  /** A tile that is one block of 128 bytes is two of 64: never the same layout. */
  @Test
  void modesNeverCoincide() {
    for (int bits : new int[] {8, 16, 32}) {
      long columns = 1024 / bits;
      List<Layout> layouts = new ArrayList<>();
      for (SwizzleMode mode : SwizzleMode.values()) {
        layouts.add(mode.layout(8, columns, bits).orThrow().flat());
      }
      for (int a = 0; a < layouts.size(); a++) {
        for (int b = 0; b < a; b++) {
          assertThat(layouts.get(a).isSameAs(layouts.get(b))).isFalse();
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "B128, 12, 64, 16",
    "B128, 8, 32, 16",
    "B32, 8, 24, 16",
    "B64, 8, 64, 24",
    "NONE, 8, 4, 16"
  })
  void refusesWhatIsNotMadeOfBlocks(SwizzleMode mode, long rows, long columns, int bits) {
    assertThat(mode.layout(rows, columns, bits).succeeded()).isFalse();
  }

  @Test
  void mergesToTheSmallerSpan() {
    Layout wide = SwizzleMode.B128.layout(64, 64, 16).orThrow();
    Layout half = SwizzleMode.B64.layout(64, 64, 16).orThrow();
    Layout narrow = SwizzleMode.B32.layout(64, 64, 16).orThrow();
    assertThat(SwizzleMode.merge(wide, half, 16).orThrow()).isEqualTo(half);
    assertThat(SwizzleMode.merge(half, wide, 16).orThrow()).isEqualTo(half);
    assertThat(SwizzleMode.merge(narrow, wide, 16).orThrow()).isEqualTo(narrow);
    assertThat(SwizzleMode.merge(wide, wide, 16).orThrow()).isEqualTo(wide);
    Attempt<Layout> conflict = SwizzleMode.merge(wide, OperandLayouts.padded(64, 64, 16), 16);
    assertThat(((Attempt.Refusal<Layout>) conflict).reason()).contains("have no common layout");
    Layout other = SwizzleMode.B64.layout(32, 64, 16).orThrow();
    assertThat(SwizzleMode.merge(wide, other, 16).succeeded()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "NONE, 0, 16, 128, 0, 0",
    "B32, 1, 32, 256, 3, 6",
    "B64, 2, 64, 512, 2, 4",
    "B128, 3, 128, 1024, 1, 2"
  })
  void fieldsAreThoseOfTheManuals(
      SwizzleMode mode, int tensorMap, int span, int alignment, int wgmma, int tcgen05) {
    assertThat(mode.tensorMapField()).isEqualTo(tensorMap);
    assertThat(mode.span()).isEqualTo(span);
    assertThat(mode.alignment()).isEqualTo(alignment);
    assertThat(mode.wgmmaField()).isEqualTo(wgmma);
    assertThat(mode.tcgen05Field()).isEqualTo(tcgen05);
  }

  /** The pattern of a tile repeats where its alignment says, so that stages may stand there. */
  @ParameterizedTest
  @EnumSource
  void repeatsAtItsAlignment(SwizzleMode mode) {
    for (long offset = 0; offset < 2048; offset++) {
      assertThat(mode.swizzle(offset + mode.alignment()))
          .isEqualTo(mode.swizzle(offset) + mode.alignment());
    }
    assertThat(mode.keepsAlignment(16384)).isTrue();
    assertThat(mode.keepsAlignment(16384 + 64)).isFalse();
  }

  /** Example E.1: the operands of a Hopper GEMM, in four stages. */
  @Test
  void stagesOfAHopperGemm() {
    Layout tile = SwizzleMode.B128.layout(128, 64, 16).orThrow();
    Layout stages = tile.expand(Shape.of(4));
    assertThat(stages.outputShape()).isEqualTo(Shape.of(4, 1, 16, 512));
    assertThat(SwizzleMode.B128.layout(256, 64, 16).orThrow().expand(Shape.of(4)).outputShape())
        .isEqualTo(Shape.of(4, 1, 32, 512));
    assertThat(SwizzleMode.B128.keepsAlignment(tile.outputShape().count() * 2)).isTrue();
    for (long s = 0; s < 4; s++) {
      for (long i = 0; i < 128; i++) {
        for (long j = 0; j < 64; j++) {
          assertThat(stages.linear(s, i, j))
              .isEqualTo(s * 8192 + i / 8 * 512 + ((j / 8) ^ (i % 8)) * 8 + i % 8 * 64 + j % 8);
        }
      }
    }
  }
}
