// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azulejo.cuda.fake.FakeDriver;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeviceBufferTest {
  private final FakeDriver fake = new FakeDriver();
  private final Context context = Fakes.context(fake);

  @AfterEach
  void close() {
    context.close();
    assertThat(fake.thrown()).isEmpty();
    assertThat(fake.device().alive()).isEmpty();
  }

  @Test
  void arraysComeBackAsTheyWent() {
    DeviceBuffer buffer = context.allocate(24);
    byte[] bytes = new byte[24];
    bytes[23] = 7;
    buffer.copyFrom(bytes);
    byte[] gotBytes = new byte[24];
    buffer.copyTo(gotBytes);
    assertThat(gotBytes).isEqualTo(bytes);
    buffer.copyFrom(new short[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, -12});
    short[] gotShorts = new short[12];
    buffer.copyTo(gotShorts);
    assertThat(gotShorts).endsWith((short) 11, (short) -12);
    buffer.copyFrom(new int[] {1, 2, 3, 4, 5, -6});
    int[] gotInts = new int[6];
    buffer.copyTo(gotInts);
    assertThat(gotInts).containsExactly(1, 2, 3, 4, 5, -6);
    buffer.copyFrom(new long[] {1, 2, -3});
    long[] gotLongs = new long[3];
    buffer.copyTo(gotLongs);
    assertThat(gotLongs).containsExactly(1, 2, -3);
    buffer.copyFrom(new float[] {1, 2, 3, 4, 5, -6.5f});
    float[] gotFloats = new float[6];
    buffer.copyTo(gotFloats);
    assertThat(gotFloats).containsExactly(1, 2, 3, 4, 5, -6.5f);
    buffer.copyFrom(new double[] {1, 2, -3.25});
    double[] gotDoubles = new double[3];
    buffer.copyTo(gotDoubles);
    assertThat(gotDoubles).containsExactly(1, 2, -3.25);
  }

  @Test
  void longArraysGoInStages() {
    int length = (17 << 20) / Integer.BYTES + 5;
    int[] numbers = new int[length];
    Arrays.setAll(numbers, i -> i * 31);
    DeviceBuffer buffer = context.allocate(4L * length);
    fake.takeCalls();
    buffer.copyFrom(numbers);
    assertThat(fake.takeCalls()).filteredOn("cuMemcpyHtoD_v2"::equals).hasSize(3);
    int[] got = new int[length];
    buffer.copyTo(got);
    assertThat(Arrays.equals(got, numbers)).isTrue();
  }

  @Test
  void partsGoToTheirOffsets() {
    try (Arena arena = Arena.ofConfined()) {
      DeviceBuffer buffer = context.allocate(16);
      buffer.fill(0);
      buffer.copyFrom(4, MemorySegment.ofArray(new int[] {9}));
      buffer.copyFrom(12, arena.allocateFrom(JAVA_INT, 8));
      int[] got = new int[4];
      buffer.copyTo(got);
      assertThat(got).containsExactly(0, 9, 0, 8);
      MemorySegment last = arena.allocate(JAVA_INT);
      buffer.copyTo(12, last);
      assertThat(last.get(JAVA_INT, 0)).isEqualTo(8);
    }
  }

  @Test
  void fillsByOneTwoAndFourBytes() {
    DeviceBuffer buffer = context.allocate(8);
    int[] got = new int[2];
    buffer.fill((byte) 0x11);
    buffer.copyTo(got);
    assertThat(got).containsExactly(0x11111111, 0x11111111);
    buffer.fill((short) 0x1234);
    buffer.copyTo(got);
    assertThat(got).containsExactly(0x12341234, 0x12341234);
    buffer.fill(0x12345678);
    buffer.copyTo(got);
    assertThat(got).containsExactly(0x12345678, 0x12345678);
    buffer.fill(5, context.defaultStream());
    buffer.copyTo(got);
    assertThat(got).containsExactly(5, 5);
  }

  @Test
  void copiesInTheOrderOfAStream() {
    try (CudaStream stream = context.newStream();
        HostBuffer host = context.allocateHost(8);
        DeviceBuffer a = context.allocate(8);
        DeviceBuffer b = DeviceBuffer.allocateOn(stream, 8)) {
      host.memory().set(JAVA_INT, 4, 77);
      a.copyFrom(host.memory(), stream);
      b.copyFrom(a, stream);
      host.memory().fill((byte) 0);
      b.copyTo(host.memory(), stream);
      stream.synchronize();
      assertThat(host.memory().get(JAVA_INT, 4)).isEqualTo(77);
      a.fill(1);
      b.copyFrom(a);
      int[] got = new int[2];
      b.copyTo(got);
      assertThat(got).containsExactly(1, 1);
    }
  }

  /** The driver does not wait for these, and streams do not wait for the default one. */
  @Test
  void isDoneWhenItReturns() {
    DeviceBuffer a = context.allocate(8);
    DeviceBuffer b = context.allocate(8);
    for (Runnable work :
        List.<Runnable>of(
            () -> a.copyFrom(new int[2]),
            () -> a.copyFrom(b),
            () -> a.fill((byte) 1),
            () -> a.fill((short) 1),
            () -> a.fill(1))) {
      fake.takeCalls();
      work.run();
      assertThat(fake.takeCalls()).endsWith("cuCtxSetCurrent", "cuStreamSynchronize");
    }
  }

  @Test
  void sizesMustFit() {
    DeviceBuffer buffer = context.allocate(6);
    assertThatThrownBy(() -> buffer.copyFrom(new int[1]))
        .hasMessage("the buffer has 6 bytes, what is copied 4");
    assertThatThrownBy(() -> buffer.copyTo(new int[2]))
        .hasMessage("the buffer has 6 bytes, what is copied 8");
    assertThatThrownBy(() -> buffer.copyFrom(4, MemorySegment.ofArray(new int[1])))
        .hasMessage("4 bytes at offset 4 do not fit a buffer of 6 bytes");
    assertThatThrownBy(() -> buffer.copyTo(-1, MemorySegment.ofArray(new byte[1])))
        .hasMessage("1 bytes at offset -1 do not fit a buffer of 6 bytes");
    assertThatThrownBy(() -> buffer.fill(1)).hasMessage("6 bytes can't be filled 4 at a time");
    assertThatThrownBy(() -> buffer.copyFrom(context.allocate(8)))
        .hasMessage("the buffer has 6 bytes, what is copied 8");
    assertThatThrownBy(() -> context.allocate(0))
        .hasMessage("a buffer needs at least one byte, not 0");
  }

  @Test
  void arraysCannotBeCopiedLater() {
    DeviceBuffer buffer = context.allocate(4);
    MemorySegment array = MemorySegment.ofArray(new int[1]);
    assertThatThrownBy(() -> buffer.copyFrom(array, context.defaultStream()))
        .hasMessageContaining("needs native memory");
    assertThatThrownBy(() -> buffer.copyTo(array, context.defaultStream()))
        .hasMessageContaining("needs native memory");
  }

  @Test
  void saysHowMuchMemoryThereWasNot() {
    assertThatThrownBy(() -> context.allocate(1L << 40))
        .isInstanceOfSatisfying(
            CudaException.class, e -> assertThat(e.error()).isEqualTo(CudaError.OUT_OF_MEMORY))
        .hasMessageStartingWith("cuMemAlloc_v2(1099511627776 bytes)")
        .hasMessageEndingWith("ask for smaller ones");
  }
}
