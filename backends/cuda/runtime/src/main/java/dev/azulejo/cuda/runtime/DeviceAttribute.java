// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime;

import dev.azulejo.bindings.cuda.CUdevice_attribute;

/** What a device says about itself in numbers. */
public enum DeviceAttribute {
  /** The first part of the compute capability. */
  CAPABILITY_MAJOR(CUdevice_attribute.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR),
  /** The second part of the compute capability. */
  CAPABILITY_MINOR(CUdevice_attribute.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MINOR),
  /** Multiprocessors. */
  MULTIPROCESSORS(CUdevice_attribute.CU_DEVICE_ATTRIBUTE_MULTIPROCESSOR_COUNT),
  /** Threads in a warp. */
  WARP_SIZE(CUdevice_attribute.CU_DEVICE_ATTRIBUTE_WARP_SIZE),
  /** Threads that a block may have. */
  MAX_THREADS_PER_BLOCK(CUdevice_attribute.CU_DEVICE_ATTRIBUTE_MAX_THREADS_PER_BLOCK),
  /** Threads that a multiprocessor holds. */
  MAX_THREADS_PER_MULTIPROCESSOR(
      CUdevice_attribute.CU_DEVICE_ATTRIBUTE_MAX_THREADS_PER_MULTIPROCESSOR),
  /** 32-bit registers that a block may have. */
  MAX_REGISTERS_PER_BLOCK(CUdevice_attribute.CU_DEVICE_ATTRIBUTE_MAX_REGISTERS_PER_BLOCK),
  /** Bytes of shared memory that a block gets without asking. */
  SHARED_BYTES_PER_BLOCK(CUdevice_attribute.CU_DEVICE_ATTRIBUTE_MAX_SHARED_MEMORY_PER_BLOCK),
  /** Bytes of shared memory that a block gets at most. */
  SHARED_BYTES_PER_BLOCK_ASKED(
      CUdevice_attribute.CU_DEVICE_ATTRIBUTE_MAX_SHARED_MEMORY_PER_BLOCK_OPTIN),
  /** Bytes of shared memory of a multiprocessor. */
  SHARED_BYTES_PER_MULTIPROCESSOR(
      CUdevice_attribute.CU_DEVICE_ATTRIBUTE_MAX_SHARED_MEMORY_PER_MULTIPROCESSOR),
  /** Bytes of the second-level cache. */
  L2_BYTES(CUdevice_attribute.CU_DEVICE_ATTRIBUTE_L2_CACHE_SIZE),
  /** Clock of the multiprocessors in kHz. */
  CLOCK_KILOHERTZ(CUdevice_attribute.CU_DEVICE_ATTRIBUTE_CLOCK_RATE),
  /** Clock of the memory in kHz. */
  MEMORY_CLOCK_KILOHERTZ(CUdevice_attribute.CU_DEVICE_ATTRIBUTE_MEMORY_CLOCK_RATE),
  /** Width of the memory's bus in bits. */
  MEMORY_BUS_BITS(CUdevice_attribute.CU_DEVICE_ATTRIBUTE_GLOBAL_MEMORY_BUS_WIDTH),
  /** 1 if clusters of blocks can be launched. */
  CLUSTERS(CUdevice_attribute.CU_DEVICE_ATTRIBUTE_CLUSTER_LAUNCH),
  /** 1 if grids whose blocks wait for each other can be launched. */
  COOPERATIVE_LAUNCH(CUdevice_attribute.CU_DEVICE_ATTRIBUTE_COOPERATIVE_LAUNCH),
  /** 1 if memory can be allocated in the order of a stream. */
  MEMORY_POOLS(CUdevice_attribute.CU_DEVICE_ATTRIBUTE_MEMORY_POOLS_SUPPORTED),
  /** 1 if there are tensor maps. */
  TENSOR_MAPS(CUdevice_attribute.CU_DEVICE_ATTRIBUTE_TENSOR_MAP_ACCESS_SUPPORTED);

  private final int code;

  DeviceAttribute(int code) {
    this.code = code;
  }

  /** The driver's number of the attribute. */
  public int code() {
    return code;
  }
}
