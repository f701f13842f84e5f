// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout;

import static dev.azulejo.ir.layout.expr.IndexExpr.constant;
import static dev.azulejo.ir.layout.expr.IndexExpr.input;
import static dev.azulejo.ir.layout.expr.IndexExpr.replica;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azulejo.ir.layout.expr.IndexExpr;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class FragmentTest {
  private static final IndexExpr I = input(0);
  private static final IndexExpr J = input(1);

  /** Two rows of two, a thread a row. */
  private static final Fragment PAIRS = Fragment.of(Layout.of(Shape.of(2, 2), J), I, 1);

  private static String threads(Fragment fragment) {
    return grid(fragment, (i, j) -> fragment.threadOf(0, i, j));
  }

  private static String places(Fragment fragment) {
    return grid(fragment, (i, j) -> fragment.places().linear(i, j));
  }

  private interface Cell {
    long at(long i, long j);
  }

  private static String grid(Fragment fragment, Cell cell) {
    var text = new StringBuilder();
    for (long i = 0; i < fragment.inputShape().size(0); i++) {
      for (long j = 0; j < fragment.inputShape().size(1); j++) {
        text.append(j == 0 ? "" : " ").append(cell.at(i, j));
      }
      text.append('\n');
    }
    return text.toString();
  }

  @Test
  void repeatsInThreadsLastDimensionFastest() {
    Fragment four = PAIRS.repeat(Shape.of(2, 2), true, true);
    assertThat(threads(four))
        .isEqualTo(
            """
            0 0 2 2
            1 1 3 3
            4 4 6 6
            5 5 7 7
            """);
    assertThat(places(four)).isEqualTo("0 1 0 1\n".repeat(4));
  }

  @Test
  void repeatsInThreadsFirstDimensionFastest() {
    assertThat(threads(PAIRS.repeat(Shape.of(2, 2), true, false)))
        .isEqualTo(
            """
            0 0 4 4
            1 1 5 5
            2 2 6 6
            3 3 7 7
            """);
  }

  @Test
  void repeatsInPlacesLastDimensionFastest() {
    Fragment four = PAIRS.repeat(Shape.of(2, 2), false, true);
    assertThat(places(four))
        .isEqualTo(
            """
            0 1 2 3
            0 1 2 3
            4 5 6 7
            4 5 6 7
            """);
    assertThat(threads(four)).isEqualTo("0 0 0 0\n1 1 1 1\n".repeat(2));
  }

  @Test
  void repeatsInPlacesFirstDimensionFastest() {
    assertThat(places(PAIRS.repeat(Shape.of(2, 2), false, false)))
        .isEqualTo(
            """
            0 1 4 5
            0 1 4 5
            2 3 6 7
            2 3 6 7
            """);
  }

  @Test
  void repeatNeedsACopyADimensionAndOnePlaceNumber() {
    assertThatThrownBy(() -> PAIRS.repeat(Shape.of(2), true, true))
        .isInstanceOf(IllegalArgumentException.class);
    Fragment staged = PAIRS.expand(Shape.of(3));
    assertThatThrownBy(() -> staged.repeat(Shape.of(1, 2, 2), false, true))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(staged.repeat(Shape.of(1, 2, 2), true, true).threads()).isEqualTo(constant(8));
  }

  @Test
  void expandKeepsThreadsAndReplicas() {
    Fragment bound = PAIRS.replicate(2).bind(new ThreadRange(4, 8));
    Fragment staged = bound.expand(Shape.of(3));
    assertThat(staged.range()).isEqualTo(new ThreadRange(4, 8));
    assertThat(staged.replicas()).isEqualTo(2);
    assertThat(staged.outputShape()).isEqualTo(Shape.of(3, 2));
    assertThat(staged.threadOf(1, 2, 1, 0)).isEqualTo(bound.threadOf(1, 1, 0));
    assertThat(staged.places().evaluate(2, 1, 1)).isEqualTo(Point.of(2, 1));
    assertThat(bound.expand(Shape.of())).isSameAs(bound);
  }

  @Test
  void replicateAddsThreads() {
    Fragment twice = PAIRS.replicate(3);
    assertThat(twice.replicas()).isEqualTo(3);
    assertThat(twice.threadOf(2, 1, 0)).isEqualTo(5);
    Fragment nested = twice.replicate(2);
    assertThat(nested.threadOf(5, 1, 0)).isEqualTo(11);
    assertThat(nested.threads()).isEqualTo(constant(12));
  }

  @Test
  void deReplicateSplitsPlacesOverReplicas() {
    // 8 elements in each of R threads; the common divisor is R, the length, 2, and 1.
    for (long replicas : new long[] {4, 16, 6, 3}) {
      Fragment all = Fragment.fullyReplicated(Shape.of(8), replicas);
      Fragment split = all.deReplicate().orThrow();
      long common = gcd(replicas, 8);
      assertThat(split.replicas()).isEqualTo(replicas / common);
      assertThat(split.outputShape()).isEqualTo(Shape.of(8 / common));
      assertThat(split.joint().injectivity()).isInstanceOf(Injectivity.Injective.class);
      assertThat(Containment.of(all, split).holds()).isTrue();
      assertThat(Containment.of(split, all).holds()).isEqualTo(common == 1);
    }
    assertThat(PAIRS.expand(Shape.of(3)).deReplicate().succeeded()).isFalse();
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  @Test
  void condenseCountsTheThreadsThatThereAre() {
    Fragment accumulator = MatrixAtom.C_M16N16.fragment();
    Fragment rows = accumulator.project(1).orThrow();
    assertThat(rows.replicas()).isEqualTo(4);
    assertThat(rows.outputShape()).isEqualTo(Shape.of(2));
    Fragment columns = accumulator.project(0).orThrow();
    assertThat(columns.replicas()).isEqualTo(8);
    assertThat(columns.outputShape()).isEqualTo(Shape.of(4));
    for (long x = 0; x < 16; x++) {
      var owners = new TreeSet<Long>();
      for (long y = 0; y < 16; y++) {
        owners.add(accumulator.threadOf(0, x, y));
      }
      var holders = new TreeSet<Long>();
      for (long r = 0; r < 4; r++) {
        holders.add(rows.threadOf(r, x));
      }
      assertThat(holders).isEqualTo(owners).hasSize(4);
    }
  }

  @Test
  void projectingTheOnlyDimensionLeavesOneElement() {
    Fragment line = Fragment.of(Layout.of(Shape.of(64), I.floorDiv(32)), I.mod(32), 1);
    Fragment total = line.project(0).orThrow();
    assertThat(total.inputShape()).isEqualTo(Shape.of(1));
    assertThat(total.replicas()).isEqualTo(32);
    assertThat(total.thread()).isEqualTo(replica());
  }

  @Test
  void condenseLeavesWhatIsNeeded() {
    Fragment wide = Fragment.of(Layout.identity(Shape.of(4)), replica().floorDiv(2).mod(3), 12);
    Fragment condensed = wide.condense().orThrow();
    assertThat(condensed.replicas()).isEqualTo(3);
    assertThat(condensed.thread()).isEqualTo(replica());
    assertThat(condensed.condense().orThrow()).isSameAs(condensed);
  }

  @Test
  void fullReplicationIsSeen() {
    Fragment all = Fragment.fullyReplicated(Shape.of(4, 8), 64);
    assertThat(all.isFullyReplicated()).isTrue();
    assertThat(all.range()).isEqualTo(new ThreadRange(0, 64));
    assertThat(all.places().linear(2, 3)).isEqualTo(19);
    assertThat(PAIRS.isFullyReplicated()).isFalse();
    assertThat(PAIRS.replicate(2).isFullyReplicated()).isFalse();
    assertThat(Fragment.fullyReplicated(Shape.of(4), 1).isFullyReplicated()).isTrue();
  }

  @Test
  void equalityComparesRangesOnlyIfBothAreBound() {
    Fragment low = PAIRS.bind(new ThreadRange(0, 2));
    Fragment high = PAIRS.bind(new ThreadRange(2, 4));
    assertThat(low.isSameAs(PAIRS)).isTrue();
    assertThat(PAIRS.isSameAs(high)).isTrue();
    assertThat(low.isSameAs(high)).isFalse();
    assertThat(low).isNotEqualTo(PAIRS);
    assertThat(PAIRS.isSameAs(PAIRS.replicate(2))).isFalse();
    Fragment other = Fragment.of(PAIRS.places(), I.times(2).plus(J).floorDiv(2), 1);
    assertThat(other).isEqualTo(PAIRS).hasSameHashCodeAs(PAIRS);
    assertThat(PAIRS.isSameAs(PAIRS.places())).isFalse();
    Fragment wider = Fragment.of(Layout.of(Shape.of(2, 4), J), I, 1);
    assertThat(PAIRS.isSameAs(wider)).isFalse();
  }

  @Test
  void refusesThreadsThatAreNone() {
    Layout places = Layout.of(Shape.of(4), constant(0));
    assertThat(reason(places, I.plus(-1), 1)).contains("may be negative");
    assertThat(reason(places, I, 0)).contains("at least one thread");
    assertThat(reason(places, J, 1)).contains("'d1' is not among");
    assertThatThrownBy(() -> new ThreadRange(4, 4)).isInstanceOf(IllegalArgumentException.class);
  }

  private static String reason(Layout places, IndexExpr thread, long replicas) {
    return ((Attempt.Refusal<Fragment>) Fragment.attempt(places, thread, replicas, null)).reason();
  }

  @Test
  void threadsThatAreNoDigitsGiveNoPlaces() {
    assertThat(Fragment.ofThreads(Shape.of(4, 4), I.times(J), 1).succeeded()).isFalse();
  }

  @Test
  void prints() {
    assertThat(PAIRS.replicate(2).bind(new ThreadRange(0, 4)))
        .hasToString("[2, 2] -> (d1) threads (r * 2 + d0) replicate 2 range 0 to 4");
  }
}
