// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout.expr;

import static dev.azulejo.ir.layout.expr.IndexExpr.constant;
import static dev.azulejo.ir.layout.expr.IndexExpr.input;
import static dev.azulejo.ir.layout.expr.IndexExpr.symbol;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The canonical forms that layouts count on. */
class SimplifierTest {
  private static final IndexExpr I = input(0);
  private static final IndexExpr J = input(1);

  private final Simplifier simplifier =
      new Simplifier(Bounds.of(List.of(constant(128), constant(64)), 1));

  private String simple(IndexExpr expr) {
    return simplifier.simplify(expr).toString();
  }

  @Test
  void usesBounds() {
    assertThat(simple(J.mod(64))).isEqualTo("d1");
    assertThat(simple(J.floorDiv(64))).isEqualTo("0");
    assertThat(simple(J.plus(64).floorDiv(64))).isEqualTo("1");
    assertThat(simple(J.plus(64).mod(64))).isEqualTo("d1");
    assertThat(simple(IndexExpr.replica())).isEqualTo("0");
  }

  @Test
  void splitsFusedIndices() {
    IndexExpr fused = I.times(64).plus(J);
    assertThat(simple(fused.floorDiv(64))).isEqualTo("d0");
    assertThat(simple(fused.mod(64))).isEqualTo("d1");
    assertThat(simple(fused.floorDiv(256))).isEqualTo("d0 floordiv 4");
    assertThat(simple(fused.mod(256))).isEqualTo("(d0 mod 4) * 64 + d1");
    assertThat(simple(fused.floorDiv(16))).isEqualTo("d0 * 4 + d1 floordiv 16");
    assertThat(simple(fused.floorDiv(16).mod(8))).isEqualTo("(d0 mod 2) * 4 + d1 floordiv 16");
  }

  @Test
  void joinsDigits() {
    assertThat(simple(J.floorDiv(8).times(8).plus(J.mod(8)))).isEqualTo("d1");
    assertThat(simple(J.floorDiv(4).mod(8).times(4).plus(J.mod(4)))).isEqualTo("d1 mod 32");
    assertThat(simple(I.floorDiv(2).floorDiv(4))).isEqualTo("d0 floordiv 8");
    assertThat(simple(I.mod(32).floorDiv(8))).isEqualTo("(d0 floordiv 8) mod 4");
    assertThat(simple(I.mod(32).mod(8))).isEqualTo("d0 mod 8");
    assertThat(simple(I.times(4).plus(J).floorDiv(4).minus(J.floorDiv(4)))).isEqualTo("d0");
  }

  @Test
  void ordersSums() {
    assertThat(simple(J.plus(I.times(3)).plus(7).plus(I))).isEqualTo("d0 * 4 + d1 + 7");
    assertThat(simple(J.minus(J))).isEqualTo("0");
    assertThat(simple(constant(-3).plus(J))).isEqualTo("d1 - 3");
  }

  @Test
  void tellsBitsApart() {
    assertThat(simple(J.xor(J))).isEqualTo("0");
    assertThat(simple(J.xor(I).xor(J))).isEqualTo("d0");
    assertThat(simple(J.mod(8).times(8).xor(I.mod(8).times(8))))
        .isEqualTo("((d0 mod 8) xor (d1 mod 8)) * 8");
    assertThat(simple(J.mod(8).xor(I.mod(8).times(8)))).isEqualTo("(d0 mod 8) * 8 + d1 mod 8");
    assertThat(simple(J.and(0x30))).isEqualTo("(d1 floordiv 16) * 16");
    assertThat(simple(I.and(0x48)))
        .isEqualTo("(d0 floordiv 64) * 64 + ((d0 floordiv 8) mod 2) * 8");
  }

  @Test
  void knowsSizesOnlyByName() {
    var open = new Simplifier(Bounds.of(List.of(symbol(0), symbol(1)), 1));
    IndexExpr fused = I.times(symbol(1)).plus(J);
    assertThat(open.simplify(fused.floorDiv(symbol(1)))).isEqualTo(I);
    assertThat(open.simplify(fused.mod(symbol(1)))).isEqualTo(J);
    assertThat(open.simplify(fused.mod(symbol(0)))).hasToString("(d0 * s1 + d1) mod s0");
  }

  @Test
  void decidesComparisonsByBounds() {
    IndexExpr inside = new IndexExpr.Binary(IndexOperator.LESS, J, constant(64));
    assertThat(simple(new IndexExpr.Select(inside, I, J))).isEqualTo("d0");
    IndexExpr least = new IndexExpr.Binary(IndexOperator.MIN, J, constant(63));
    assertThat(simple(least)).isEqualTo("d1");
  }

  @Test
  void refusesNumbersThatDoNotFit() {
    IndexExpr huge = I.times(Long.MAX_VALUE).times(4);
    assertThatThrownBy(() -> simplifier.simplify(huge)).isInstanceOf(ArithmeticException.class);
  }
}
