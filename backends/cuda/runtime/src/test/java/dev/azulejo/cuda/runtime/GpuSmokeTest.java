// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.cuda.fake.FakeDriver;
import dev.azulejo.cuda.fake.FakeKernel;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The program for machines with a GPU, tried where there is none. */
class GpuSmokeTest {
  private final FakeDriver fake = SmokeKernels.on(new FakeDriver());
  private final ByteArrayOutputStream text = new ByteArrayOutputStream();

  private int run() {
    ModuleLoader loader = new ModuleLoader(Optional.empty(), Optional.empty());
    PrintStream out = new PrintStream(text, true, UTF_8);
    return new GpuSmoke(CudaDriver.over(fake), loader, out, GpuSmoke.IN_JAVA).run();
  }

  @Test
  void everythingIsRight() {
    assertThat(run()).as(text::toString).isZero();
    assertThat(text.toString(UTF_8))
        .contains("vector_add", "20 runs equal", "tensor_copy in clusters");
  }

  @Test
  void aWrongKernelIsFoundOut() {
    fake.device().kernel("vector_add", FakeKernel.of(_ -> {}, 8, 8, 8, 4));
    assertThat(run()).isEqualTo(3);
    assertThat(text.toString(UTF_8)).contains("WRONG");
  }
}
