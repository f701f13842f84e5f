// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azulejo.cuda.fake.FakeDriver;
import dev.azulejo.cuda.fake.FakeKernel;
import dev.azulejo.cuda.fake.FakeLaunch;
import dev.azulejo.cuda.runtime.CudaDriver;
import dev.azulejo.cuda.runtime.ModuleLoader;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way to a GPU and back, on a driver made of upcall stubs whose kernels are Java. */
final class OnGpuTest {
  /** Copies A to B by way of shared memory, then B to C. */
  private static final String COPIES =
      """
      func.func @copies(
          %A: memref<16x64xf32> {tile.data = "iota"},
          %B: memref<16x64xf32>, %C: memref<16x64xf32>)
          attributes {tile.reference = @reference, tile.target = "sm_80"} {
        tile.launch grid(%x = 1) threads(32) {
          %s = tile.alloc : memref<16x64xf32, "shared">
          tile.copy %A[0, 0] -> %s : memref<16x64xf32> to memref<16x64xf32, "shared">
          tile.copy %s -> %B[0, 0] : memref<16x64xf32, "shared"> to memref<16x64xf32>
        }
        tile.launch grid(%x = 1) threads(32) {
          %s = tile.alloc : memref<16x64xf32, "shared">
          tile.copy %B[0, 0] -> %s : memref<16x64xf32> to memref<16x64xf32, "shared">
          tile.copy %s -> %C[0, 0] : memref<16x64xf32, "shared"> to memref<16x64xf32>
        }
        return
      }
      func.func private @reference(
          %A: memref<16x64xf32>, %B: memref<16x64xf32>, %C: memref<16x64xf32>) {
        tile.copy %A[0, 0] -> %B : memref<16x64xf32> to memref<16x64xf32>
        tile.copy %A[0, 0] -> %C : memref<16x64xf32> to memref<16x64xf32>
        return
      }
      """;

  private static final long BYTES = 16 * 64 * 4;

  private final FakeDriver fake = new FakeDriver();

  @SuppressWarnings("restricted")
  private static MemorySegment memory(FakeLaunch launch, int parameter) {
    return MemorySegment.ofAddress(launch.int64(parameter)).reinterpret(BYTES + 4);
  }

  private static void copy(FakeLaunch launch) {
    MemorySegment.copy(memory(launch, 0), 0, memory(launch, 1), 0, BYTES);
  }

  private void kernel(String name, FakeKernel.Body body) {
    fake.device().kernel(name, FakeKernel.of(body, 8, 8));
  }

  private Ran run(String... args) {
    return runProgram(COPIES, args);
  }

  private Ran runProgram(String program, String... args) {
    Gpu gpu =
        new Gpu(
            () -> CudaDriver.over(fake),
            () -> new ModuleLoader(Optional.empty(), Optional.empty()));
    String[] all = new String[args.length + 1];
    all[0] = "--on=cuda";
    System.arraycopy(args, 0, all, 1, args.length);
    Ran ran = Ran.call(new TileRun(false, gpu), Path.of(""), program, all);
    assertThat(fake.thrown()).isEmpty();
    return ran;
  }

  @AfterEach
  void nothingIsLeft() {
    assertThat(fake.device().alive()).isEmpty();
  }

  @Test
  void allLaunchesRunInOrderAndResultsAreCompared() {
    kernel("copies", OnGpuTest::copy);
    kernel("copies_1", OnGpuTest::copy);
    Ran ran = run();
    assertThat(ran.err())
        .contains("remark: machine code made by the driver: there is no ptxas")
        .doesNotContain("error");
    assertThat(ran.out())
        .isEqualTo(
            """
            B: bit-exact with @reference (exact, 1024 elements, max error 0.0)
            C: bit-exact with @reference (exact, 1024 elements, max error 0.0)
            """);
    assertThat(ran.status()).isZero();
    // Two runs, with different bytes where results go.
    assertThat(fake.device().launches())
        .extracting(FakeLaunch::kernel)
        .containsExactly("copies", "copies_1", "copies", "copies_1");
    assertThat(fake.device().launches().getFirst().block())
        .isEqualTo(new FakeLaunch.Size(32, 1, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gemm.tir", "gemm_ragged.tir", "softmax.tir"})
  void whatTheManifestSaysRunsTheKernelsOfExamples(String example) throws IOException {
    String program = Files.readString(Path.of("../../examples").resolve(example));
    List<String> said = SimulatedGpu.install(program, fake);
    Ran ran = runProgram(program);
    assertThat(said).isEmpty();
    assertThat(ran.err()).doesNotContain("error");
    assertThat(ran.out()).containsAnyOf("bit-exact with @", "agrees with @");
    assertThat(ran.status()).isZero();
    assertThat(fake.device().launches()).hasSize(2);
  }

  /** Buffers reach these by maps, and blocks come in clusters where the launch has some. */
  @ParameterizedTest
  @ValueSource(
      strings = {"examples/gemm-hopper.tir", "lit-tests/kernels/gemm/gemm-hopper-cluster.tir"})
  void whatTheManifestSaysRunsKernelsForHopper(String file) throws IOException {
    String program = Files.readString(Path.of("../..").resolve(file));
    List<String> said = SimulatedGpu.install(program, fake);
    Ran ran = runProgram(program);
    assertThat(said).isEmpty();
    assertThat(ran.err()).doesNotContain("error");
    assertThat(ran.out()).contains("bit-exact with @");
    assertThat(ran.status()).isZero();
    FakeLaunch launch = fake.device().launches().getFirst();
    assertThat(launch.block()).isEqualTo(new FakeLaunch.Size(384, 1, 1));
    assertThat(launch.word(0, 2)).as("the swizzle of the first map").isEqualTo(3);
  }

  @Test
  void aTensorThatTheCopyEngineCantReachIsRefusedByItsRule() throws IOException {
    String program = Files.readString(Path.of("../../lit-tests/kernels/gemm/hopper-recipe.tir"));
    fake.device().kernel("gemm_1", FakeKernel.of(_ -> {}, 128, 128, 128, 4, 4, 4, 4));
    Ran ran = runProgram(program, "--shape=0=8x60", "--shape=1=16x60", "--shape=2=8x16");
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err())
        .contains(
            "error: can't be launched: kernel gemm_1: arg0: a tensor map wants strides of a"
                + " multiple of 16 bytes below 2^40, not 120");
  }

  @Test
  void theTimeIsMeasuredOnDemand() {
    kernel("copies", OnGpuTest::copy);
    kernel("copies_1", OnGpuTest::copy);
    assertThat(run("--time=5").out()).startsWith("@copies: median of 5: 500.00 us\n");
    assertThat(fake.device().launches()).hasSize(4 + 2 * (10 + 5));
  }

  @Test
  void aWrongElementIsFound() {
    kernel("copies", OnGpuTest::copy);
    kernel(
        "copies_1",
        launch -> {
          copy(launch);
          memory(launch, 1).setAtIndex(ValueLayout.JAVA_FLOAT, 65, -1f);
        });
    Ran ran = run();
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err())
        .contains("error: 'C' differs from @reference")
        .contains("first at [1, 1]: -1.0 instead of 65.0");
  }

  @Test
  void anElementThatNobodyWritesIsFound() {
    kernel("copies", OnGpuTest::copy);
    kernel(
        "copies_1",
        launch -> MemorySegment.copy(memory(launch, 0), 0, memory(launch, 1), 0, BYTES - 4));
    Ran ran = run();
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err()).contains("element [15, 63] is never written");
  }

  @Test
  void writingBehindTheEndIsFound() {
    kernel("copies", OnGpuTest::copy);
    kernel(
        "copies_1",
        launch -> {
          copy(launch);
          memory(launch, 1).setAtIndex(ValueLayout.JAVA_FLOAT, BYTES / 4, 0f);
        });
    Ran ran = run();
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err())
        .contains(
            "error: the kernel writes outside of 'C': 0 bytes in front of it and 4 behind it have"
                + " changed");
  }

  @Test
  void whatDependsOnWhatMemoryHeldIsFound() {
    kernel("copies", OnGpuTest::copy);
    kernel(
        "copies_1",
        launch -> {
          MemorySegment target = memory(launch, 1);
          float before = target.getAtIndex(ValueLayout.JAVA_FLOAT, 7);
          copy(launch);
          target.setAtIndex(ValueLayout.JAVA_FLOAT, 7, Float.isNaN(before) ? 1f : 2f);
        });
    Ran ran = run();
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err())
        .contains("error: two runs leave different results in 'C', first at [0, 7]: 1.0 and 2.0");
  }

  @Test
  void aMachineWithoutGpuIsAnErrorWithAWayOut() {
    fake.device().devices(0);
    Ran ran = run();
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err())
        .contains("<stdin>:1:1: error: running it on a GPU needs the CUDA driver: no NVIDIA GPU")
        .contains("<stdin>:1:1: note: --on=simulator runs it without a GPU");
  }

  @Test
  void whatTheDriverRefusesIsAnError() {
    fake.device().refusePtxWith(".visible .entry copies_1", "line 7: no such instruction");
    Ran ran = run();
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err())
        .contains("<stdin>:1:1: error: the GPU's driver: ")
        .contains("line 7: no such instruction");
  }

  @Test
  void aProgramWithoutKernelsIsAnError() {
    assertThat(run("--pass-pipeline=builtin.module(any(cse))").err())
        .contains("error: 'func.func' op stands beside kernels, but is no part of PTX");
  }

  @Test
  void otherRungsAreRefused() {
    assertThat(run("--rung=3").err()).contains("--rung: a GPU runs rung 4 and no other");
  }
}
