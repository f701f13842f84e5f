// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azulejo.bindings.cuda.CUresult;
import dev.azulejo.cuda.fake.FakeDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CudaGraphTest {
  private final FakeDriver fake = new FakeDriver();
  private final Context context = Fakes.context(fake);
  private final CudaStream stream = context.newStream();
  private final Launch launch =
      Fakes.launch(fake, context, LaunchShape.of(Dim3.of(32)), ParameterKind.I32);

  @AfterEach
  void close() {
    launch.close();
    context.close();
    assertThat(fake.thrown()).isEmpty();
    assertThat(fake.device().alive()).isEmpty();
  }

  private void work() {
    launch.grid(1, 1, 1);
    launch.setInt(0, 1);
    launch.enqueue(stream);
    launch.setInt(0, 2);
    launch.enqueue(stream);
  }

  @Test
  void runsWhatWasCapturedWithItsArguments() {
    try (CudaGraph graph = CudaGraph.capture(stream, this::work)) {
      assertThat(graph.nodes()).isEqualTo(2);
      assertThat(fake.device().launches()).isEmpty();
      launch.setInt(0, 99);
      graph.upload(stream);
      graph.enqueue(stream);
      graph.enqueue(stream);
      assertThat(fake.device().launches())
          .extracting(one -> one.int32(0))
          .containsExactly(1, 2, 1, 2);
    }
  }

  @Test
  void aFailureInTheWorkEndsTheCapture() {
    Runnable failing =
        () -> {
          work();
          throw new IllegalStateException("no more");
        };
    assertThatThrownBy(() -> CudaGraph.capture(stream, failing)).hasMessage("no more");
    launch.enqueue(stream);
    assertThat(fake.device().launches()).hasSize(1);
    assertThat(fake.device().alive()).doesNotContain("graph");
  }

  @Test
  void aGraphThatCannotBeMadeIsForgotten() {
    fake.fail("cuGraphInstantiateWithFlags", CUresult.CUDA_ERROR_NOT_SUPPORTED);
    assertThatThrownBy(() -> CudaGraph.capture(stream, this::work))
        .hasMessageStartingWith("cuGraphInstantiateWithFlags: CUDA_ERROR_NOT_SUPPORTED");
    assertThat(fake.device().alive()).doesNotContain("graph", "executable graph");
  }

  @Test
  void theDefaultStreamCannotBeCaptured() {
    assertThatThrownBy(() -> CudaGraph.capture(context.defaultStream(), this::work))
        .isInstanceOfSatisfying(
            CudaException.class,
            e -> assertThat(e.error()).isEqualTo(CudaError.STREAM_CAPTURE_UNSUPPORTED));
  }

  @Test
  void isNotUsedOnceClosed() {
    CudaGraph graph = CudaGraph.capture(stream, this::work);
    graph.close();
    graph.close();
    assertThatThrownBy(() -> graph.enqueue(stream)).hasMessage("the graph is closed");
  }
}
