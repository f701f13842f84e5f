// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.dialect.ptx.KernelOp;
import dev.azulejo.simulator.memory.BankUse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Kernels that the passes made ask no bank of shared memory for two words at once. */
class BankTrafficTest {
  private static final String GEMM = SourceTree.read(SourceTree.ROOT.resolve("examples/gemm.tir"));

  private static List<BankUse> traffic(String text) {
    KernelOp kernel = LoweredProgram.kernel(LoweredProgram.toRung4("gemm", text));
    KernelData.Result result = KernelData.of(kernel).run(kernel);
    assertThat(result.problems()).isEmpty();
    assertThat(result.banks()).isNotEmpty();
    return result.banks();
  }

  @Test
  void aProductReadsWithoutConflicts() {
    List<BankUse> loads =
        traffic(GEMM).stream().filter(use -> use.operation().equals("ptx.ldmatrix")).toList();
    assertThat(loads).isNotEmpty().allMatch(use -> use.executions() > 0);
    // Each loads four matrices, of which each takes a turn.
    assertThat(loads).allMatch(use -> use.turns() == 4 * use.executions());
    assertThat(loads).allMatch(use -> use.conflicts() == 0);
  }

  @Test
  void aProductIsCopiedInWithoutConflicts() {
    List<BankUse> copies =
        traffic(GEMM).stream().filter(use -> use.operation().equals("ptx.cp.async")).toList();
    assertThat(copies).isNotEmpty().allMatch(use -> use.conflicts() == 0);
  }
}
