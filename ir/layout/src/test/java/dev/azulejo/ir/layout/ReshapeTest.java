// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout;

import static dev.azulejo.ir.layout.expr.IndexExpr.input;
import static dev.azulejo.ir.layout.expr.IndexExpr.symbol;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.ir.layout.expr.IndexExpr;
import dev.azulejo.ir.layout.shared.SwizzleMode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Views: other shapes and other element widths of the same storage. */
class ReshapeTest {
  private static final IndexExpr I = input(0);
  private static final IndexExpr J = input(1);

  /**
   * Where each byte of the storage is, must not depend on the view: the bit address of element 0.
   */
  private static long bit(Layout layout, int bits, long number) {
    return layout.linear(layout.inputShape().point(number).toArray()) * bits;
  }

  @ParameterizedTest
  @CsvSource({"16, 8", "16, 4", "16, 32", "8, 16", "8, 32", "8, 64", "8, 128", "4, 8", "32, 16"})
  void swizzledTilesAreSeenInOtherWidths(int oldBits, int newBits) {
    Layout tile = SwizzleMode.B128.layout(16, 1024L / oldBits * 2, oldBits).orThrow();
    Shape after = Shape.of(16, 2048 / newBits);
    Layout view = tile.reshaped(after, oldBits, newBits).orThrow();
    for (long offset = 0; offset < 16 * 2048; offset += Math.max(oldBits, newBits)) {
      assertThat(bit(view, newBits, offset / newBits))
          .isEqualTo(bit(tile, oldBits, offset / oldBits));
    }
    assertThat(view.injectivity()).isInstanceOf(Injectivity.Injective.class);
    Layout back = view.reshaped(tile.inputShape(), newBits, oldBits).orThrow();
    assertThat(back.isSameAs(tile)).isTrue();
    assertThat(SwizzleMode.detect(view, newBits)).isEqualTo(SwizzleMode.B128);
  }

  @Test
  void interleavedElementsDoNotMakeLargerOnes() {
    Layout interleaved =
        Layout.of(Shape.of(4, 8), I.times(8).plus(J.mod(2).times(4)).plus(J.floorDiv(2)));
    var refusal = (Attempt.Refusal<Layout>) interleaved.reshaped(Shape.of(4, 4), 16, 32);
    assertThat(refusal.reason())
        .isEqualTo(
            "storage is scattered below the new width: (0, 0) and (0, 1) do not lie side by side");
    assertThat(interleaved.reshaped(Shape.of(4, 16), 16, 8).succeeded()).isTrue();
  }

  @Test
  void widthsAndSizesHaveToFit() {
    Layout tile = Layout.rowMajor(Shape.of(4, 8));
    assertThat(tile.reshaped(Shape.of(4, 8), 16, 16).orThrow()).isSameAs(tile);
    assertThat(reason(tile, Shape.of(4, 4), 16, 16)).contains("512 bits").contains("256");
    assertThat(reason(tile, Shape.of(4, 8), 16, 24)).contains("cannot be seen as");
    assertThat(reason(tile, Shape.of(4, 8), 0, 16)).contains("cannot be seen as");
  }

  private static String reason(Layout layout, Shape shape, int oldBits, int newBits) {
    return ((Attempt.Refusal<Layout>) layout.reshaped(shape, oldBits, newBits)).reason();
  }

  @Test
  void shapesOfUnknownSizeAreSeenAnew() {
    Layout rows = Layout.rowMajor(new Shape(List.of(symbol(0), IndexExpr.constant(64))));
    Shape blocks = new Shape(List.of(symbol(0), IndexExpr.constant(8), IndexExpr.constant(8)));
    assertThat(rows.reshaped(blocks, 16, 16).orThrow()).isEqualTo(Layout.rowMajor(blocks));
    Shape wider = new Shape(List.of(symbol(0), IndexExpr.constant(32)));
    assertThat(reason(rows, wider, 16, 32)).contains("not known enough");
  }

  @Test
  void fragmentsKeepTheirThreads() {
    Fragment tile = MatrixAtom.C_M16N16.fragment();
    var flat = (Fragment) tile.reshape(Shape.of(256), 32, 32).orThrow();
    for (long n = 0; n < 256; n++) {
      assertThat(flat.threadOf(0, n)).isEqualTo(tile.threadOf(0, n / 16, n % 16));
      assertThat(flat.places().linear(n)).isEqualTo(tile.places().linear(n / 16, n % 16));
    }
    var pairs = (Fragment) tile.reshape(Shape.of(16, 8), 16, 32).orThrow();
    assertThat(pairs.outputShape()).isEqualTo(Shape.of(4));
    assertThat(pairs.threadOf(0, 9, 5)).isEqualTo(tile.threadOf(0, 9, 10));
    assertThat(pairs.reshape(Shape.of(16, 16), 32, 16).orThrow().isSameAs(tile)).isTrue();
  }

  @Test
  void fragmentsRefuseElementsOfTwoThreads() {
    // Two columns of an accumulator lie in a thread, but not four.
    Attempt<Placement> wide = MatrixAtom.C_M16N16.fragment().reshape(Shape.of(16, 4), 8, 32);
    assertThat(((Attempt.Refusal<Placement>) wide).reason()).contains("(0, 0) and (0, 2)");
    // The private indices alone would do; the threads do not.
    Fragment spread = Fragment.of(Layout.of(Shape.of(4), input(0).mod(2)), input(0).mod(2), 1);
    assertThat(spread.reshape(Shape.of(2), 16, 32).succeeded()).isFalse();
  }
}
