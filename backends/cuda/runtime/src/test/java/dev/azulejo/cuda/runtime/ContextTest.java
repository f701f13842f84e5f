// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azulejo.bindings.cuda.CUresult;
import dev.azulejo.cuda.fake.FakeDriver;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ContextTest {
  private final FakeDriver fake = new FakeDriver();
  private final Context context = Fakes.context(fake);

  private static void assertClosed(String what, ThrowingCallable use) {
    assertThatThrownBy(use)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(what + " is closed");
  }

  @Test
  void closesWhatIsLeftOfItsOwn() {
    DeviceBuffer buffer = context.allocate(16);
    CudaStream stream = context.newStream();
    CudaEvent event = context.newEvent();
    CudaModule module = Fakes.module(context);
    HostBuffer host = context.allocateHost(16);
    assertThat(fake.device().alive())
        .containsExactly("stream", "event", "module", "memory", "memory", "context");
    context.close();
    assertThat(fake.device().alive()).isEmpty();
    assertClosed("the buffer", buffer::address);
    assertClosed("the stream", stream::synchronize);
    assertClosed("the event", event::synchronize);
    assertClosed("the module", () -> module.kernel("x"));
    assertClosed("the host buffer", host::memory);
    assertClosed("the context", context::synchronize);
    assertClosed("the context", () -> context.defaultStream().synchronize());
    assertClosed("the context", () -> context.allocate(16));
  }

  @Test
  void closesYoungestFirst() {
    context.newStream();
    context.allocate(16);
    context.newEvent();
    fake.takeCalls();
    context.close();
    assertThat(fake.takeCalls())
        .filteredOn(call -> !call.equals("cuCtxSetCurrent"))
        .containsExactly(
            "cuEventDestroy_v2",
            "cuMemFree_v2",
            "cuStreamDestroy_v2",
            "cuDevicePrimaryCtxRelease_v2");
  }

  @Test
  void closingTwiceIsHarmless() {
    DeviceBuffer buffer = context.allocate(16);
    CudaStream stream = context.newStream();
    buffer.close();
    buffer.close();
    stream.close();
    stream.close();
    context.close();
    context.close();
    buffer.close();
    assertThat(fake.takeCalls())
        .containsOnlyOnce("cuMemFree_v2", "cuStreamDestroy_v2", "cuDevicePrimaryCtxRelease_v2");
  }

  @Test
  void theDefaultStreamStaysOpen() {
    context.defaultStream().close();
    context.defaultStream().synchronize();
    assertThat(context.defaultStream().isIdle()).isTrue();
    context.close();
  }

  @Test
  void closesTheRestThoughOneFails() {
    context.allocate(16);
    context.newStream();
    context.newEvent();
    fake.fail("cuStreamDestroy_v2", CUresult.CUDA_ERROR_ILLEGAL_ADDRESS);
    fake.fail("cuEventDestroy_v2", CUresult.CUDA_ERROR_ILLEGAL_ADDRESS);
    assertThatThrownBy(context::close)
        .hasMessageStartingWith("cuEventDestroy_v2")
        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
    assertThat(fake.device().alive()).containsExactly("stream", "event");
  }

  @Test
  void anyThreadMayUseIt() throws InterruptedException {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    DeviceBuffer buffer = context.allocate(4);
    Thread thread =
        Thread.ofVirtual()
            .start(() -> {
              try {
                buffer.copyFrom(new int[] {5});
                context.synchronize();
              } catch (RuntimeException e) {
                thrown.set(e);
              }
            });
    thread.join();
    assertThat(thrown.get()).isNull();
    int[] got = new int[1];
    buffer.copyTo(got);
    assertThat(got).containsExactly(5);
    context.close();
  }

  @Test
  void twoContextsShareAThread() {
    try (Context other = Fakes.context(fake);
        DeviceBuffer here = context.allocate(4);
        DeviceBuffer there = other.allocate(4)) {
      here.fill(1);
      there.fill(2);
      here.fill(3);
      assertThat(other.freeMemory()).isEqualTo(70L << 30);
    }
    context.close();
    assertThat(fake.device().alive()).isEmpty();
  }

  @Test
  void streamsAndEventsSayWhetherTheyAreDone() {
    try (CudaStream stream = context.newStream();
        CudaEvent event = context.newEvent()) {
      event.record(stream);
      fake.device().ready(false);
      assertThat(stream.isIdle()).isFalse();
      assertThat(event.isDone()).isFalse();
      fake.device().ready(true);
      assertThat(stream.isIdle()).isTrue();
      assertThat(event.isDone()).isTrue();
    }
    context.close();
  }
}
