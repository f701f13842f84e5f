// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azulejo.bindings.cuda.CUresult;
import dev.azulejo.bindings.cuda.CudaApi;
import dev.azulejo.cuda.fake.FakeDriver;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * One long run over the fake driver: it uses all of it, leaves nothing, and hears of any failure.
 */
class EveryCallTest {
  /** What explains an error is asked for when there is one, and may fail by itself. */
  private static final Set<String> EXPLAINING = Set.of("cuGetErrorName", "cuGetErrorString");

  private static void everything(FakeDriver fake) {
    CudaDriver driver = CudaDriver.over(SmokeKernels.on(fake));
    driver.devices().getFirst().uuid();
    new GpuSmoke(
            driver,
            new ModuleLoader(Optional.empty(), Optional.empty()),
            new PrintStream(OutputStream.nullOutputStream()),
            GpuSmoke.IN_JAVA)
        .run();
    try (Context context = driver.device(0).open();
        CudaStream stream = context.newStream();
        CudaEvent event = context.newEvent();
        DeviceBuffer a = context.allocate(64);
        DeviceBuffer b = DeviceBuffer.allocateOn(stream, 64);
        HostBuffer host = context.allocateHost(64);
        Arena arena = Arena.ofConfined()) {
      MemorySegment memory = arena.allocate(64);
      context.freeMemory();
      a.copyFrom(host.memory(), stream);
      a.copyTo(memory, stream);
      a.copyFrom(b, stream);
      a.copyFrom(b);
      a.fill((byte) 1);
      a.fill((short) 1);
      a.fill(1, stream);
      event.record(stream);
      stream.waitFor(event);
      event.isDone();
      stream.isIdle();
      CudaModule module = Fakes.module(context);
      Kernel kernel = module.kernel("vector_add");
      assertThat(module.addressOfGlobal("table")).isEqualTo(0xABCD00L);
      LaunchShape shape = LaunchShape.of(Dim3.ONE).withShared(100_000);
      try (Launch launch = kernel.bind(shape, List.of())) {
        assertThat(launch.clustersAtOnce()).isEqualTo(66);
      }
    }
  }

  @Test
  void leavesNothingOpen() {
    FakeDriver fake = new FakeDriver();
    everything(fake);
    assertThat(fake.thrown()).isEmpty();
    assertThat(fake.device().alive()).isEmpty();
  }

  @Test
  void theFakeHasAllThatIsBound() {
    Set<String> bound = new TreeSet<>();
    for (Method method : CudaApi.class.getDeclaredMethods()) {
      if (method.getName().startsWith("cu")) {
        bound.add(method.getName());
      }
    }
    assertThat(FakeDriver.all().keySet()).isEqualTo(bound);
  }

  @Test
  void usesAllThatTheFakeHas() {
    FakeDriver fake = new FakeDriver();
    everything(fake);
    assertThat(new TreeSet<>(fake.takeCalls())).isEqualTo(FakeDriver.all().keySet());
  }

  @TestFactory
  Stream<DynamicTest> aFailureOfAnyCallIsHeardOf() {
    FakeDriver once = new FakeDriver();
    everything(once);
    Set<String> calls = new LinkedHashSet<>(once.takeCalls());
    calls.removeAll(EXPLAINING);
    return calls.stream()
        .map(call ->
            DynamicTest.dynamicTest(
                call,
                () -> {
                  FakeDriver fake =
                      new FakeDriver().fail(call, CUresult.CUDA_ERROR_SYSTEM_NOT_READY);
                  assertThatThrownBy(() -> everything(fake))
                      .isInstanceOfSatisfying(
                          CudaException.class,
                          e -> {
                            assertThat(e.call()).startsWith(call);
                            assertThat(e.codeName()).isEqualTo("CUDA_ERROR_SYSTEM_NOT_READY");
                          });
                  assertThat(fake.thrown()).isEmpty();
                }));
  }
}
