// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.azulejo.bindings.cuda.CudaApi;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Memory of a device. What names no stream is done when it returns, so that any stream may use it
 * from then on; it does not wait for what streams do, so who copies out what a kernel writes waits
 * for the kernel first. What names a stream happens in its order, and what is copied from or to
 * must stay until then.
 */
public final class DeviceBuffer implements AutoCloseable {
  /** How much of an array is copied at a time: the driver takes no memory of the Java heap. */
  private static final long STAGE_BYTES = 8L << 20;

  private final Context context;
  private final long address;
  private final long bytes;
  private final Ownership ownership;

  private DeviceBuffer(Context context, long address, long bytes, Ownership ownership) {
    this.context = context;
    this.address = address;
    this.bytes = bytes;
    this.ownership = ownership;
  }

  static DeviceBuffer allocate(Context context, long bytes) {
    requirePositive(bytes);
    context.enter();
    CudaApi api = context.api();
    long address = address(context, out -> api.cuMemAlloc_v2(out, bytes), "cuMemAlloc_v2", bytes);
    Ownership ownership =
        new Ownership(context, "the buffer", "cuMemFree_v2", () -> api.cuMemFree_v2(address));
    return new DeviceBuffer(context, address, bytes, ownership);
  }

  /**
   * Allocates and later frees in the order of a stream, which must stay open for longer.
   *
   * @throws CudaException if memory is short, or the device has no memory pools
   */
  public static DeviceBuffer allocateOn(CudaStream stream, long bytes) {
    requirePositive(bytes);
    stream.enter();
    Context context = stream.context();
    CudaApi api = context.api();
    MemorySegment queue = stream.handle();
    long address =
        address(context, out -> api.cuMemAllocAsync(out, bytes, queue), "cuMemAllocAsync", bytes);
    Ownership ownership =
        new Ownership(
            context, "the buffer", "cuMemFreeAsync", () -> api.cuMemFreeAsync(address, queue));
    return new DeviceBuffer(context, address, bytes, ownership);
  }

  /** Memory of a context that someone else owns: closing the buffer leaves it as it is. */
  public static DeviceBuffer at(Context context, long address, long bytes) {
    requirePositive(bytes);
    Ownership nobody = new Ownership(context, "the buffer", "nothing", () -> 0);
    return new DeviceBuffer(context, address, bytes, nobody);
  }

  private static void requirePositive(long bytes) {
    if (bytes <= 0) {
      throw new IllegalArgumentException("a buffer needs at least one byte, not " + bytes);
    }
  }

  private static long address(Context context, CudaDriver.Query query, String call, long bytes) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment out = arena.allocate(JAVA_LONG);
      context.driver().check(query.ask(out), call + "(" + bytes + " bytes)");
      return out.get(JAVA_LONG, 0);
    }
  }

  /** Its size. */
  public long bytes() {
    return bytes;
  }

  /** Where it is in the device's memory. */
  public long address() {
    ownership.check();
    return address;
  }

  /** Its context. */
  public Context context() {
    return context;
  }

  /** Copies as many bytes as the buffer has. */
  public void copyFrom(MemorySegment source) {
    requireSize(source);
    copyFrom(0, source);
  }

  /** Copies all of a segment to an offset in bytes. */
  public void copyFrom(long offset, MemorySegment source) {
    long to = place(offset, source.byteSize());
    context.enter();
    if (source.isNative()) {
      in(to, source, source.byteSize());
      finish();
      return;
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment stage = arena.allocate(Math.min(STAGE_BYTES, source.byteSize()), Long.BYTES);
      for (long at = 0; at < source.byteSize(); at += stage.byteSize()) {
        long part = Math.min(stage.byteSize(), source.byteSize() - at);
        MemorySegment.copy(source, at, stage, 0, part);
        in(to + at, stage, part);
      }
    }
    finish();
  }

  /** Copies as many bytes as the buffer has. */
  public void copyTo(MemorySegment target) {
    requireSize(target);
    copyTo(0, target);
  }

  /** Fills all of a segment from an offset in bytes. */
  public void copyTo(long offset, MemorySegment target) {
    long from = place(offset, target.byteSize());
    context.enter();
    if (target.isNative()) {
      out(target, from, target.byteSize());
      return;
    }
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment stage = arena.allocate(Math.min(STAGE_BYTES, target.byteSize()), Long.BYTES);
      for (long at = 0; at < target.byteSize(); at += stage.byteSize()) {
        long part = Math.min(stage.byteSize(), target.byteSize() - at);
        out(stage, from + at, part);
        MemorySegment.copy(stage, 0, target, at, part);
      }
    }
  }

  private void in(long to, MemorySegment from, long size) {
    context.driver().check(context.api().cuMemcpyHtoD_v2(to, from, size), "cuMemcpyHtoD_v2");
  }

  /** The driver returns from fills and copies inwards before the device has them. */
  private void finish() {
    context.defaultStream().synchronize();
  }

  private void out(MemorySegment to, long from, long size) {
    context.driver().check(context.api().cuMemcpyDtoH_v2(to, from, size), "cuMemcpyDtoH_v2");
  }

  /** Copies an array of the buffer's size. */
  public void copyFrom(byte[] source) {
    copyFrom(MemorySegment.ofArray(source));
  }

  /** Copies an array of the buffer's size. */
  public void copyFrom(short[] source) {
    copyFrom(MemorySegment.ofArray(source));
  }

  /** Copies an array of the buffer's size. */
  public void copyFrom(int[] source) {
    copyFrom(MemorySegment.ofArray(source));
  }

  /** Copies an array of the buffer's size. */
  public void copyFrom(long[] source) {
    copyFrom(MemorySegment.ofArray(source));
  }

  /** Copies an array of the buffer's size. */
  public void copyFrom(float[] source) {
    copyFrom(MemorySegment.ofArray(source));
  }

  /** Copies an array of the buffer's size. */
  public void copyFrom(double[] source) {
    copyFrom(MemorySegment.ofArray(source));
  }

  /** Fills an array of the buffer's size. */
  public void copyTo(byte[] target) {
    copyTo(MemorySegment.ofArray(target));
  }

  /** Fills an array of the buffer's size. */
  public void copyTo(short[] target) {
    copyTo(MemorySegment.ofArray(target));
  }

  /** Fills an array of the buffer's size. */
  public void copyTo(int[] target) {
    copyTo(MemorySegment.ofArray(target));
  }

  /** Fills an array of the buffer's size. */
  public void copyTo(long[] target) {
    copyTo(MemorySegment.ofArray(target));
  }

  /** Fills an array of the buffer's size. */
  public void copyTo(float[] target) {
    copyTo(MemorySegment.ofArray(target));
  }

  /** Fills an array of the buffer's size. */
  public void copyTo(double[] target) {
    copyTo(MemorySegment.ofArray(target));
  }

  /** Copies another buffer of the same size. */
  public void copyFrom(DeviceBuffer source) {
    requireSameSize(source.bytes);
    long to = address();
    context.enter();
    context
        .driver()
        .check(context.api().cuMemcpyDtoD_v2(to, source.address(), bytes), "cuMemcpyDtoD_v2");
    finish();
  }

  /** Copies native memory of the buffer's size when the stream comes to it. */
  public void copyFrom(MemorySegment source, CudaStream stream) {
    requireSize(source);
    long to = address();
    stream.enter();
    context
        .driver()
        .check(
            context.api().cuMemcpyHtoDAsync_v2(to, requireNative(source), bytes, stream.handle()),
            "cuMemcpyHtoDAsync_v2");
  }

  /** Fills native memory of the buffer's size when the stream comes to it. */
  public void copyTo(MemorySegment target, CudaStream stream) {
    requireSize(target);
    long from = address();
    stream.enter();
    context
        .driver()
        .check(
            context.api().cuMemcpyDtoHAsync_v2(requireNative(target), from, bytes, stream.handle()),
            "cuMemcpyDtoHAsync_v2");
  }

  /** Copies another buffer of the same size when the stream comes to it. */
  public void copyFrom(DeviceBuffer source, CudaStream stream) {
    requireSameSize(source.bytes);
    long to = address();
    stream.enter();
    context
        .driver()
        .check(
            context.api().cuMemcpyDtoDAsync_v2(to, source.address(), bytes, stream.handle()),
            "cuMemcpyDtoDAsync_v2");
  }

  /** Sets every byte. */
  public void fill(byte value) {
    long to = address();
    context.enter();
    context.driver().check(context.api().cuMemsetD8_v2(to, value, bytes), "cuMemsetD8_v2");
    finish();
  }

  /** Sets every two bytes; the size is a multiple of 2. */
  public void fill(short value) {
    long count = count(Short.BYTES);
    long to = address();
    context.enter();
    context.driver().check(context.api().cuMemsetD16_v2(to, value, count), "cuMemsetD16_v2");
    finish();
  }

  /** Sets every four bytes; the size is a multiple of 4. */
  public void fill(int value) {
    long count = count(Integer.BYTES);
    long to = address();
    context.enter();
    context.driver().check(context.api().cuMemsetD32_v2(to, value, count), "cuMemsetD32_v2");
    finish();
  }

  /** Sets every four bytes when the stream comes to it; the size is a multiple of 4. */
  public void fill(int value, CudaStream stream) {
    long count = count(Integer.BYTES);
    long to = address();
    stream.enter();
    context
        .driver()
        .check(
            context.api().cuMemsetD32Async(to, value, count, stream.handle()), "cuMemsetD32Async");
  }

  @Override
  public void close() {
    ownership.close();
  }

  private long place(long offset, long size) {
    if (offset < 0 || size > bytes - offset) {
      throw new IllegalArgumentException(
          size + " bytes at offset " + offset + " do not fit a buffer of " + bytes + " bytes");
    }
    return address() + offset;
  }

  private void requireSize(MemorySegment segment) {
    requireSameSize(segment.byteSize());
  }

  private void requireSameSize(long size) {
    if (size != bytes) {
      throw new IllegalArgumentException(
          "the buffer has " + bytes + " bytes, what is copied " + size);
    }
  }

  private static MemorySegment requireNative(MemorySegment segment) {
    if (!segment.isNative()) {
      throw new IllegalArgumentException(
          "a copy that does not wait needs native memory, a HostBuffer's best");
    }
    return segment;
  }

  private long count(int width) {
    if (bytes % width != 0) {
      throw new IllegalArgumentException(bytes + " bytes can't be filled " + width + " at a time");
    }
    return bytes / width;
  }
}
