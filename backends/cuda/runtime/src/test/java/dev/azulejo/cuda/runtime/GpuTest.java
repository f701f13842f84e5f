// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The real driver, on machines that have one. */
class GpuTest {

  static boolean isHere() {
    try {
      return !CudaDriver.open().devices().isEmpty();
    } catch (CudaUnavailableException e) {
      return false;
    }
  }

  @Test
  @EnabledIf(value = "isHere", disabledReason = "there is no NVIDIA driver or no GPU")
  void everythingIsRight() {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(text, true, StandardCharsets.UTF_8);
    CudaDriver driver = CudaDriver.open();
    int failures = new GpuSmoke(driver, ModuleLoader.find(), out, GpuSmoke.ON_GPU).run();
    assertThat(failures).as(text.toString(StandardCharsets.UTF_8)).isZero();
  }
}
