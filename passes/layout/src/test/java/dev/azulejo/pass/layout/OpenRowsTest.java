// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.dialect.pipeline.PipelineDialect;
import dev.azulejo.dialect.tile.GemmOp;
import dev.azulejo.dialect.tile.ParallelOp;
import dev.azulejo.dialect.tile.TileDialect;
import dev.azulejo.ir.Dialect;
import dev.azulejo.ir.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The cases of inference that can't be written yet, each with the operation or attribute that it
 * waits for. Who adds one is told here to add the case.
 */
class OpenRowsTest {
  private static final Map<String, List<String>> OPERATIONS =
      new TreeMap<>(Map.of("tile.gather", List.of("the swizzle of its mode")));

  private static final Map<String, List<String>> ATTRIBUTES =
      new TreeMap<>(
          Map.of(
              "policy",
              List.of("two products with one accumulator and different policies are a conflict"),
              "coalesced_width",
              List.of("2, 4 and 8 of a planned 8 are taken, 16 and 3 refused")));

  @Test
  void rowsWaitForOperationsThatAreNotThere() {
    List<String> there = new ArrayList<>();
    for (Dialect dialect : List.of(new TileDialect(), new PipelineDialect())) {
      for (String mnemonic : dialect.operationNames()) {
        there.add(dialect.name() + "." + mnemonic);
      }
    }
    assertThat(there).contains("tile.gemm");
    assertThat(OPERATIONS.keySet())
        .as("operations whose rows of inference are to be added now")
        .doesNotContainAnyElementsOf(there);
  }

  @Test
  void rowsWaitForAttributesThatAreNotThere() {
    Block block =
        Block.of(
            """
            %a = tile.alloc : S<64x64xf16>
            %f = tile.alloc : R<64x64xf32>
            tile.gemm %a, %a, %f : S<64x64xf16>, S<64x64xf16>, R<64x64xf32>
            tile.parallel (%p) to (64) {
            }
            """);
    List<Operation> declared = new ArrayList<>(block.all(GemmOp.class));
    declared.addAll(block.all(ParallelOp.class));
    for (Operation op : declared) {
      assertThat(op.schema().attributes().stream().map(attribute -> attribute.name()))
          .isNotEmpty()
          .as("attributes whose rows of inference are to be added now")
          .doesNotContainAnyElementsOf(ATTRIBUTES.keySet());
    }
  }
}
