// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.azulejo.bindings.cuda.CUresult;
import dev.azulejo.bindings.cuda.CUtensorMap;
import dev.azulejo.bindings.cuda.CUtensorMapFloatOOBfill;
import dev.azulejo.bindings.cuda.CUtensorMapInterleave;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * A tensor in global memory as the copy engine of sm_90 and later sees it; a kernel takes it by
 * value.
 */
public final class TensorMap implements AutoCloseable {
  private static final int BUFFER_ALIGNMENT = 16;

  private final Arena arena = Arena.ofShared();
  private final MemorySegment memory = arena.allocate(CUtensorMap.LAYOUT);
  private boolean closed;

  private TensorMap() {}

  /**
   * Maps a tensor that begins where a buffer begins.
   *
   * @throws CudaException if the device has no tensor maps
   * @throws IllegalArgumentException if the buffer is too small
   */
  public static TensorMap of(DeviceBuffer buffer, TensorShape shape) {
    long needed = bytes(shape);
    if (needed > buffer.bytes()) {
      throw new IllegalArgumentException(
          "a tensor of " + needed + " bytes does not fit a buffer of " + buffer.bytes());
    }
    return of(buffer.context(), buffer.address(), shape);
  }

  /** Maps a tensor at an address, a multiple of 16. */
  public static TensorMap of(Context context, long address, TensorShape shape) {
    if (address % BUFFER_ALIGNMENT != 0) {
      throw new IllegalArgumentException(
          "a tensor map wants an address that is a multiple of 16, not " + address);
    }
    TensorMap map = new TensorMap();
    try {
      encode(context, map.memory, address, shape);
    } catch (RuntimeException e) {
      map.close();
      throw e;
    }
    return map;
  }

  private static void encode(
      Context context, MemorySegment memory, long address, TensorShape shape) {
    int[] steps = new int[shape.rank()];
    Arrays.fill(steps, 1);
    try (Arena scratch = Arena.ofConfined()) {
      context.enter();
      int status =
          context
              .api()
              .cuTensorMapEncodeTiled(
                  memory,
                  shape.element().code(),
                  shape.rank(),
                  MemorySegment.ofAddress(address),
                  scratch.allocateFrom(JAVA_LONG, shape.sizes()),
                  scratch.allocateFrom(JAVA_LONG, shape.strides()),
                  scratch.allocateFrom(JAVA_INT, shape.box()),
                  scratch.allocateFrom(JAVA_INT, steps),
                  CUtensorMapInterleave.CU_TENSOR_MAP_INTERLEAVE_NONE,
                  shape.swizzle().code(),
                  shape.promotion().code(),
                  CUtensorMapFloatOOBfill.CU_TENSOR_MAP_FLOAT_OOB_FILL_NONE);
      if (status != CUresult.CUDA_SUCCESS) {
        throw context.driver().failure(status, "cuTensorMapEncodeTiled(" + shape + ")");
      }
    }
  }

  private static long bytes(TensorShape shape) {
    long[] sizes = shape.sizes();
    long[] strides = shape.strides();
    long bytes = sizes[0] * shape.element().bytes();
    for (int i = 0; i < strides.length; i++) {
      bytes += (sizes[i + 1] - 1) * strides[i];
    }
    return bytes;
  }

  /** Gives back its memory; launches that took it have a copy. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      arena.close();
    }
  }

  MemorySegment memory() {
    if (closed) {
      throw new IllegalStateException("the tensor map is closed");
    }
    return memory;
  }
}
