// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.benchmark;

import com.sun.management.ThreadMXBean;
import dev.azulejo.cuda.runtime.Context;
import dev.azulejo.cuda.runtime.CudaDriver;
import dev.azulejo.cuda.runtime.CudaModule;
import dev.azulejo.cuda.runtime.CudaStream;
import dev.azulejo.cuda.runtime.DeviceBuffer;
import dev.azulejo.cuda.runtime.Dim3;
import dev.azulejo.cuda.runtime.Launch;
import dev.azulejo.cuda.runtime.LaunchShape;
import dev.azulejo.cuda.runtime.ModuleLoader;
import dev.azulejo.cuda.runtime.ParameterKind;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What it costs the host to enqueue a kernel that does nothing, through a launch that is bound
 * beforehand; {@code gpu/launch-cost.c} does the same in C. Prints the median microseconds of a
 * launch, and the bytes that launches allocated in Java's heap.
 */
public final class LaunchCost {
  private static final int BATCHES = 400;
  private static final int BATCH = 500;
  private static final int WARM_UP = 200;

  private LaunchCost() {}

  /** Runs. The argument is the file with the kernel. */
  public static void main(String[] args) throws IOException {
    String ptx = Files.readString(Path.of(args[0]));
    try (Context context = CudaDriver.open().device(0).open();
        CudaModule module = ModuleLoader.find().load(context, ptx);
        CudaStream stream = context.newStream();
        DeviceBuffer buffer = context.allocate(1024);
        Launch launch =
            module
                .kernel("nothing")
                .bind(
                    LaunchShape.of(new Dim3(128, 1, 1)),
                    List.of(ParameterKind.POINTER, ParameterKind.I32))) {
      launch.grid(132, 1, 1);
      launch.set(0, buffer);
      launch.setInt(1, 0);
      double[] spent = new double[BATCHES];
      for (int i = 0; i < WARM_UP; i++) {
        batch(launch, stream);
      }
      var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < BATCHES; i++) {
        spent[i] = batch(launch, stream);
      }
      long allocated = threads.getCurrentThreadAllocatedBytes() - before;
      Arrays.sort(spent);
      System.out.printf(
          Locale.ROOT,
          "java %.3f us, %.4f bytes%n",
          spent[BATCHES / 2],
          (double) allocated / BATCHES / BATCH);
    }
  }

  private static double batch(Launch launch, CudaStream stream) {
    long begin = System.nanoTime();
    for (int i = 0; i < BATCH; i++) {
      launch.enqueue(stream);
    }
    long end = System.nanoTime();
    stream.synchronize();
    return (end - begin) / 1e3 / BATCH;
  }
}
