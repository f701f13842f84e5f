// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a step of the main loops may cost on Hopper, in instructions. */
class HopperBudgetTest {
  private static final String PRODUCT = "wgmma.mma_async";
  private static final String LOAD = "cp.async.bulk.tensor.2d.shared";

  /** As few as in text that people write: the emitter adds none. */
  @Test
  void theRecipeKeepsItsInstructions() {
    PtxLoops loops =
        PtxLoops.of(
            Translation.ptx("--pass=convert-to-ptx", "lit-tests/kernels/gemm/hopper-recipe.tir"));
    assertThat(loops.around(PRODUCT)).hasSize(34);
    assertThat(loops.around(LOAD)).hasSize(19);
    assertThat(count(loops.around(PRODUCT), "mov.")).isEqualTo(1);
    assertThat(count(loops.around(LOAD), "mov.")).isZero();
  }

  /** What tiles become costs no more than what people write. */
  @Test
  void theExampleKeepsWithinTheRecipe() {
    PtxLoops loops = PtxLoops.of(Translation.ptx("examples/gemm-hopper.tir"));
    List<String> consumer = loops.around(PRODUCT);
    List<String> producer = loops.around(LOAD);
    assertThat(consumer.size()).as("consumer: %s", consumer).isLessThanOrEqualTo(34);
    assertThat(producer.size()).as("producer: %s", producer).isLessThanOrEqualTo(19);
    assertThat(count(consumer, PRODUCT)).isEqualTo(4);
    assertThat(count(consumer, "mov.")).isLessThanOrEqualTo(1);
    assertThat(count(producer, LOAD)).isEqualTo(2);
    assertThat(count(consumer, "bar.")).isZero();
    assertThat(count(consumer, "cvt.")).isZero();
    assertThat(count(producer, "mov.")).isZero();
  }

  /** In a cluster, each slot is released in every block that reads it. */
  @Test
  void clustersKeepWithinTheBudget() {
    PtxLoops loops = PtxLoops.of(Translation.ptx("lit-tests/kernels/gemm/gemm-hopper-cluster.tir"));
    List<String> consumer = loops.around(PRODUCT);
    List<String> producer = loops.around(LOAD);
    assertThat(consumer.size()).as("consumer: %s", consumer).isLessThanOrEqualTo(41);
    assertThat(producer.size()).as("producer: %s", producer).isLessThanOrEqualTo(23);
    assertThat(count(consumer, "bar.")).isZero();
    assertThat(count(consumer, "mbarrier.arrive.shared::cluster")).isBetween(1L, 2L);
  }

  private static long count(List<String> instructions, String prefix) {
    return instructions.stream().filter(name -> name.startsWith(prefix)).count();
  }
}
