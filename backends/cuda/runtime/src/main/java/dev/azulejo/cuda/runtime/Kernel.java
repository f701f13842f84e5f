// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime;

import dev.azulejo.bindings.cuda.CUfunction_attribute;
import dev.azulejo.bindings.cuda.CudaApi;
import java.lang.foreign.MemorySegment;
import java.util.List;

/** A kernel of a loaded module. */
public final class Kernel {
  private final CudaModule module;
  private final String name;
  private final MemorySegment handle;

  Kernel(CudaModule module, String name, MemorySegment handle) {
    this.module = module;
    this.name = name;
    this.handle = handle;
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /** Its context. */
  public Context context() {
    return module.context();
  }

  /** The module that it is of. */
  public CudaModule module() {
    return module;
  }

  /** What the driver says of it. */
  public KernelAttributes attributes() {
    enter();
    return new KernelAttributes(
        attribute(CUfunction_attribute.CU_FUNC_ATTRIBUTE_NUM_REGS),
        attribute(CUfunction_attribute.CU_FUNC_ATTRIBUTE_LOCAL_SIZE_BYTES),
        attribute(CUfunction_attribute.CU_FUNC_ATTRIBUTE_SHARED_SIZE_BYTES),
        attribute(CUfunction_attribute.CU_FUNC_ATTRIBUTE_CONST_SIZE_BYTES),
        attribute(CUfunction_attribute.CU_FUNC_ATTRIBUTE_MAX_THREADS_PER_BLOCK),
        attribute(CUfunction_attribute.CU_FUNC_ATTRIBUTE_MAX_DYNAMIC_SHARED_SIZE_BYTES),
        attribute(CUfunction_attribute.CU_FUNC_ATTRIBUTE_PTX_VERSION),
        attribute(CUfunction_attribute.CU_FUNC_ATTRIBUTE_BINARY_VERSION));
  }

  private int attribute(int attribute) {
    CudaDriver driver = driver();
    return driver.number(
        out -> driver.api().cuFuncGetAttribute(out, attribute, handle), "cuFuncGetAttribute");
  }

  /**
   * Lets launches have so much dynamic shared memory.
   *
   * @throws IllegalArgumentException if the device has less
   */
  public void allowDynamicShared(int bytes) {
    enter();
    int fixed = attribute(CUfunction_attribute.CU_FUNC_ATTRIBUTE_SHARED_SIZE_BYTES);
    int most = context().device().attribute(DeviceAttribute.SHARED_BYTES_PER_BLOCK_ASKED);
    if (bytes > most - fixed) {
      throw new IllegalArgumentException(
          "kernel %s wants %d bytes of dynamic shared memory and declares %d; a block of %s has %d"
              .formatted(name, bytes, fixed, context().device().name(), most));
    }
    set(CUfunction_attribute.CU_FUNC_ATTRIBUTE_MAX_DYNAMIC_SHARED_SIZE_BYTES, bytes);
  }

  /**
   * Lets launches have clusters that not every GPU of the architecture takes: more than 8 blocks.
   */
  public void allowLargeClusters() {
    enter();
    set(CUfunction_attribute.CU_FUNC_ATTRIBUTE_NON_PORTABLE_CLUSTER_SIZE_ALLOWED, 1);
  }

  private void set(int attribute, int value) {
    driver()
        .check(driver().api().cuFuncSetAttribute(handle, attribute, value), "cuFuncSetAttribute");
  }

  /** Blocks of so many threads and so much dynamic shared memory that a multiprocessor holds. */
  public int blocksPerMultiprocessor(int threads, int sharedBytes) {
    enter();
    CudaApi api = driver().api();
    return driver()
        .number(
            out ->
                api.cuOccupancyMaxActiveBlocksPerMultiprocessor(out, handle, threads, sharedBytes),
            "cuOccupancyMaxActiveBlocksPerMultiprocessor");
  }

  /**
   * Makes a launch ready: what is not its grid or an argument is checked and set here, once.
   *
   * @param shape what stays the same
   * @param parameters what the kernel takes, in order
   * @throws IllegalArgumentException if the kernel or the device can't be launched so
   */
  public Launch bind(LaunchShape shape, List<ParameterKind> parameters) {
    KernelAttributes attributes = attributes();
    if (shape.block().count() > attributes.maxThreads()) {
      throw new IllegalArgumentException(
          "kernel %s takes blocks of at most %d threads, not %d (%d registers a thread)"
              .formatted(
                  name, attributes.maxThreads(), shape.block().count(), attributes.registers()));
    }
    if (shape.sharedBytes() > attributes.maxDynamicSharedBytes()) {
      allowDynamicShared(shape.sharedBytes());
    }
    if (shape.cluster().count() > PORTABLE_CLUSTER) {
      allowLargeClusters();
    }
    return new Launch(this, shape, parameters);
  }

  private static final int PORTABLE_CLUSTER = 8;

  MemorySegment handle() {
    return handle;
  }

  /** Enters the context of a kernel that is still loaded. */
  void enter() {
    module.check();
    module.context().enter();
  }

  private CudaDriver driver() {
    return module.context().driver();
  }
}
