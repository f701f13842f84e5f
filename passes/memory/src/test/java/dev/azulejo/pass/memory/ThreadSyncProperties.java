// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.dialect.gpu.BarrierOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.pass.memory.sync.ThreadSync;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/**
 * Whatever threads do, behind the pass they don't race, and most barriers are needed in the very
 * run.
 */
final class ThreadSyncProperties {

  private static MemoryKernel synced(String text) {
    MemoryKernel kernel = MemoryKernel.of(text);
    new InsertThreadSyncPass().run(kernel.function(), kernel.context());
    assertThat(kernel.diagnostics()).as("%s", text).isEmpty();
    return kernel;
  }

  private static LaunchOp launch(MemoryKernel kernel) {
    return kernel.all(LaunchOp.class).getFirst();
  }

  @Property(seed = "20261128", tries = 400, edgeCases = EdgeCasesMode.NONE)
  void threadsDoNotRace(@ForAll long seed) {
    String text = RandomThreads.of(seed);
    boolean raced = ThreadRaces.areIn(launch(MemoryKernel.of(text)));
    MemoryKernel kernel = synced(text);
    assertThat(ThreadRaces.areIn(launch(kernel))).as("%s", kernel.text()).isFalse();
    Statistics.label("raced before")
        .collect(raced)
        .coverage(coverage -> coverage.check(true).percentage(percent -> percent > 30));
  }

  @Property(seed = "20261129", tries = 200, edgeCases = EdgeCasesMode.NONE)
  void aSecondRunFindsNothing(@ForAll long seed) {
    MemoryKernel kernel = synced(RandomThreads.of(seed));
    assertThat(ThreadSync.isOrdered(launch(kernel))).isTrue();
    int count = kernel.all(BarrierOp.class).size();
    new InsertThreadSyncPass().run(kernel.function(), kernel.context());
    assertThat(kernel.all(BarrierOp.class)).hasSize(count);
  }

  @Property(seed = "20261130", tries = 200, edgeCases = EdgeCasesMode.NONE)
  void barriersAreNeeded(@ForAll long seed) {
    String text = RandomThreads.of(seed);
    int count = synced(text).all(BarrierOp.class).size();
    for (int i = 0; i < count; i++) {
      MemoryKernel kernel = synced(text);
      List<BarrierOp> barriers = kernel.all(BarrierOp.class);
      barriers.get(i).erase();
      // Some loops run no iteration, and some conditions never hold: nothing shows in a run then.
      Statistics.label("needed")
          .collect(ThreadRaces.areIn(launch(kernel)))
          .coverage(coverage -> coverage.check(true).percentage(percent -> percent > 70));
    }
  }
}
