// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.azulejo.bindings.cuda.CUfunction_attribute;
import dev.azulejo.bindings.cuda.CUlaunchAttributeID;
import dev.azulejo.bindings.cuda.CUresult;
import dev.azulejo.cuda.fake.FakeDriver;
import dev.azulejo.cuda.fake.FakeKernel;
import dev.azulejo.cuda.fake.FakeLaunch;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class LaunchTest {
  private static final LaunchShape SMALL = LaunchShape.of(Dim3.of(32));

  private final FakeDriver fake = new FakeDriver();
  private final Context context = Fakes.context(fake);

  @AfterEach
  void close() {
    context.close();
    assertThat(fake.thrown()).isEmpty();
  }

  private FakeLaunch launched() {
    return fake.device().launches().getLast();
  }

  @Test
  void argumentsArriveWhereTheKernelReadsThem() {
    try (DeviceBuffer buffer = context.allocate(64);
        Launch launch =
            Fakes.launch(
                fake,
                context,
                SMALL,
                ParameterKind.I8,
                ParameterKind.POINTER,
                ParameterKind.F16,
                ParameterKind.I32,
                ParameterKind.TENSOR_MAP,
                ParameterKind.F32,
                ParameterKind.F64,
                ParameterKind.I64,
                ParameterKind.I16,
                ParameterKind.BF16,
                ParameterKind.POINTER);
        TensorMap map =
            TensorMap.of(
                buffer, TensorShape.of(TensorElement.F32, new long[] {16}, new int[] {16}))) {
      launch.setByte(0, (byte) 7);
      launch.set(1, buffer);
      launch.setShort(2, (short) 0x3c00);
      launch.setInt(3, -5);
      launch.set(4, map);
      launch.setFloat(5, 1.5f);
      launch.setDouble(6, -2.5);
      launch.setLong(7, 1L << 40);
      launch.setShort(8, (short) 9);
      launch.setShort(9, (short) 0x3f80);
      launch.setAddress(10, 0x1234);
      launch.grid(3, 2, 1);
      launch.enqueue(context.defaultStream());
      FakeLaunch got = launched();
      assertThat(got.parameters().get(0)).containsExactly(7);
      assertThat(got.int64(1)).isEqualTo(buffer.address());
      assertThat(got.int16(2)).isEqualTo((short) 0x3c00);
      assertThat(got.int32(3)).isEqualTo(-5);
      assertThat(got.word(4, 0)).isEqualTo(buffer.address());
      assertThat(got.float32(5)).isEqualTo(1.5f);
      assertThat(got.float64(6)).isEqualTo(-2.5);
      assertThat(got.int64(7)).isEqualTo(1L << 40);
      assertThat(got.int16(8)).isEqualTo((short) 9);
      assertThat(got.int16(9)).isEqualTo((short) 0x3f80);
      assertThat(got.int64(10)).isEqualTo(0x1234);
      assertThat(got.grid()).isEqualTo(new FakeLaunch.Size(3, 2, 1));
      assertThat(got.block()).isEqualTo(new FakeLaunch.Size(32, 1, 1));
      assertThat(got.attributes()).isEmpty();
    }
  }

  @Test
  void argumentsChangeBetweenLaunches() {
    try (Launch launch = Fakes.launch(fake, context, SMALL, ParameterKind.I32)) {
      launch.grid(1, 1, 1);
      for (int i = 0; i < 3; i++) {
        launch.setInt(0, i);
        launch.enqueue(context.defaultStream());
      }
      assertThat(fake.device().launches()).extracting(one -> one.int32(0)).containsExactly(0, 1, 2);
    }
  }

  @Test
  void clustersCooperationAndOverlapAreAttributes() {
    LaunchShape shape =
        SMALL.withCluster(new Dim3(2, 4, 2)).withCooperation().withOverlap().withShared(100_000);
    try (Launch launch = Fakes.launch(fake, context, shape)) {
      launch.grid(4, 8, 2);
      launch.enqueue(context.defaultStream());
      assertThat(launched().attributes())
          .isEqualTo(
              Map.of(
                  CUlaunchAttributeID.CU_LAUNCH_ATTRIBUTE_CLUSTER_DIMENSION,
                  List.of(2, 4, 2),
                  CUlaunchAttributeID.CU_LAUNCH_ATTRIBUTE_COOPERATIVE,
                  List.of(1, 0, 0),
                  CUlaunchAttributeID.CU_LAUNCH_ATTRIBUTE_PROGRAMMATIC_STREAM_SERIALIZATION,
                  List.of(1, 0, 0)));
      assertThat(launched().sharedBytes()).isEqualTo(100_000);
      assertThat(
              fake.device()
                  .functionAttribute(
                      CUfunction_attribute.CU_FUNC_ATTRIBUTE_NON_PORTABLE_CLUSTER_SIZE_ALLOWED))
          .isEqualTo(1);
    }
  }

  @Test
  void knowsItsKernel() {
    Kernel kernel = Fakes.launch(fake, context, SMALL).kernel();
    assertThat(kernel.attributes())
        .isEqualTo(new KernelAttributes(40, 0, 1024, 0, 512, 48 << 10, 80, 90));
    assertThat(kernel.blocksPerMultiprocessor(256, 0)).isEqualTo(8);
  }

  @Test
  void whatCannotBeLaunchedIsRefusedWithNumbers() {
    LaunchShape large = LaunchShape.of(Dim3.of(1024));
    assertThatThrownBy(() -> Fakes.launch(fake, context, large))
        .hasMessage(
            "kernel nothing takes blocks of at most 512 threads, not 1024 (40 registers a thread)");
    assertThatThrownBy(() -> Fakes.launch(fake, context, SMALL.withShared(232_000)))
        .hasMessage(
            "kernel nothing wants 232000 bytes of dynamic shared memory and declares 1024; a block"
                + " of Fake 100 has 232448");
    try (Launch launch = Fakes.launch(fake, context, SMALL.withCluster(Dim3.of(2)))) {
      assertThatThrownBy(() -> launch.grid(3, 1, 1))
          .hasMessage(
              "kernel nothing: a grid of 3, 1, 1 blocks is not made of clusters of 2, 1, 1");
      assertThatThrownBy(() -> launch.grid(0, 1, 1))
          .hasMessage("kernel nothing: a grid of 0, 1, 1 blocks");
    }
    assertThatThrownBy(() -> new Dim3(1, -1, 1)).hasMessage("sizes must be positive: 1, -1, 1");
    assertThatThrownBy(() -> SMALL.withShared(-1)).hasMessage("shared memory of -1 bytes");
  }

  @Test
  void whatIsMissingOrOfAnotherKindIsNamed() {
    try (Launch launch = Fakes.launch(fake, context, SMALL, ParameterKind.I32, ParameterKind.F32)) {
      launch.setInt(0, 1);
      assertThatThrownBy(() -> launch.enqueue(context.defaultStream()))
          .hasMessage("kernel nothing: parameter 1 was never set");
      assertThatThrownBy(() -> launch.setInt(1, 1))
          .hasMessage("kernel nothing: parameter 1 is f32, not i32");
      assertThatThrownBy(() -> launch.setShort(0, (short) 1))
          .hasMessage("kernel nothing: parameter 0 is i32, not i16");
      assertThatThrownBy(() -> launch.setInt(2, 1)).hasMessage("kernel nothing has no parameter 2");
      assertThatThrownBy(() -> launch.setShort(-1, (short) 1))
          .hasMessage("kernel nothing has no parameter -1");
      launch.setFloat(1, 1);
      assertThatThrownBy(() -> launch.enqueue(context.defaultStream()))
          .hasMessage("kernel nothing: the grid was never set");
    }
  }

  @Test
  void nothingClosedIsLaunched() {
    Launch launch = Fakes.launch(fake, context, SMALL);
    launch.grid(1, 1, 1);
    CudaStream stream = context.newStream();
    stream.close();
    assertThatThrownBy(() -> launch.enqueue(stream)).hasMessage("the stream is closed");
    launch.kernel().module().close();
    assertThatThrownBy(() -> launch.enqueue(context.defaultStream()))
        .hasMessage("the module is closed");
    launch.close();
    launch.close();
    assertThatThrownBy(() -> launch.enqueue(context.defaultStream()))
        .hasMessage("the launch of nothing is closed");
    assertThatThrownBy(() -> launch.grid(1, 1, 1)).hasMessage("the launch of nothing is closed");
  }

  @Test
  void namesTheKernelThatTheDriverRefused() {
    try (Launch launch = Fakes.launch(fake, context, SMALL)) {
      launch.grid(1, 1, 1);
      fake.fail("cuLaunchKernelEx", CUresult.CUDA_ERROR_LAUNCH_OUT_OF_RESOURCES);
      assertThatThrownBy(() -> launch.enqueue(context.defaultStream()))
          .hasMessageStartingWith("cuLaunchKernelEx(nothing): CUDA_ERROR_LAUNCH_OUT_OF_RESOURCES");
    }
  }

  /** A native function that returns 0 stands for the driver: an upcall would allocate by itself. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void launchingAllocatesNothing() {
    MemorySegment zero = Linker.nativeLinker().defaultLookup().find("sched_yield").orElseThrow();
    SymbolLookup quick =
        name ->
            name.equals("cuLaunchKernelEx") || name.equals("cuCtxSetCurrent")
                ? Optional.of(zero)
                : fake.find(name);
    fake.device().kernel("busy", FakeKernel.of(_ -> {}, 8, 4));
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Context measured = CudaDriver.over(quick).device(0).open();
    // The fake wants to know the thread's context, which the quick function does not tell it.
    context.defaultStream().synchronize();
    CudaModule module = Fakes.module(measured);
    DeviceBuffer buffer = measured.allocate(16);
    List<ParameterKind> kinds = List.of(ParameterKind.POINTER, ParameterKind.I32);
    long fewest = Long.MAX_VALUE;
    try (Launch launch = module.kernel("busy").bind(SMALL, kinds)) {
      CudaStream stream = measured.defaultStream();
      for (int round = 0; round < 40; round++) {
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 2000; i++) {
          launch.set(0, buffer);
          launch.setInt(1, i);
          launch.grid(1 + i, 1, 1);
          launch.enqueue(stream);
        }
        fewest = Math.min(fewest, threads.getCurrentThreadAllocatedBytes() - before);
      }
    }
    measured.close();
    // The question itself may cost a little; a single object a launch would be 32,000 bytes.
    assertThat(fewest).isLessThan(1000);
  }
}
