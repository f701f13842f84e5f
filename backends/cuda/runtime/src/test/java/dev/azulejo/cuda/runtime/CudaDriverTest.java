// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azulejo.bindings.cuda.CUresult;
import dev.azulejo.cuda.fake.FakeDriver;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CudaDriverTest {
  private final FakeDriver fake = new FakeDriver();

  @Test
  @DisabledIf(
      value = "dev.azulejo.cuda.runtime.GpuTest#isHere",
      disabledReason = "this machine has a driver")
  void saysWhatIsMissing() {
    assertThatThrownBy(CudaDriver::open)
        .isInstanceOf(CudaUnavailableException.class)
        .hasMessageContaining("no NVIDIA driver")
        .hasMessageContaining("libcuda.so.1");
  }

  @Test
  void saysThatThereIsNoGpu() {
    fake.device().devices(0);
    assertThatThrownBy(() -> CudaDriver.over(fake))
        .isInstanceOf(CudaUnavailableException.class)
        .hasMessageContaining("no NVIDIA GPU")
        .hasMessageContaining("CUDA_VISIBLE_DEVICES");
  }

  @Test
  void knowsItsDevices() {
    CudaDriver driver = CudaDriver.over(fake);
    assertThat(driver.version()).isEqualTo(13000);
    assertThat(driver.devices()).hasSize(1);
    Device device = driver.device(0);
    assertThat(device.ordinal()).isZero();
    assertThat(device.name()).isEqualTo("Fake 100");
    assertThat(device.uuid()).isEqualTo(UUID.fromString("00010203-0405-0607-0809-0a0b0c0d0e0f"));
    assertThat(device.totalMemory()).isEqualTo(80L << 30);
    assertThat(device.architecture()).isEqualTo("sm_90");
    assertThat(device.attribute(DeviceAttribute.MULTIPROCESSORS)).isEqualTo(132);
    assertThatThrownBy(() -> driver.device(7))
        .isInstanceOfSatisfying(
            CudaException.class, e -> assertThat(e.error()).isEqualTo(CudaError.INVALID_DEVICE));
  }

  @Test
  void errorsHaveTheDriversWords() {
    fake.fail("cuInit", CUresult.CUDA_ERROR_ILLEGAL_ADDRESS);
    assertThatThrownBy(() -> CudaDriver.over(fake))
        .isInstanceOfSatisfying(
            CudaException.class,
            e -> {
              assertThat(e.call()).isEqualTo("cuInit");
              assertThat(e.code()).isEqualTo(700);
              assertThat(e.codeName()).isEqualTo("CUDA_ERROR_ILLEGAL_ADDRESS");
              assertThat(e.error()).isEqualTo(CudaError.ILLEGAL_ADDRESS);
            })
        .hasMessage(
            "cuInit: CUDA_ERROR_ILLEGAL_ADDRESS (700): text of 700; the context is lost;"
                + " compute-sanitizer says which access it was");
  }

  @Test
  void errorsThatTheDriverDoesNotKnowHaveTheirNumber() {
    fake.fail("cuInit", 4711);
    assertThatThrownBy(() -> CudaDriver.over(fake))
        .hasMessage("cuInit: CUresult(4711) (4711)")
        .isInstanceOfSatisfying(
            CudaException.class, e -> assertThat(e.error()).isEqualTo(CudaError.OTHER));
  }

  @Test
  void functionsThatAnOlderDriverLacksFailWhereTheyAreUsed() {
    fake.without("cuEventElapsedTime_v2");
    try (Context context = Fakes.context(fake);
        CudaEvent event = context.newEvent()) {
      event.record(context.defaultStream());
      assertThatThrownBy(() -> event.millisecondsSince(event))
          .isInstanceOf(UnsatisfiedLinkError.class)
          .hasMessageContaining("cuEventElapsedTime_v2");
    }
  }

  @ParameterizedTest
  @EnumSource
  void errorsAreFoundByTheirNumbers(CudaError error) {
    assertThat(CudaError.of(error.code())).isEqualTo(error);
  }
}
