// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.dialect.tile.AllocOp;
import dev.azulejo.dialect.tile.LayoutAttr;
import dev.azulejo.dialect.tile.ParallelOp;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Severity;
import dev.azulejo.ir.layout.Fragment;
import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.Placement;
import dev.azulejo.ir.layout.expr.IndexExpr;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/** Whatever a block does, it ends in layouts that can be carried out, or in a located error. */
final class InferenceProperties {

  @Property(seed = "20261128", tries = 60, edgeCases = EdgeCasesMode.NONE)
  void blocksEndInLayoutsOrInALocatedError(@ForAll long seed) {
    String text = RandomBlock.of(seed);
    Block block = Block.of(text).infer();
    boolean refused = !block.errors().isEmpty();
    Statistics.label("refused")
        .collect(refused)
        .coverage(coverage -> coverage.check(false).percentage(percent -> percent > 50));
    if (refused) {
      assertThat(block.diagnostics())
          .as("%s", text)
          .filteredOn(diagnostic -> diagnostic.severity() == Severity.ERROR)
          .allMatch(InferenceProperties::isExplained);
      return;
    }
    for (AllocOp alloc : block.all(AllocOp.class)) {
      assertThat(alloc.layout()).as("%s", text).isPresent();
      check(alloc.buffer(), alloc.layout().orElseThrow().placement());
    }
    for (ParallelOp loop : block.all(ParallelOp.class)) {
      check(text, loop);
    }
    String once = block.text();
    assertThat(Block.of(text).infer().text()).isEqualTo(once);
  }

  private static boolean isExplained(Diagnostic error) {
    return error.location().position() != null && !error.notes().isEmpty();
  }

  /** Every element has a place of its own, in shared memory or in the registers of a thread. */
  private static void check(Value buffer, Placement placement) {
    Set<List<Long>> places = new HashSet<>();
    long count = placement.inputShape().count();
    for (long number = 0; number < count; number++) {
      long[] index = placement.inputShape().point(number).toArray();
      switch (placement) {
        case Layout layout -> assertThat(places.add(List.of(layout.linear(index)))).isTrue();
        case Fragment fragment -> {
          assertThat(Space.of(buffer)).isEqualTo(Space.FRAGMENT);
          long place = fragment.places().linear(index);
          for (long r = 0; r < fragment.replicas(); r++) {
            long thread = fragment.threadOf(r, index);
            assertThat(thread).isBetween(0L, 127L);
            assertThat(places.add(List.of(thread, place))).isTrue();
          }
        }
      }
    }
  }

  /** Who does a point has what it reads; who has what is written does the point. */
  private static void check(String text, ParallelOp loop) {
    Fragment points = (Fragment) loop.layout().orElseThrow().placement();
    Nest nest = Nest.of(loop);
    for (NestAccess access : nest.accesses()) {
      if (!access.isFragment()) {
        continue;
      }
      AllocOp alloc = (AllocOp) BufferRegion.rootOf(access.buffer()).definingOp();
      Fragment elements = (Fragment) alloc.layout().map(LayoutAttr::placement).orElseThrow();
      for (long number = 0; number < nest.extents().count(); number += 7) {
        long[] point = nest.extents().point(number).toArray();
        long[] element =
            access.index().stream().mapToLong((IndexExpr e) -> e.evaluate(point, 0)).toArray();
        Set<Long> doers = threads(points, point);
        Set<Long> holders = threads(elements, element);
        assertThat(holders).as("%s", text).containsAll(doers);
        if (access.writes()) {
          assertThat(doers).as("%s", text).containsAll(holders);
        }
      }
    }
  }

  private static Set<Long> threads(Fragment fragment, long[] index) {
    Set<Long> threads = new HashSet<>();
    for (long r = 0; r < fragment.replicas(); r++) {
      threads.add(fragment.threadOf(r, index));
    }
    return threads;
  }
}
