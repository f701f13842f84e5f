// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime;

import dev.azulejo.cuda.fake.FakeDriver;
import java.util.Optional;

/**
 * {@link GpuSmoke} as a program: status 0 if everything was right, 1 if something was wrong or
 * there is no GPU. With {@code --fake} on the fake driver, with {@code --jit} without ptxas.
 */
public final class GpuSmokeMain {
  private GpuSmokeMain() {}

  /** Runs. */
  public static void main(String[] args) {
    ModuleLoader loader = ModuleLoader.find();
    boolean fake = false;
    for (String arg : args) {
      switch (arg) {
        case "--fake" -> fake = true;
        case "--jit" -> loader = new ModuleLoader(Optional.empty(), Optional.empty());
        default -> {
          System.err.println("usage: GpuSmokeMain [--fake] [--jit]");
          System.exit(2);
        }
      }
    }
    int failures;
    try {
      CudaDriver driver =
          fake ? CudaDriver.over(SmokeKernels.on(new FakeDriver())) : CudaDriver.open();
      GpuSmoke.Size size = fake ? GpuSmoke.IN_JAVA : GpuSmoke.ON_GPU;
      failures = new GpuSmoke(driver, loader, System.out, size).run();
    } catch (CudaUnavailableException e) {
      System.err.println(e.getMessage());
      failures = 1;
    }
    System.exit(failures == 0 ? 0 : 1);
  }
}
