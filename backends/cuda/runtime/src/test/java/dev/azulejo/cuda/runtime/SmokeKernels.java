// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import dev.azulejo.cuda.fake.FakeDriver;
import dev.azulejo.cuda.fake.FakeFunctions;
import dev.azulejo.cuda.fake.FakeKernel;
import dev.azulejo.cuda.fake.FakeLaunch;
import java.lang.foreign.MemorySegment;

/** The kernels of {@link GpuSmoke} in Java. */
final class SmokeKernels {
  private SmokeKernels() {}

  /** Gives a fake driver the kernels and a compiler's manners. */
  static FakeDriver on(FakeDriver driver) {
    driver.device().kernel("vector_add", FakeKernel.of(SmokeKernels::vectorAdd, 8, 8, 8, 4));
    driver.device().kernel("tensor_copy", FakeKernel.of(SmokeKernels::tensorCopy, 128, 8, 4));
    driver.device().refusePtxWith("nonsense", "ptxas: line 4; error: parsing near 'nonsense'");
    return driver;
  }

  private static void vectorAdd(FakeLaunch launch) {
    int n = launch.int32(3);
    MemorySegment a = FakeFunctions.memory(launch.int64(0), 4L * n);
    MemorySegment b = FakeFunctions.memory(launch.int64(1), 4L * n);
    MemorySegment c = FakeFunctions.memory(launch.int64(2), 4L * n);
    int threads = (int) Math.min(n, launch.grid().count() * launch.block().count());
    for (int i = 0; i < threads; i++) {
      c.setAtIndex(JAVA_FLOAT, i, a.getAtIndex(JAVA_FLOAT, i) + b.getAtIndex(JAVA_FLOAT, i));
    }
  }

  private static void tensorCopy(FakeLaunch launch) {
    long columns = launch.word(0, 4);
    long rows = launch.word(0, 5);
    int width = launch.int32(2);
    MemorySegment in = FakeFunctions.memory(launch.int64(0), 4 * columns * rows);
    MemorySegment out = FakeFunctions.memory(launch.int64(1), 4L * width * rows);
    for (int y = 0; y < Math.min(rows, 32L * launch.grid().y()); y++) {
      for (int x = 0; x < Math.min(columns, 32L * launch.grid().x()); x++) {
        out.setAtIndex(
            JAVA_FLOAT, (long) y * width + x, in.getAtIndex(JAVA_FLOAT, y * columns + x));
      }
    }
  }
}
