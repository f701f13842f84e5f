// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Runs a kernel that multiplies matrices from a file of PTX, and compares with plain loops: small
 * integers as data, so that every sum is exact and the result must be equal bit for bit.
 *
 * <p>Arguments: the file, the kernel, M, N, K, the tile's rows and columns, the threads of a block,
 * the element types of A and B and of C (f16, bf16, f32), how B lies (nk or kn), and the scalars
 * behind the three pointers. The grid is columns by rows of tiles.
 */
public final class GpuProductMain {
  private static final int RUNS = 20;
  private static final int WARM = 10;
  private static final int SCALARS = 11;

  private GpuProductMain() {}

  /** Runs; status 1 if a result is wrong. */
  public static void main(String[] args) throws IOException {
    String ptx = Files.readString(Path.of(args[0]));
    int m = Integer.parseInt(args[2]);
    int n = Integer.parseInt(args[3]);
    int k = Integer.parseInt(args[4]);
    Type in = Type.valueOf(args[8]);
    Type out = Type.valueOf(args[9]);
    boolean transposed = args[10].equals("nk");
    List<ParameterKind> kinds =
        new ArrayList<>(
            List.of(ParameterKind.POINTER, ParameterKind.POINTER, ParameterKind.POINTER));
    for (int i = SCALARS; i < args.length; i++) {
      kinds.add(ParameterKind.I32);
    }
    boolean right;
    try (Context context = CudaDriver.open().device(0).open();
        CudaModule module = ModuleLoader.find().load(context, ptx);
        CudaStream stream = context.newStream();
        DeviceBuffer a = context.allocate((long) m * k * in.bytes);
        DeviceBuffer b = context.allocate((long) n * k * in.bytes);
        DeviceBuffer c = context.allocate((long) m * n * out.bytes);
        Launch launch =
            module
                .kernel(args[1])
                .bind(LaunchShape.of(Dim3.of(Integer.parseInt(args[7]))), kinds)) {
      System.out.println(launch.kernel().attributes());
      launch.set(0, a);
      launch.set(1, b);
      launch.set(2, c);
      for (int i = SCALARS; i < args.length; i++) {
        launch.setInt(i - SCALARS + 3, Integer.parseInt(args[i]));
      }
      launch.grid(
          Math.ceilDiv(n, Integer.parseInt(args[6])),
          Math.ceilDiv(m, Integer.parseInt(args[5])),
          1);
      right = true;
      int[] wanted = {};
      for (int run = 0; run < RUNS; run++) {
        // New data now and then, and the old result poisoned each time.
        if (run % 10 == 0) {
          int[] left = integers(run, m * k);
          int[] other = integers(run + 1, n * k);
          in.copy(left, a);
          in.copy(other, b);
          wanted = product(left, transposed ? other : turned(other, k, n), m, n, k);
        }
        c.fill(0x7fc07fc0);
        launch.enqueue(stream);
        stream.synchronize();
        int[] wrong = out.differences(c, wanted);
        if (wrong.length > 0) {
          System.out.printf(
              Locale.ROOT,
              "run %d: %d of %d elements are wrong, the first at (%d, %d)%n",
              run,
              wrong.length,
              m * n,
              wrong[0] / n,
              wrong[0] % n);
          right = false;
          break;
        }
      }
      System.out.println(right ? RUNS + " runs right" : "wrong");
      time(context, launch, stream, 2.0 * m * n * k);
    }
    System.exit(right ? 0 : 1);
  }

  private static void time(Context context, Launch launch, CudaStream stream, double operations) {
    float[] times = new float[51];
    try (CudaEvent begin = context.newEvent();
        CudaEvent end = context.newEvent()) {
      for (int i = -WARM; i < times.length; i++) {
        begin.record(stream);
        launch.enqueue(stream);
        end.record(stream);
        end.synchronize();
        if (i >= 0) {
          times[i] = end.millisecondsSince(begin);
        }
      }
    }
    Arrays.sort(times);
    float median = times[times.length / 2];
    System.out.printf(
        Locale.ROOT,
        "median of %d: %.2f us, %.2f TFLOP/s%n",
        times.length,
        median * 1e3,
        operations / median / 1e9);
  }

  private static int[] integers(long seed, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] values = new int[count];
    for (int i = 0; i < count; i++) {
      values[i] = random.nextInt(-2, 3);
    }
    return values;
  }

  private static int[] turned(int[] matrix, int rows, int columns) {
    int[] turned = new int[matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      turned[i % columns * rows + i / columns] = matrix[i];
    }
    return turned;
  }

  private static int[] product(int[] a, int[] b, int m, int n, int k) {
    int[] c = new int[m * n];
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        int sum = 0;
        for (int l = 0; l < k; l++) {
          sum += a[i * k + l] * b[j * k + l];
        }
        c[i * n + j] = sum;
      }
    }
    return c;
  }

  /** How numbers lie in memory. */
  private enum Type {
    f16(2),
    bf16(2),
    f32(4);

    final int bytes;

    Type(int bytes) {
      this.bytes = bytes;
    }

    int bits(int value) {
      return switch (this) {
        case f16 -> Float.floatToFloat16(value) & 0xFFFF;
        case bf16 -> roundedToBf16(Float.floatToRawIntBits(value));
        case f32 -> Float.floatToRawIntBits(value);
      };
    }

    private static int roundedToBf16(int bits) {
      return ((bits + 0x7FFF + ((bits >>> 16) & 1)) >>> 16) & 0xFFFF;
    }

    void copy(int[] values, DeviceBuffer target) {
      if (bytes == 4) {
        int[] bits = new int[values.length];
        Arrays.setAll(bits, i -> bits(values[i]));
        target.copyFrom(bits);
      } else {
        short[] bits = new short[values.length];
        for (int i = 0; i < bits.length; i++) {
          bits[i] = (short) bits(values[i]);
        }
        target.copyFrom(bits);
      }
    }

    /** Where memory differs from what is wanted. */
    int[] differences(DeviceBuffer memory, int[] wanted) {
      int[] got = new int[wanted.length];
      if (bytes == 4) {
        memory.copyTo(got);
      } else {
        short[] bits = new short[wanted.length];
        memory.copyTo(bits);
        Arrays.setAll(got, i -> bits[i] & 0xFFFF);
      }
      return java.util.stream.IntStream.range(0, wanted.length)
          .filter(i -> got[i] != bits(wanted[i]))
          .toArray();
    }
  }
}
