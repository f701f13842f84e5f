// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.ir.layout.Fragment;
import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.Shape;
import dev.azulejo.ir.layout.expr.IndexExpr;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plans of reductions, carried out on sets: each result must be the set of all its elements. */
final class ReducePlanTest {

  /** Threads take vectors in turn, in row-major order. */
  private static Fragment shared(int rows, int columns, int vector, int threads) {
    Shape shape = Shape.of(rows, columns);
    IndexExpr flat = shape.rowMajor(IndexExpr.inputs(2));
    IndexExpr number = flat.floorDiv(vector);
    Layout places = Layout.of(shape, number.floorDiv(threads).times(vector).plus(flat.mod(vector)));
    return Fragment.of(places, number.mod(threads), 1);
  }

  private static ReducePlan plan(Fragment fragment, int dimension, int threads) {
    ReducedParts parts = ReducedParts.of(fragment, dimension, threads);
    return Objects.requireNonNull(ReducePlan.of(Objects.requireNonNull(parts)));
  }

  /** What each thread has of each group in the end: a set of numbers. */
  private static BitSet[][] carriedOut(ReducePlan plan) {
    ReducedParts parts = plan.parts();
    var sets = new BitSet[parts.threads()][plan.groups().size()];
    for (int thread = 0; thread < sets.length; thread++) {
      for (int group = 0; group < sets[thread].length; group++) {
        var set = new BitSet();
        for (int register : plan.groups().get(group).toArray()) {
          if (parts.has(thread, register)) {
            set.set(
                parts.output(thread, register) * parts.length() + parts.number(thread, register));
          }
        }
        sets[thread][group] = set;
      }
    }
    for (int bit = 1; bit < ReducePlan.LANES; bit *= 2) {
      if ((plan.laneMask() & bit) != 0) {
        int distance = bit;
        sets = combined(sets, thread -> new int[] {thread, thread ^ distance});
      }
    }
    int period = plan.unit() * plan.distance();
    return combined(
        sets,
        thread -> {
          int first = thread - thread / period % plan.units() * period;
          var all = new int[plan.units()];
          Arrays.setAll(all, i -> first + i * period);
          return all;
        });
  }

  /** Who combines with a thread. */
  private interface Partners {
    int[] of(int thread);
  }

  private static BitSet[][] combined(BitSet[][] sets, Partners partners) {
    var next = new BitSet[sets.length][sets[0].length];
    for (int thread = 0; thread < sets.length; thread++) {
      for (int group = 0; group < sets[0].length; group++) {
        var set = new BitSet();
        for (int partner : partners.of(thread)) {
          assertThat(set.intersects(sets[partner][group])).as("counted twice").isFalse();
          set.or(sets[partner][group]);
        }
        next[thread][group] = set;
      }
    }
    return next;
  }

  private static void check(ReducePlan plan) {
    ReducedParts parts = plan.parts();
    BitSet[][] results = carriedOut(plan);
    for (int thread = 0; thread < parts.threads(); thread++) {
      for (int group = 0; group < plan.groups().size(); group++) {
        int output = plan.output(thread, group);
        var expected = new BitSet();
        if (output != ReducedParts.NONE) {
          expected.set(output * parts.length(), (output + 1) * parts.length());
        }
        assertThat(results[thread][group]).isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    // rows, columns, vector, threads, dimension: unit, mask, units, distance
    "1, 256, 2, 128, 1, 32, 31, 4, 1",
    "16, 256, 8, 128, 1, 32, 31, 1, 1",
    "16, 64, 8, 128, 1, 32, 7, 1, 1",
    "128, 4, 2, 256, 0, 32, 30, 8, 1",
    "4, 512, 4, 128, 1, 32, 31, 4, 1",
    "6, 192, 4, 96, 1, 16, 15, 3, 1",
    "3, 5, 1, 15, 1, 1, 0, 5, 1",
    "3, 5, 1, 15, 0, 1, 0, 3, 5",
    "1, 200, 1, 128, 1, 32, 31, 4, 1",
    "64, 32, 8, 128, 0, 32, 28, 4, 1",
    "2, 4, 1, 8, 1, 8, 3, 1, 1"
  })
  void combinesEachElementOnce(
      int rows,
      int columns,
      int vector,
      int threads,
      int dimension,
      int unit,
      int mask,
      int units,
      int distance) {
    ReducePlan plan = plan(shared(rows, columns, vector, threads), dimension, threads);
    check(plan);
    assertThat(List.of(plan.laneMask(), plan.units(), plan.distance()))
        .containsExactly(mask, units, distance);
    if (plan.units() > 1) {
      assertThat(plan.unit()).isEqualTo(unit);
    }
  }

  @Test
  void countsReplicasOnce() {
    Fragment once = shared(4, 32, 4, 32);
    Fragment twice = once.replicate(4);
    ReducePlan plan = plan(twice, 1, 128);
    check(plan);
    assertThat(plan.units()).isEqualTo(1);
    assertThat(plan.laneMask()).isEqualTo(7);
  }

  @Test
  void passesOverThreadsThatHaveNothing() {
    ReducePlan plan = plan(shared(2, 64, 4, 32), 1, 128);
    check(plan);
    assertThat(plan.units()).isEqualTo(1);
    assertThat(plan.output(127, 0)).isEqualTo(ReducedParts.NONE);
  }

  @Test
  void refusesRowsThatThreadsMeetAtOtherPlaces() {
    ReducedParts parts = ReducedParts.of(shared(5, 200, 1, 128), 1, 128);
    assertThat(ReducePlan.of(Objects.requireNonNull(parts))).isNull();
  }

  @Test
  void refusesTwoElementsInOneRegister() {
    Layout places = Layout.of(Shape.of(4, 4), IndexExpr.constant(0));
    Fragment crowded = Fragment.of(places, IndexExpr.input(0), 1);
    assertThat(ReducedParts.of(crowded, 1, 32)).isNull();
  }
}
