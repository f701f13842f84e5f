// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azulejo.cuda.fake.FakeDriver;
import dev.azulejo.cuda.fake.FakeKernel;
import dev.azulejo.cuda.fake.FakeLaunch;
import dev.azulejo.cuda.runtime.Context;
import dev.azulejo.cuda.runtime.CudaDriver;
import dev.azulejo.cuda.runtime.CudaModule;
import dev.azulejo.cuda.runtime.DeviceBuffer;
import dev.azulejo.cuda.runtime.manifest.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KernelCallTest {
  private static final Manifest MANIFEST =
      Manifest.parse(
          """
          azulejo-kernels 1
          kernel k
            argument A buffer f16 2
            argument C buffer f32 1
            argument tiny i8
            argument small i16
            argument n i32
            argument wide i64
            argument half f16
            argument alpha f32
            argument beta f64
            parameter map A f16 sizes dim(A, 1), dim(A, 0) strides 2 * dim(A, 1) box 64, 8 swizzle 128
            parameter pointer C
            parameter i32 rows = dim(A, 0)
            parameter i64 area = dim(A, 0) * dim(A, 1)
            parameter i8 tiny
            parameter i16 small
            parameter i32 n
            parameter i64 wide
            parameter f16 half
            parameter f32 alpha
            parameter f64 beta
            grid ceildiv(dim(A, 0), 8), n, 1
            block 64, 1, 1
          """);

  private final FakeDriver fake = new FakeDriver();
  private final Context context = CudaDriver.over(fake).device(0).open();
  private final DeviceBuffer a = context.allocate(1 << 16);
  private final DeviceBuffer c = context.allocate(64);
  private final KernelCall call = call();

  private KernelCall call() {
    int[] bytes = {128, 8, 4, 8, 1, 2, 4, 8, 2, 4, 8};
    fake.device().kernel("k", FakeKernel.of(_ -> {}, bytes));
    CudaModule module = CudaModule.compile(context, ".version 7.0\n");
    return new KernelCall(module, MANIFEST.kernel("k").orElseThrow());
  }

  @AfterEach
  void close() {
    call.close();
    context.close();
    assertThat(fake.thrown()).isEmpty();
  }

  private void setAll() {
    call.set("A", a, 20, 64)
        .set("C", c, 16)
        .set("tiny", -1)
        .set("small", 300)
        .set("n", 3)
        .set("wide", 1L << 40)
        .setBits("half", (short) 0x3c00)
        .set("alpha", 1.5)
        .set("beta", 2.5);
  }

  private FakeLaunch run() {
    call.enqueue(context.defaultStream());
    return fake.device().launches().getLast();
  }

  @Test
  void argumentsGridAndMapsComeFromTheManifest() {
    setAll();
    FakeLaunch got = run();
    assertThat(got.grid()).isEqualTo(new FakeLaunch.Size(3, 3, 1));
    assertThat(got.block()).isEqualTo(new FakeLaunch.Size(64, 1, 1));
    assertThat(got.word(0, 0)).isEqualTo(a.address());
    assertThat(got.word(0, 2)).isEqualTo(3);
    assertThat(got.word(0, 4)).isEqualTo(64);
    assertThat(got.word(0, 5)).isEqualTo(20);
    assertThat(got.int64(1)).isEqualTo(c.address());
    assertThat(got.int32(2)).isEqualTo(20);
    assertThat(got.int64(3)).isEqualTo(1280);
    assertThat(got.parameters().get(4)).containsExactly(-1);
    assertThat(got.int16(5)).isEqualTo((short) 300);
    assertThat(got.int32(6)).isEqualTo(3);
    assertThat(got.int64(7)).isEqualTo(1L << 40);
    assertThat(got.int16(8)).isEqualTo((short) 0x3c00);
    assertThat(got.float32(9)).isEqualTo(1.5f);
    assertThat(got.float64(10)).isEqualTo(2.5);
  }

  @Test
  void changesReachTheNextLaunch() {
    setAll();
    run();
    call.set("A", a, 80, 128);
    FakeLaunch got = run();
    assertThat(got.grid()).isEqualTo(new FakeLaunch.Size(10, 3, 1));
    assertThat(got.int32(2)).isEqualTo(80);
    assertThat(got.word(0, 4)).isEqualTo(128);
    fake.takeCalls();
    run();
    assertThat(fake.takeCalls()).containsExactly("cuCtxSetCurrent", "cuLaunchKernelEx");
  }

  @Test
  void whatIsWrongIsNamed() {
    assertThatThrownBy(() -> call.set("gone", 1)).hasMessage("kernel k: there is no argument gone");
    assertThatThrownBy(() -> call.set("A", 1)).hasMessage("kernel k: A is a buffer");
    assertThatThrownBy(() -> call.set("n", c, 1)).hasMessage("kernel k: n is a number");
    assertThatThrownBy(() -> call.set("A", a, 1)).hasMessage("kernel k: A has rank 2, not 1");
    assertThatThrownBy(() -> call.set("tiny", 200)).hasMessage("kernel k: tiny can't hold 200");
    assertThatThrownBy(() -> call.set("n", 1L << 31))
        .hasMessage("kernel k: n can't hold 2147483648");
    assertThatThrownBy(() -> call.set("alpha", 1)).hasMessage("kernel k: alpha is f32, no integer");
    assertThatThrownBy(() -> call.set("n", 1.0))
        .hasMessage("kernel k: n is i32, no float of 32 or 64 bits");
    assertThatThrownBy(() -> call.setBits("alpha", (short) 1))
        .hasMessage("kernel k: alpha is f32, no float of 16 bits");
    assertThatThrownBy(this::run).hasMessage("kernel k: argument A was never set");
    call.set("A", a, 20, 64).set("C", c, 16);
    assertThatThrownBy(this::run).hasMessage("kernel k: argument tiny was never set");
  }

  @Test
  void sizesMustFitTheirParameters() {
    setAll();
    call.set("n", -1);
    assertThatThrownBy(this::run).hasMessage("kernel k: a grid of 3, -1, 1 blocks");
    call.set("n", 3).set("A", a, 1L << 30, 1L << 30);
    assertThatThrownBy(this::run)
        .hasMessageStartingWith("kernel k: A: a tensor of 2305843009213693952 bytes");
    assertThatThrownBy(() -> call.set("A", a, 1L << 31, 64))
        .hasMessage(
            "kernel k: A has 2147483648 elements along dimension 0; 0 to 2147418112 are possible");
    assertThatThrownBy(() -> call.set("A", a, 4, -1))
        .hasMessage("kernel k: A has -1 elements along dimension 1; 0 to 2147418112 are possible");
  }

  @Test
  void mapsKeepToTheRulesOfTheCopyEngine() {
    setAll();
    call.set("A", a, 20, 60);
    assertThatThrownBy(this::run)
        .hasMessage(
            "kernel k: A: a tensor map wants strides of a multiple of 16 bytes below 2^40, not"
                + " 120");
    call.set("A", a, 20, 64);
    assertThat(run().word(0, 2)).isEqualTo(3);
  }

  @Test
  void nothingIsMappedToo() {
    setAll();
    call.set("A", a, 20, 0);
    FakeLaunch got = run();
    assertThat(got.int64(3)).isZero();
    assertThat(got.word(0, 0)).isEqualTo(a.address());
    assertThat(got.word(0, 4)).isEqualTo(1);
  }

  @Test
  void aGridWithoutABlockIsNoLaunch() {
    setAll();
    call.set("n", 0);
    call.enqueue(context.defaultStream());
    assertThat(fake.device().launches()).isEmpty();
    call.set("n", 1);
    assertThat(run().grid()).isEqualTo(new FakeLaunch.Size(3, 1, 1));
  }

  @Test
  void sizesOfOneNameAreEqual() {
    String text =
        """
        azulejo-kernels 1
        kernel k
          argument A buffer f16 2 names M, K
          argument B buffer f16 2 names ?, K
          parameter pointer A
          parameter i32 k = dim(A, 1)
          grid 1, 1, 1
          block 64, 1, 1
        """;
    fake.device().kernel("k", FakeKernel.of(_ -> {}, 8, 4));
    CudaModule module = CudaModule.compile(context, ".version 7.0\n");
    try (KernelCall named = new KernelCall(module, Manifest.parse(text).kernels().getFirst())) {
      named.set("A", a, 8, 16).set("B", c, 4, 12);
      assertThatThrownBy(() -> named.enqueue(context.defaultStream()))
          .hasMessage("kernel k: K is 16 in A, but 12 in B");
      named.set("B", c, 4, 16).enqueue(context.defaultStream());
      assertThat(fake.device().launches().getLast().int32(1)).isEqualTo(16);
    }
  }

  @Test
  void whatArgumentsPromiseIsChecked() {
    String text =
        """
        azulejo-kernels 1
        kernel k
          argument A buffer f16 2 sizes ?, 64 divisors 16, 1
          argument n i32 divisors 8
          parameter pointer A
          parameter i32 n
          grid ceildiv(dim(A, 0), 64), 1, 1
          block 64, 1, 1
        """;
    fake.device().kernel("k", FakeKernel.of(_ -> {}, 8, 4));
    CudaModule module = CudaModule.compile(context, ".version 7.0\n");
    try (KernelCall promised = new KernelCall(module, Manifest.parse(text).kernels().getFirst())) {
      assertThatThrownBy(() -> promised.set("A", a, 16, 32))
          .hasMessage("kernel k: A has 32 elements along dimension 1, not 64");
      assertThatThrownBy(() -> promised.set("A", a, 24, 64))
          .hasMessage("kernel k: A has 24 elements along dimension 0, which is no multiple of 16");
      assertThatThrownBy(() -> promised.set("n", 12))
          .hasMessage("kernel k: n is 12, which is no multiple of 8");
      DeviceBuffer odd = DeviceBuffer.at(context, a.address() + 8, 64);
      assertThatThrownBy(() -> promised.set("A", odd, 16, 64))
          .hasMessage("kernel k: A is at an address that is no multiple of 16");
      for (int rows : new int[] {16, 64, 80, 4096}) {
        promised.set("A", a, rows, 64).set("n", 8).enqueue(context.defaultStream());
        FakeLaunch.Size grid = fake.device().launches().getLast().grid();
        assertThat(grid).isEqualTo(new FakeLaunch.Size((rows + 63) / 64, 1, 1));
      }
    }
  }
}
