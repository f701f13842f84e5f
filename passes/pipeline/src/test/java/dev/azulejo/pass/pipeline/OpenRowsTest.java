// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.dialect.barrier.BarrierDialect;
import dev.azulejo.dialect.pipeline.PipelineDialect;
import dev.azulejo.dialect.tile.TileDialect;
import dev.azulejo.ir.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The cases of planning and injection that can't be written yet, each with the operation that it
 * waits for. Who adds the operation is told here to add the case.
 */
class OpenRowsTest {
  private static final Map<String, List<String>> WAITING =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(
                  "tile.tcgen05_gemm",
                  List.of(
                      "copies, product with its barrier in 2 stages: 0 0 2 2, order 1 2 0 3",
                      "a barrier that only it arrives at is not given slots",
                      "the parity of its own wait follows the iteration"))));

  @Test
  void rowsWaitForOperationsThatAreNotThere() {
    List<String> there = new ArrayList<>();
    for (Dialect dialect :
        List.of(new TileDialect(), new PipelineDialect(), new BarrierDialect())) {
      for (String mnemonic : dialect.operationNames()) {
        there.add(dialect.name() + "." + mnemonic);
      }
    }
    assertThat(there).contains("tile.gemm");
    assertThat(WAITING.keySet())
        .as("operations whose rows of planning and injection are to be added now")
        .doesNotContainAnyElementsOf(there);
  }
}
