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

class InjectivityTest {
  private static final IndexExpr I = input(0);
  private static final IndexExpr J = input(1);

  @Test
  void identityAndSwizzlesAreInjective() {
    assertThat(Layout.identity(Shape.of(16, 16)).injectivity())
        .isEqualTo(new Injectivity.Injective());
    assertThat(SwizzleMode.B128.layout(64, 128, 16).orThrow().injectivity())
        .isEqualTo(new Injectivity.Injective());
  }

  @Test
  void collisionsNameBothElements() {
    Layout colliding = Layout.of(Shape.of(8, 8), I.xor(J));
    assertThat(colliding.injectivity())
        .isEqualTo(new Injectivity.Collision(Point.of(0, 1), Point.of(1, 0), Point.of(1)));
    assertThat(colliding.injectivity()).hasToString("(0, 1) and (1, 0) both lie at (1)");
  }

  @Test
  void largeLayoutsAreProvenByTheirDigits() {
    Layout large = SwizzleMode.B128.layout(1024, 1024, 16).orThrow();
    assertThat(large.hasTable()).isFalse();
    assertThat(large.injectivity()).isEqualTo(new Injectivity.Injective());
    Layout colliding = Layout.of(Shape.of(1024, 1024), I.xor(J));
    assertThat(colliding.injectivity().toString()).startsWith("injectivity could not be proven: ");
  }

  @Test
  void openLayoutsAreProvenByTheirDigits() {
    var open = new Shape(List.of(symbol(0), IndexExpr.constant(64)));
    assertThat(Layout.rowMajor(open).injectivity()).isEqualTo(new Injectivity.Injective());
    assertThat(Layout.of(open, I.floorDiv(2), J).injectivity())
        .isInstanceOf(Injectivity.Unproven.class);
  }
}
