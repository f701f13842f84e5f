// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout;

import static dev.azulejo.ir.layout.expr.IndexExpr.input;
import static dev.azulejo.ir.layout.expr.IndexExpr.symbol;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azulejo.ir.layout.expr.IndexExpr;
import dev.azulejo.ir.layout.expr.IndexOperator;
import dev.azulejo.ir.layout.shared.OperandLayouts;
import dev.azulejo.ir.layout.shared.SwizzleMode;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutTest {
  private static final IndexExpr I = input(0);
  private static final IndexExpr J = input(1);

  private static String refusal(Shape shape, IndexExpr... forward) {
    return ((Attempt.Refusal<Layout>) Layout.attempt(shape, List.of(forward))).reason();
  }

  @Test
  void simplifiesByTheShape() {
    assertThat(Layout.of(Shape.of(8), I.mod(8))).isEqualTo(Layout.of(Shape.of(8), I));
    assertThat(Layout.of(Shape.of(16), I.mod(8))).isNotEqualTo(Layout.of(Shape.of(16), I));
  }

  @Test
  void refusesWhatHasNoPlace() {
    assertThat(refusal(Shape.of(4), I.minus(IndexExpr.constant(1)))).contains("may be negative");
    assertThat(refusal(Shape.of(4), J)).contains("'d1' is not among the 1 dimensions");
    assertThat(refusal(Shape.of(4), IndexExpr.replica())).contains("'r'");
    assertThat(refusal(Shape.of(4), IndexExpr.constant(9).floorDiv(I)))
        .contains("divides by 'd0', which may be less than 1");
    assertThat(refusal(Shape.of(4), I.times(1L << 62))).contains("may not fit in 64 bits");
    assertThat(refusal(Shape.of(4), I.times(1L << 62).times(8))).contains("does not fit");
    assertThat(refusal(Shape.of(4))).contains("at least one physical dimension");
    assertThat(refusal(Shape.of(1L << 40, 1L << 40), I)).contains("too many elements");
    assertThat(refusal(new Shape(Collections.nCopies(17, IndexExpr.constant(2))), I))
        .contains("at most 16 dimensions");
  }

  @Test
  void takesDifferencesThatAreNeverNegative() {
    // The bounds alone don't tell that i - i mod 3 is not negative.
    assertThat(Layout.of(Shape.of(10), I.minus(I.mod(3))).outputShape()).isEqualTo(Shape.of(10));
  }

  @Test
  void outputShapeIsExactWithBitOperations() {
    // By bounds the exclusive or of values up to 4 and up to 2 might be 7.
    Layout layout =
        Layout.of(
            Shape.of(5, 3),
            new IndexExpr.Binary(IndexOperator.XOR, I.times(2).floorDiv(2), J.times(4)));
    assertThat(layout.outputShape()).isEqualTo(Shape.of(13));
  }

  @Test
  void outputShapeOfLargeAndOpenLayoutsIsByBounds() {
    assertThat(Layout.rowMajor(Shape.of(1 << 12, 1 << 12)).outputShape())
        .isEqualTo(Shape.of(1 << 24));
    var open = new Shape(List.of(symbol(0), IndexExpr.constant(64)));
    assertThat(Layout.rowMajor(open).outputShape()).hasToString("[s0 * 64]");
    assertThat(Layout.identity(open).outputShape()).isEqualTo(open);
  }

  @Test
  void leadingIndicesPassThrough() {
    Layout layout = Layout.rowMajor(Shape.of(4, 8));
    assertThat(layout.evaluate(7, 2, 3)).isEqualTo(Point.of(7, 19));
    assertThatThrownBy(() -> layout.evaluate(1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void repeatPutsTheCopyInFront() {
    Layout tile = SwizzleMode.B128.layout(8, 64, 16).orThrow();
    Layout rows = tile.repeat(0, 3);
    assertThat(rows.inputShape()).isEqualTo(Shape.of(24, 64));
    assertThat(rows.outputShape()).isEqualTo(Shape.of(3, 1, 1, 512));
    for (long i = 0; i < 24; i++) {
      for (long j = 0; j < 64; j++) {
        assertThat(rows.linear(i, j)).isEqualTo(i / 8 * 512 + tile.linear(i % 8, j));
      }
    }
    assertThat(tile.repeat(-1, 2)).isEqualTo(tile.repeat(1, 2));
    assertThat(tile.repeat(0, 1)).isSameAs(tile);
    Layout twice = tile.repeat(0, 3).repeat(0, 2);
    assertThat(twice.linear(47, 5)).isEqualTo(3 * 512 + 2 * 512 + tile.linear(7, 5));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1})
  void repeatRefusesNoCopies(long copies) {
    Layout tile = Layout.rowMajor(Shape.of(4, 4));
    assertThatThrownBy(() -> tile.repeat(0, copies)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> tile.repeat(2, 2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> tile.repeat(-3, 2)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void expandPutsStagesInFront() {
    Layout tile = SwizzleMode.B64.layout(16, 32, 16).orThrow();
    assertThat(tile.expand(Shape.of())).isSameAs(tile);
    Layout stages = tile.expand(Shape.of(3));
    assertThat(stages.outputShape()).isEqualTo(Shape.of(3, 1, 2, 256));
    Layout two = tile.expand(Shape.of(2, 3));
    for (long s = 0; s < 3; s++) {
      for (long i = 0; i < 16; i++) {
        for (long j = 0; j < 32; j++) {
          assertThat(stages.linear(s, i, j)).isEqualTo(s * 512 + tile.linear(i, j));
          assertThat(two.linear(1, s, i, j)).isEqualTo((3 + s) * 512 + tile.linear(i, j));
        }
      }
    }
  }

  @Test
  void expandTakesAnUnknownNumberOfStages() {
    Layout tile = SwizzleMode.B128.layout(128, 64, 16).orThrow();
    Layout stages = tile.expand(new Shape(List.of(symbol(0))));
    assertThat(stages.outputShape()).hasToString("[s0, 1, 16, 512]");
    assertThat(stages.evaluate(5, 9, 17)).isEqualTo(tile.evaluate(5, 9, 17));
    assertThat(stages.inverse().orThrow().evaluate(5, 0, 1, 100))
        .isEqualTo(tile.inverse().orThrow().evaluate(5, 0, 1, 100));
    assertThat(stages.injectivity()).isInstanceOf(Injectivity.Injective.class);
  }

  @Test
  void shapesHavePositiveExtents() {
    assertThatThrownBy(() -> Shape.of(0, 4)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Shape.of(-2)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void composesOnlyWhatFits() {
    Layout inner = Layout.rowMajor(Shape.of(4, 8));
    Layout outer = Layout.of(Shape.of(32), I.mod(8), I.floorDiv(8));
    Layout both = outer.compose(inner).orThrow();
    assertThat(both).isEqualTo(Layout.of(Shape.of(4, 8), J, I));
    assertThat(outer.compose(Layout.rowMajor(Shape.of(4, 4))).succeeded()).isFalse();
  }

  @Test
  void sameMapsInOtherWordsAreTheSame() {
    Shape shape = Shape.of(16, 4);
    assertThat(Layout.of(shape, I.times(4).plus(J).floorDiv(4))).isEqualTo(Layout.of(shape, I));
    // (i and 5) + (i and 10) is i, by the table and not by the words.
    Layout odd = Layout.of(shape, I.mod(3).plus(I.floorDiv(3).times(3)), J);
    Layout xor = Layout.of(shape, I.times(3).xor(I.times(3)).plus(I), J);
    assertThat(odd.isSameAs(xor)).isTrue();
    Layout other = Layout.of(shape, I.plus(J.floorDiv(3)), J);
    assertThat(odd.isSameAs(other)).isFalse();
    assertThat(odd.firstDifference(other)).isEqualTo(Point.of(0, 3));
    assertThat(odd.isSameAs(Layout.identity(Shape.of(4, 16)))).isFalse();
  }

  @Test
  void tablesTellEqualMapsWithUnequalWords() {
    Shape shape = Shape.of(8);
    Layout product = Layout.of(shape, I.times(I));
    Layout steps = Layout.of(shape, I.times(I.plus(1)).minus(I).plus(I.floorDiv(9)));
    assertThat(product.isSameAs(steps)).isTrue();
    assertThat(product.table().pointAt(49)).isEqualTo(7);
    assertThat(product.table().pointAt(48)).isEqualTo(-1);
  }

  @Test
  void inverseOfPaddingIsOnlyFromTheLeft() {
    Layout padded = OperandLayouts.padded(16, 64, 16);
    assertThat(padded.outputShape()).isEqualTo(Shape.of(15 * 72 + 64));
    assertThat(((Attempt.Refusal<Layout>) padded.inverse()).reason()).contains("not as many");
    Layout back = padded.leftInverse().orThrow();
    assertThat(back.forward()).hasToString("[d0 floordiv 72, d0 mod 72]");
  }

  @Test
  void inverseSaysWhatStandsInTheWay() {
    Shape shape = Shape.of(4, 4);
    assertThat(reason(Layout.of(shape, I.plus(J).times(0).plus(I)).leftInverse()))
        .contains("'d1' cannot be told");
    assertThat(reason(Layout.of(shape, I.times(2).plus(J)).leftInverse())).contains("overlap");
    assertThat(reason(Layout.of(shape, I.times(J)).leftInverse())).contains("not made of digits");
    assertThat(reason(Layout.of(Shape.of(12), I.floorDiv(4), I.mod(6)).leftInverse()))
        .contains("do not fit together");
  }

  private static String reason(Attempt<Layout> attempt) {
    return ((Attempt.Refusal<Layout>) attempt).reason();
  }

  @Test
  void exclusiveOrsAreSolvedFromWhatIsKnown() {
    Layout layout = Layout.of(Shape.of(8, 8), I.xor(J), J.xor(I.floorDiv(4)), I.floorDiv(4));
    Layout back = layout.leftInverse().orThrow();
    for (long i = 0; i < 8; i++) {
      for (long j = 0; j < 8; j++) {
        assertThat(back.evaluate(layout.evaluate(i, j).toArray())).isEqualTo(Point.of(i, j));
      }
    }
  }

  /** The second exclusive or learns of a cut from the last index, and the first one from that. */
  @Test
  void cutsAreHandedOnFromOneExclusiveOrToTheNext() {
    IndexExpr k = input(2);
    Layout layout = Layout.of(Shape.of(8, 8, 8), I.xor(J), J.xor(k), k.mod(2), k.floorDiv(2));
    Layout back = layout.leftInverse().orThrow();
    for (long number = 0; number < 512; number++) {
      Point index = layout.inputShape().point(number);
      assertThat(back.evaluate(layout.evaluate(index.toArray()).toArray())).isEqualTo(index);
    }
  }

  @Test
  void printsAsOneReadsIt() {
    assertThat(SwizzleMode.B128.layout(128, 64, 16).orThrow())
        .hasToString(
            "[128, 64] -> (0, d0 floordiv 8, (d0 mod 8) * 64 "
                + "+ ((d0 mod 8) xor (d1 floordiv 8)) * 8 + d1 mod 8)");
  }

  @Test
  void flatCountsTheWholePhysicalIndex() {
    Layout layout = SwizzleMode.B32.layout(8, 32, 16).orThrow();
    Layout flat = layout.flat();
    for (long i = 0; i < 8; i++) {
      for (long j = 0; j < 32; j++) {
        assertThat(flat.evaluate(i, j)).isEqualTo(Point.of(layout.linear(i, j)));
      }
    }
  }
}
