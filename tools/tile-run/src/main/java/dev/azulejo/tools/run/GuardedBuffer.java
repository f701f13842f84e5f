// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.run;

import dev.azulejo.cuda.runtime.Context;
import dev.azulejo.cuda.runtime.DeviceBuffer;
import dev.azulejo.simulator.data.Tensor;
import dev.azulejo.tools.execution.Failure;
import java.util.Arrays;

/**
 * Memory of a GPU for an argument, between guards: who writes behind its ends is found out.
 * Elements are handed over as bytes.
 */
final class GuardedBuffer implements AutoCloseable {
  private static final byte GUARD = (byte) 0xA7;

  private final DeviceBuffer all;
  private final DeviceBuffer inner;
  private final int guard;
  private final int bytes;

  /** Room for so many bytes of elements of a size. */
  GuardedBuffer(Context context, int bytes, int elementSize) {
    this.guard = Tensor.GUARD * elementSize;
    this.bytes = bytes;
    this.all = context.allocate(2L * guard + bytes);
    this.inner = DeviceBuffer.at(context, all.address() + guard, Math.max(1, bytes));
  }

  /** What kernels get. */
  DeviceBuffer buffer() {
    return inner;
  }

  /** Fills it and its guards. */
  void write(byte[] data) {
    byte[] image = new byte[2 * guard + bytes];
    Arrays.fill(image, GUARD);
    System.arraycopy(data, 0, image, guard, bytes);
    all.copyFrom(image);
  }

  /**
   * What is in it.
   *
   * @param outside hears how many bytes in front of it and how many behind it somebody has written,
   *     if any
   */
  byte[] read(Outside outside) throws Failure {
    byte[] image = new byte[2 * guard + bytes];
    all.copyTo(image);
    int before = changed(image, 0, guard);
    int behind = changed(image, guard + bytes, image.length);
    if (before > 0 || behind > 0) {
      throw outside.written(before, behind);
    }
    return Arrays.copyOfRange(image, guard, guard + bytes);
  }

  /** Makes the error for bytes that nobody may write. */
  interface Outside {
    /** The error for so many bytes. */
    Failure written(int before, int behind);
  }

  private static int changed(byte[] image, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += image[i] == GUARD ? 0 : 1;
    }
    return count;
  }

  @Override
  public void close() {
    all.close();
  }
}
