// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout;

import static dev.azulejo.ir.layout.expr.IndexExpr.constant;
import static dev.azulejo.ir.layout.expr.IndexExpr.input;
import static dev.azulejo.ir.layout.expr.IndexExpr.replica;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.ir.layout.expr.IndexExpr;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who has the elements that somebody wants. */
class ContainmentTest {
  private static final IndexExpr I = input(0);
  private static final Shape LINE = Shape.of(32);

  /** Thread i has element i. */
  private static final Fragment ONE = Fragment.of(Layout.of(LINE, constant(0)), I, 1);

  /** Threads i and i + 32 have element i. */
  private static final Fragment TWO = ONE.replicate(2);

  /** Thread i + 32 has element i. */
  private static final Fragment OTHER = Fragment.of(ONE.places(), I.plus(32), 1);

  private static final Fragment ALL = Fragment.fullyReplicated(LINE, 64);

  @Test
  void truthTable() {
    List<Fragment> all = List.of(ONE, TWO, OTHER, ALL);
    boolean[][] expected = {
      // of: ONE    TWO    OTHER  ALL
      {true, false, false, false},
      {true, true, true, false},
      {false, false, true, false},
      {true, true, true, true}
    };
    for (int large = 0; large < 4; large++) {
      for (int small = 0; small < 4; small++) {
        assertThat(Containment.of(all.get(large), all.get(small)).holds())
            .as("%s in %s", all.get(small), all.get(large))
            .isEqualTo(expected[large][small]);
      }
    }
  }

  @Test
  void saysWhoLacksWhat() {
    assertThat(Containment.of(ONE, TWO)).isEqualTo(new Containment.Missing(Point.of(0), 32));
    assertThat(Containment.of(ONE, TWO)).hasToString("thread 32 does not have the element at (0)");
  }

  @Test
  void boundThreadsAreThoseOfTheBlock() {
    Fragment low = ONE.bind(new ThreadRange(0, 32));
    Fragment high = ONE.bind(new ThreadRange(32, 64));
    assertThat(Containment.of(low, high).holds()).isFalse();
    assertThat(Containment.of(ALL, high).holds()).isTrue();
    assertThat(Containment.of(OTHER.bind(new ThreadRange(0, 64)), high).holds()).isTrue();
    // One that is not bound yet is taken as it is.
    assertThat(Containment.of(ONE, high).holds()).isTrue();
    assertThat(Containment.of(ALL, ONE.bind(new ThreadRange(64, 96))).holds()).isFalse();
  }

  @Test
  void indicesMayDiffer() {
    // A loop over 32 pairs reads element i/2 of a line that thread i/4 has.
    Fragment line = Fragment.of(Layout.of(LINE, I.mod(4)), I.floorDiv(4), 1);
    Shape pairs = Shape.of(64);
    Fragment loop = Fragment.of(Layout.of(pairs, I.mod(8)), I.floorDiv(8), 1);
    List<IndexExpr> half = List.of(I.floorDiv(2));
    assertThat(Containment.of(pairs, line, half, loop, List.of(I), false).holds()).isTrue();
    List<IndexExpr> reversed = List.of(constant(31).minus(I.floorDiv(2)));
    assertThat(Containment.of(pairs, line, reversed, loop, List.of(I), false))
        .isEqualTo(new Containment.Missing(Point.of(0), 0));
  }

  @Test
  void placesAreComparedOnDemand() {
    Fragment shifted = Fragment.of(Layout.of(LINE, I.floorDiv(16)), I, 1);
    List<IndexExpr> index = List.of(I);
    assertThat(Containment.of(LINE, ONE, index, shifted, index, false).holds()).isTrue();
    assertThat(Containment.of(LINE, ONE, index, shifted, index, true))
        .isEqualTo(new Containment.Elsewhere(Point.of(16)));
  }

  @Test
  void whatIsNotKnownIsNotProven() {
    Fragment open =
        Fragment.of(Layout.of(new Shape(List.of(IndexExpr.symbol(0))), constant(0)), I, 1);
    assertThat(Containment.of(open, open)).isInstanceOf(Containment.Unproven.class);
    assertThat(Containment.of(ONE, open)).isInstanceOf(Containment.Unproven.class);
    Fragment some = Fragment.of(ONE.places(), replica(), 32);
    assertThat(Containment.of(some, ONE).holds()).isTrue();
  }
}
