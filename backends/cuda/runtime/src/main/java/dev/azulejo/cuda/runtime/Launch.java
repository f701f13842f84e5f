// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import dev.azulejo.bindings.cuda.CUlaunchAttribute;
import dev.azulejo.bindings.cuda.CUlaunchAttributeID;
import dev.azulejo.bindings.cuda.CUlaunchAttributeValue;
import dev.azulejo.bindings.cuda.CUlaunchAttributeValue_clusterDim;
import dev.azulejo.bindings.cuda.CUlaunchConfig;
import dev.azulejo.bindings.cuda.CudaApi;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.util.List;

/**
 * A kernel ready to be launched again and again. Arguments are written to memory that is the
 * launch's own and that the driver has copied when {@link #enqueue} returns; setting and enqueuing
 * allocate nothing. One thread at a time may use it.
 */
public final class Launch implements AutoCloseable {
  private static final int MOST_ATTRIBUTES = 3;
  private static final int SLOT_ALIGNMENT = 128;

  private final Kernel kernel;
  private final LaunchShape shape;
  private final CudaDriver driver;
  private final CudaApi api;
  private final ParameterKind[] kinds;
  private final long[] offsets;
  private final boolean[] given;
  private int missing;
  private boolean hasGrid;
  private boolean closed;

  private final Arena arena = Arena.ofShared();
  private final MemorySegment config;
  private final MemorySegment values;
  private final MemorySegment addresses;

  Launch(Kernel kernel, LaunchShape shape, List<ParameterKind> parameters) {
    this.kernel = kernel;
    this.shape = shape;
    this.driver = kernel.context().driver();
    this.api = driver.api();
    this.kinds = parameters.toArray(ParameterKind[]::new);
    this.offsets = new long[kinds.length];
    this.given = new boolean[kinds.length];
    this.missing = kinds.length;
    long size = 0;
    for (int i = 0; i < kinds.length; i++) {
      offsets[i] = roundUp(size, kinds[i].bytes());
      size = offsets[i] + kinds[i].bytes();
    }
    this.values = arena.allocate(Math.max(size, 1), SLOT_ALIGNMENT);
    this.addresses = arena.allocate(ADDRESS, Math.max(kinds.length, 1));
    for (int i = 0; i < kinds.length; i++) {
      addresses.setAtIndex(JAVA_LONG, i, values.address() + offsets[i]);
    }
    this.config = config(shape, arena);
  }

  private static long roundUp(long size, long alignment) {
    return (size + alignment - 1) / alignment * alignment;
  }

  private static MemorySegment config(LaunchShape shape, SegmentAllocator allocator) {
    MemorySegment config = allocator.allocate(CUlaunchConfig.LAYOUT);
    CUlaunchConfig.blockDimX(config, shape.block().x());
    CUlaunchConfig.blockDimY(config, shape.block().y());
    CUlaunchConfig.blockDimZ(config, shape.block().z());
    CUlaunchConfig.sharedMemBytes(config, shape.sharedBytes());
    MemorySegment attributes = allocator.allocate(CUlaunchAttribute.LAYOUT, MOST_ATTRIBUTES);
    int count = 0;
    if (shape.cluster().count() > 1) {
      MemorySegment value =
          attribute(attributes, count++, CUlaunchAttributeID.CU_LAUNCH_ATTRIBUTE_CLUSTER_DIMENSION);
      MemorySegment size = CUlaunchAttributeValue.clusterDim(value);
      CUlaunchAttributeValue_clusterDim.x(size, shape.cluster().x());
      CUlaunchAttributeValue_clusterDim.y(size, shape.cluster().y());
      CUlaunchAttributeValue_clusterDim.z(size, shape.cluster().z());
    }
    if (shape.cooperative()) {
      MemorySegment value =
          attribute(attributes, count++, CUlaunchAttributeID.CU_LAUNCH_ATTRIBUTE_COOPERATIVE);
      CUlaunchAttributeValue.cooperative(value, 1);
    }
    if (shape.overlapping()) {
      MemorySegment value =
          attribute(
              attributes,
              count++,
              CUlaunchAttributeID.CU_LAUNCH_ATTRIBUTE_PROGRAMMATIC_STREAM_SERIALIZATION);
      CUlaunchAttributeValue.programmaticStreamSerializationAllowed(value, 1);
    }
    CUlaunchConfig.attrs(config, count == 0 ? MemorySegment.NULL : attributes);
    CUlaunchConfig.numAttrs(config, count);
    return config;
  }

  private static MemorySegment attribute(MemorySegment attributes, int index, int id) {
    long size = CUlaunchAttribute.LAYOUT.byteSize();
    MemorySegment attribute = attributes.asSlice(index * size, size);
    CUlaunchAttribute.id(attribute, id);
    return CUlaunchAttribute.value(attribute);
  }

  /** The kernel. */
  public Kernel kernel() {
    return kernel;
  }

  /** What stays the same. */
  public LaunchShape shape() {
    return shape;
  }

  /** Sets how many blocks there are. Clusters must divide them. */
  public void grid(int x, int y, int z) {
    requireOpen();
    Dim3 cluster = shape.cluster();
    if (x <= 0 || y <= 0 || z <= 0) {
      throw new IllegalArgumentException(
          "kernel " + kernel.name() + ": a grid of " + x + ", " + y + ", " + z + " blocks");
    }
    if (x % cluster.x() != 0 || y % cluster.y() != 0 || z % cluster.z() != 0) {
      throw new IllegalArgumentException(
          "kernel %s: a grid of %d, %d, %d blocks is not made of clusters of %s"
              .formatted(kernel.name(), x, y, z, cluster));
    }
    CUlaunchConfig.gridDimX(config, x);
    CUlaunchConfig.gridDimY(config, y);
    CUlaunchConfig.gridDimZ(config, z);
    hasGrid = true;
  }

  /** Sets a pointer. */
  public void set(int parameter, DeviceBuffer buffer) {
    values.set(JAVA_LONG, at(parameter, ParameterKind.POINTER), buffer.address());
  }

  /** Sets a pointer to somewhere in device memory. */
  public void setAddress(int parameter, long address) {
    values.set(JAVA_LONG, at(parameter, ParameterKind.POINTER), address);
  }

  /** Sets a tensor map, which is copied. */
  public void set(int parameter, TensorMap map) {
    long at = at(parameter, ParameterKind.TENSOR_MAP);
    MemorySegment.copy(map.memory(), 0, values, at, ParameterKind.TENSOR_MAP.bytes());
  }

  /** Sets an 8-bit integer. */
  public void setByte(int parameter, byte value) {
    values.set(JAVA_BYTE, at(parameter, ParameterKind.I8), value);
  }

  /** Sets a 16-bit integer, or the bits of a 16-bit float. */
  public void setShort(int parameter, short value) {
    ParameterKind kind = kind(parameter);
    boolean isFloat = kind == ParameterKind.F16 || kind == ParameterKind.BF16;
    values.set(JAVA_SHORT, at(parameter, isFloat ? kind : ParameterKind.I16), value);
  }

  /** Sets a 32-bit integer. */
  public void setInt(int parameter, int value) {
    values.set(JAVA_INT, at(parameter, ParameterKind.I32), value);
  }

  /** Sets a 64-bit integer. */
  public void setLong(int parameter, long value) {
    values.set(JAVA_LONG, at(parameter, ParameterKind.I64), value);
  }

  /** Sets a 32-bit float. */
  public void setFloat(int parameter, float value) {
    values.set(JAVA_FLOAT, at(parameter, ParameterKind.F32), value);
  }

  /** Sets a 64-bit float. */
  public void setDouble(int parameter, double value) {
    values.set(JAVA_DOUBLE, at(parameter, ParameterKind.F64), value);
  }

  private ParameterKind kind(int parameter) {
    if (parameter < 0 || parameter >= kinds.length) {
      throw new IllegalArgumentException(
          "kernel " + kernel.name() + " has no parameter " + parameter);
    }
    return kinds[parameter];
  }

  private long at(int parameter, ParameterKind kind) {
    requireOpen();
    if (kind(parameter) != kind) {
      throw new IllegalArgumentException(
          "kernel %s: parameter %d is %s, not %s"
              .formatted(kernel.name(), parameter, kinds[parameter].text(), kind.text()));
    }
    if (!given[parameter]) {
      given[parameter] = true;
      missing--;
    }
    return offsets[parameter];
  }

  /**
   * Launches when the stream comes to it.
   *
   * @throws IllegalStateException if the grid or an argument was never set, or something is closed
   */
  // Hot: GpuSmokeMain times it; LaunchTest counts what it allocates.
  public void enqueue(CudaStream stream) {
    requireOpen();
    if (missing != 0 || !hasGrid) {
      throw new IllegalStateException(incomplete());
    }
    kernel.module().check();
    stream.enter();
    CUlaunchConfig.hStream(config, stream.handle());
    int status = api.cuLaunchKernelEx(config, kernel.handle(), addresses, MemorySegment.NULL);
    if (status != 0) {
      throw driver.failure(status, "cuLaunchKernelEx(" + kernel.name() + ")");
    }
  }

  private String incomplete() {
    for (int i = 0; i < given.length; i++) {
      if (!given[i]) {
        return "kernel " + kernel.name() + ": parameter " + i + " was never set";
      }
    }
    return "kernel " + kernel.name() + ": the grid was never set";
  }

  /** Clusters of this shape that the device runs at once. */
  public int clustersAtOnce() {
    requireOpen();
    kernel.enter();
    return driver.number(
        out -> api.cuOccupancyMaxActiveClusters(out, kernel.handle(), config),
        "cuOccupancyMaxActiveClusters");
  }

  /** Gives back the memory of the arguments; launches that were enqueued go on. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      arena.close();
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the launch of " + kernel.name() + " is closed");
    }
  }
}
