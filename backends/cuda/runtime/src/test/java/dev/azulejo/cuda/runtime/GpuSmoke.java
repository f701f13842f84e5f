// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime;

import com.sun.management.ThreadMXBean;
import dev.azulejo.cuda.runtime.call.KernelCall;
import dev.azulejo.cuda.runtime.manifest.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Everything of the runtime once, on a driver: results are checked, times are printed. */
final class GpuSmoke {
  /** On a GPU. The number of elements is no multiple of the block. */
  static final Size ON_GPU = new Size((1 << 20) + 3, 2000);

  /** Where Java does the GPU's work. */
  static final Size IN_JAVA = new Size(1003, 5);

  /** How many elements are added, and how many launches are timed together. */
  record Size(int length, int launches) {}

  private static final int THREADS = 256;
  private static final int RUNS = 20;
  private static final int GRAPH_LAUNCHES = 10;
  private static final int WIDTH = 256;
  private static final int HEIGHT = 128;
  private static final int BOX = 32;

  private static final List<ParameterKind> VECTOR_ADD =
      List.of(
          ParameterKind.POINTER, ParameterKind.POINTER, ParameterKind.POINTER, ParameterKind.I32);

  private static final String MANIFEST =
      """
      azulejo-kernels 1
      kernel tensor_copy
        argument in buffer f32 2
        argument out buffer f32 2
        parameter map in f32 sizes dim(in, 1), dim(in, 0) strides 4 * dim(in, 1) box 32, 32
        parameter pointer out
        parameter i32 width = dim(out, 1)
        grid ceildiv(dim(in, 1), 32), ceildiv(dim(in, 0), 32), 1
        block 256, 1, 1
        cluster 2, 1, 1
      """;

  private final CudaDriver driver;
  private final ModuleLoader loader;
  private final PrintStream out;
  private final int length;
  private final int launches;
  private int failures;

  GpuSmoke(CudaDriver driver, ModuleLoader loader, PrintStream out, Size size) {
    this.driver = driver;
    this.loader = loader;
    this.out = out;
    this.length = size.length;
    this.launches = size.launches;
  }

  /** Runs on the first device; the number of checks that failed. */
  int run() {
    Device device = driver.device(0);
    line("driver", "CUDA %d.%d", driver.version() / 1000, driver.version() % 1000 / 10);
    line(
        "device",
        "%s, %s, %d multiprocessors, %d MiB",
        device.name(),
        device.architecture(),
        device.attribute(DeviceAttribute.MULTIPROCESSORS),
        device.totalMemory() >> 20);
    try (Context context = device.open()) {
      vectorAdd(context);
      if (device.attribute(DeviceAttribute.TENSOR_MAPS) == 1) {
        tensorCopy(context);
      } else {
        line("tensor map", "left out: the device has none");
      }
      refusals(context);
    }
    line("checks failed", "%d", failures);
    return failures;
  }

  private void vectorAdd(Context context) {
    try (CudaModule module = load(context, "vector_add");
        CudaStream stream = context.newStream();
        DeviceBuffer a = context.allocate(4L * length);
        DeviceBuffer b = context.allocate(4L * length);
        DeviceBuffer c = context.allocate(4L * length);
        Launch launch =
            module.kernel("vector_add").bind(LaunchShape.of(Dim3.of(THREADS)), VECTOR_ADD)) {
      float[] left = random(1, length);
      float[] right = random(2, length);
      a.copyFrom(left);
      b.copyFrom(right);
      launch.set(0, a);
      launch.set(1, b);
      launch.set(2, c);
      launch.setInt(3, length);
      launch.grid((length + THREADS - 1) / THREADS, 1, 1);
      attributes(launch.kernel());
      float[] wanted = sum(left, right);
      check("vector_add", Arrays.equals(once(launch, stream, c), wanted));
      boolean equal = true;
      for (int i = 0; i < RUNS; i++) {
        equal &= Arrays.equals(once(launch, stream, c), wanted);
      }
      check(RUNS + " runs equal", equal);
      times(context, launch, stream);
      graph(launch, stream, c, wanted);
    }
  }

  private float[] once(Launch launch, CudaStream stream, DeviceBuffer result) {
    result.fill(0x7fc00000);
    launch.enqueue(stream);
    stream.synchronize();
    float[] got = new float[length];
    result.copyTo(got);
    return got;
  }

  private CudaModule load(Context context, String name) {
    CudaModule module = loader.load(context, resource(name + ".ptx"));
    LoadReport report = module.report();
    line(
        "load " + name,
        "%s in %.2f ms%s",
        report.way(),
        report.milliseconds(),
        report.remark().isEmpty() ? "" : " (" + report.remark() + ")");
    CudaModule again = loader.load(context, resource(name + ".ptx"));
    line("load again", "%s in %.2f ms", again.report().way(), again.report().milliseconds());
    again.close();
    return module;
  }

  private void attributes(Kernel kernel) {
    KernelAttributes attributes = kernel.attributes();
    line(
        "kernel " + kernel.name(),
        "%d registers, %d bytes local, %d bytes shared, at most %d threads, %d blocks a"
            + " multiprocessor",
        attributes.registers(),
        attributes.localBytes(),
        attributes.staticSharedBytes(),
        attributes.maxThreads(),
        kernel.blocksPerMultiprocessor(THREADS, 0));
  }

  private void times(Context context, Launch launch, CudaStream stream) {
    try (CudaEvent begin = context.newEvent();
        CudaEvent end = context.newEvent()) {
      float best = Float.MAX_VALUE;
      for (int i = 0; i < RUNS; i++) {
        begin.record(stream);
        launch.enqueue(stream);
        end.record(stream);
        end.synchronize();
        best = Math.min(best, end.millisecondsSince(begin));
      }
      line(
          "kernel time",
          "%.2f us, %.0f GB/s",
          best * 1e3,
          best == 0 ? 0 : 12.0 * length / best / 1e6);
    }
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    double fastest = Double.MAX_VALUE;
    long allocated = Long.MAX_VALUE;
    for (int round = 0; round < RUNS; round++) {
      long bytes = threads.getCurrentThreadAllocatedBytes();
      long start = System.nanoTime();
      for (int i = 0; i < launches; i++) {
        launch.enqueue(stream);
      }
      fastest = Math.min(fastest, (System.nanoTime() - start) / 1e3 / launches);
      allocated = Math.min(allocated, threads.getCurrentThreadAllocatedBytes() - bytes);
      stream.synchronize();
    }
    line(
        "enqueue",
        "%.2f us a launch, %.2f bytes of Java heap",
        fastest,
        (double) allocated / launches);
  }

  private void graph(Launch launch, CudaStream stream, DeviceBuffer c, float[] wanted) {
    Runnable work =
        () -> {
          for (int i = 0; i < GRAPH_LAUNCHES; i++) {
            launch.enqueue(stream);
          }
        };
    c.fill(0);
    try (CudaGraph graph = CudaGraph.capture(stream, work);
        CudaEvent begin = launch.kernel().context().newEvent();
        CudaEvent end = launch.kernel().context().newEvent()) {
      graph.upload(stream);
      begin.record(stream);
      graph.enqueue(stream);
      end.record(stream);
      end.synchronize();
      float[] got = new float[length];
      c.copyTo(got);
      check("graph result", Arrays.equals(got, wanted));
      line(
          "graph",
          "%d nodes, %.2f us a node",
          graph.nodes(),
          end.millisecondsSince(begin) * 1e3 / GRAPH_LAUNCHES);
    }
  }

  private void tensorCopy(Context context) {
    float[] from = random(3, WIDTH * HEIGHT);
    Manifest manifest = Manifest.parse(MANIFEST);
    try (CudaModule module = load(context, "tensor_copy");
        DeviceBuffer in = context.allocate(4L * from.length);
        DeviceBuffer to = context.allocate(4L * from.length);
        KernelCall call = new KernelCall(module, manifest.kernel("tensor_copy").orElseThrow())) {
      in.copyFrom(from);
      to.fill(0);
      attributes(call.kernel());
      long start = System.nanoTime();
      TensorShape shape =
          TensorShape.of(TensorElement.F32, new long[] {WIDTH, HEIGHT}, new int[] {BOX, BOX});
      TensorMap.of(in, shape.withSwizzle(TensorSwizzle.BYTES_128)).close();
      line("tensor map", "encoded in %.1f us (%s)", (System.nanoTime() - start) / 1e3, shape);
      call.set("in", in, HEIGHT, WIDTH).set("out", to, HEIGHT, WIDTH);
      call.enqueue(context.defaultStream());
      context.synchronize();
      float[] got = new float[from.length];
      to.copyTo(got);
      check("tensor_copy in clusters of 2", Arrays.equals(got, from));
    }
  }

  /** What must not work says why. */
  private void refusals(Context context) {
    try {
      CudaModule.compile(context, ".version 7.0\n.target sm_80\n.address_size 64\nnonsense;\n");
      check("wrong PTX is refused", false);
    } catch (CudaException e) {
      check("wrong PTX is refused", String.valueOf(e.getMessage()).contains("line 4"));
      line("its message", "%s", String.valueOf(e.getMessage()).replace("\n", " | "));
    }
    try {
      context.allocate(1L << 50).close();
      check("too much memory is refused", false);
    } catch (CudaException e) {
      check("too much memory is refused", e.error() == CudaError.OUT_OF_MEMORY);
    }
  }

  private void check(String what, boolean good) {
    if (!good) {
      failures++;
    }
    line(what, good ? "right" : "WRONG");
  }

  private void line(String what, String format, Object... values) {
    out.printf(Locale.ROOT, "%-30s %s%n", what, String.format(Locale.ROOT, format, values));
  }

  private static float[] random(long seed, int length) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) random.nextDouble(-1, 1);
    }
    return values;
  }

  private static float[] sum(float[] a, float[] b) {
    float[] c = new float[a.length];
    for (int i = 0; i < a.length; i++) {
      c[i] = a[i] + b[i];
    }
    return c;
  }

  static String resource(String name) {
    try (InputStream in = GpuSmoke.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
