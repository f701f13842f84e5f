// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azulejo.bindings.cuda.CUresult;
import dev.azulejo.cuda.fake.FakeDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TensorMapTest {
  private final FakeDriver fake = new FakeDriver();
  private final Context context = Fakes.context(fake);

  @AfterEach
  void close() {
    context.close();
    assertThat(fake.thrown()).isEmpty();
  }

  private static TensorShape shape(long[] sizes, int... box) {
    return TensorShape.of(TensorElement.F16, sizes, box);
  }

  @Test
  void holdsWhatTheDriverWrote() {
    DeviceBuffer buffer = context.allocate(64 * 128 * 2);
    TensorShape shape = shape(new long[] {64, 128}, 64, 32).withSwizzle(TensorSwizzle.BYTES_128);
    try (TensorMap map = TensorMap.of(buffer, shape)) {
      assertThat(map.memory().byteSize()).isEqualTo(128);
      assertThat(map.memory().address() % 64).isZero();
      assertThat(map.memory().getAtIndex(JAVA_LONG, 0)).isEqualTo(buffer.address());
      assertThat(map.memory().getAtIndex(JAVA_LONG, 1)).isEqualTo(2);
      assertThat(map.memory().getAtIndex(JAVA_LONG, 2)).isEqualTo(3);
      assertThat(map.memory().getAtIndex(JAVA_LONG, 4)).isEqualTo(64);
      assertThat(map.memory().getAtIndex(JAVA_LONG, 5)).isEqualTo(128);
      assertThat(map.memory().getAtIndex(JAVA_INT, 25)).isEqualTo(32);
    }
  }

  @Test
  void stridesOfAPackedTensorAreWorkedOut() {
    assertThat(shape(new long[] {64, 10, 3}, 64, 2, 1).strides()).containsExactly(128, 1280);
    assertThat(shape(new long[] {64}, 64).strides()).isEmpty();
    assertThat(shape(new long[] {64, 10}, 64, 2).withStrides(256))
        .hasToString("f16 sizes [64, 10] strides [256] box [64, 2] swizzle 0");
  }

  @Test
  void whatTheHardwareDoesNotTakeIsNamed() {
    assertRefused("1 to 5 dimensions, not 0", new long[0]);
    assertRefused("1 to 5 dimensions, not 6", new long[] {8, 1, 1, 1, 1, 1}, 8, 1, 1, 1, 1, 1);
    assertRefused("a box of 2 dimensions, not 1", new long[] {8, 8}, 8);
    assertRefused("dimension 0 of 1 to 2^32 elements, not 0", new long[] {0}, 8);
    assertRefused("a box of 1 to 256 elements along dimension 0, not 512", new long[] {512}, 512);
    assertRefused("strides of a multiple of 16 bytes below 2^40, not 10", new long[] {5, 8}, 8, 1);
    assertRefused("a box whose rows are a multiple of 16 bytes, not 8", new long[] {8}, 4);
    assertThatThrownBy(() -> shape(new long[] {8, 8}, 8, 8).withStrides(16, 16))
        .hasMessage("a tensor map wants 1 strides, not 2");
    assertThatThrownBy(
            () -> shape(new long[] {256, 8}, 128, 8).withSwizzle(TensorSwizzle.BYTES_128))
        .hasMessage(
            "a tensor map wants a box whose rows have at most the 128 bytes of the swizzle, not"
                + " 256");
    assertThatThrownBy(() -> TensorSwizzle.ofSpan(16))
        .hasMessage("a swizzle spans 0, 32, 64 or 128 bytes, not 16");
  }

  private static void assertRefused(String what, long[] sizes, int... box) {
    assertThatThrownBy(() -> shape(sizes, box)).hasMessage("a tensor map wants " + what);
  }

  @Test
  void theTensorMustFitItsBuffer() {
    DeviceBuffer buffer = context.allocate(100);
    assertThatThrownBy(() -> TensorMap.of(buffer, shape(new long[] {8, 8}, 8, 8)))
        .hasMessage("a tensor of 128 bytes does not fit a buffer of 100");
    assertThatThrownBy(() -> TensorMap.of(context, 8, shape(new long[] {8}, 8)))
        .hasMessage("a tensor map wants an address that is a multiple of 16, not 8");
  }

  @Test
  void refusalsOfTheDriverSayWhatWasAsked() {
    DeviceBuffer buffer = context.allocate(128);
    fake.fail("cuTensorMapEncodeTiled", CUresult.CUDA_ERROR_INVALID_VALUE);
    assertThatThrownBy(() -> TensorMap.of(buffer, shape(new long[] {8, 8}, 8, 8)))
        .hasMessageStartingWith(
            "cuTensorMapEncodeTiled(f16 sizes [8, 8] strides [16] box [8, 8] swizzle 0):"
                + " CUDA_ERROR_INVALID_VALUE");
  }

  @Test
  void isNotUsedOnceClosed() {
    DeviceBuffer buffer = context.allocate(128);
    TensorMap map = TensorMap.of(buffer, shape(new long[] {8, 8}, 8, 8));
    map.close();
    map.close();
    assertThatThrownBy(map::memory).hasMessage("the tensor map is closed");
  }
}
