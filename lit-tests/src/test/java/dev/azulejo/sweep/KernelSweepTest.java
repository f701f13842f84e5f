// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every kernel computes the same bits for all numbers of stages, with and without roles, and
 * whatever the number of trips. Each run takes some of the configurations, such that every two
 * choices meet; {@code mvn -Pnightly} takes all of them.
 */
class KernelSweepTest {
  private static final Trips[] TRIPS = Trips.values();

  private final Sweep sweep = new Sweep();

  @TestFactory
  Stream<DynamicTest> everyTwoChoicesMeet() {
    List<SweptKernel> kernels = SweptKernel.all();
    Set<Configuration> chosen = new LinkedHashSet<>();
    for (int[] row : PairwiseCover.of(kernels.size(), Way.values().length, 5, TRIPS.length)) {
      SweptKernel kernel = kernels.get(row[0]);
      Way way = kernel.ways().get(row[1] % kernel.ways().size());
      int stages = kernel.stages().get(row[2] % kernel.stages().size());
      chosen.add(Configuration.of(kernel, way, stages, TRIPS[row[3]]));
    }
    return tests(chosen);
  }

  @Tag("nightly")
  @TestFactory
  Stream<DynamicTest> everyConfiguration() {
    Set<Configuration> all = new LinkedHashSet<>();
    for (SweptKernel kernel : SweptKernel.all()) {
      for (Way way : kernel.ways()) {
        for (int stages : kernel.stages()) {
          for (Trips trips : TRIPS) {
            all.add(Configuration.of(kernel, way, stages, trips));
          }
        }
      }
    }
    return tests(all);
  }

  /** One test for each configuration, each with another order of roles, copies and blocks. */
  private Stream<DynamicTest> tests(Set<Configuration> configurations) {
    List<DynamicTest> tests = new ArrayList<>();
    for (Configuration configuration : configurations) {
      long seed = tests.size();
      tests.add(
          DynamicTest.dynamicTest(
              configuration + " seed=" + seed, () -> sweep.check(configuration, seed)));
    }
    return tests.stream();
  }

  @Test
  void coverHasEveryPair() {
    int[] sizes = {4, 3, 5, 7};
    Set<List<Integer>> pairs = new HashSet<>();
    List<int[]> rows = PairwiseCover.of(sizes);
    for (int[] row : rows) {
      for (int axis = 0; axis < row.length; axis++) {
        for (int other = 0; other < axis; other++) {
          pairs.add(List.of(axis, row[axis], other, row[other]));
        }
      }
    }
    int needed = 0;
    for (int axis = 0; axis < sizes.length; axis++) {
      for (int other = 0; other < axis; other++) {
        needed += sizes[axis] * sizes[other];
      }
    }
    assertThat(pairs).hasSize(needed);
    assertThat(rows.size()).isLessThan(50);
  }

  @Test
  void commentsNarrow() {
    String loop = "pipeline.for %k = 0 to 4 stages(3) { %trips = arith.constant 4 : index }";
    SweptKernel all = SweptKernel.of("k", loop);
    assertThat(all.stages()).containsExactly(0, 1, 2, 3, 4);
    assertThat(all.ways()).hasSize(3);
    assertThat(all.hasTrips()).isTrue();
    assertThat(all.text(2, 7)).contains("stages(2)").contains("constant 7");
    String comment = "// SWEEP: stages=1..2 no-trips targets=sm_90a -- it has to\n";
    SweptKernel narrow = SweptKernel.of("k", comment + loop);
    assertThat(narrow.stages()).containsExactly(1, 2);
    assertThat(narrow.ways()).containsExactly(Way.HOPPER_WITH_ROLES, Way.HOPPER_WITHOUT_ROLES);
    assertThat(narrow.hasTrips()).isFalse();
    List<String> wrong = new ArrayList<>();
    for (String text : List.of("// SWEEP: stages=1\n", "// SWEEP: sideways -- why\n")) {
      try {
        SweptKernel.of("k", text + loop);
      } catch (AssertionError expected) {
        wrong.add(text);
      }
    }
    assertThat(wrong).hasSize(2);
  }
}
