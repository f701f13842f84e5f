// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.azulejo.bindings.cuda.CUuuid;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.UUID;

/** A GPU. */
public final class Device {
  private static final int NAME_BYTES = 256;

  private final CudaDriver driver;
  private final int ordinal;
  private final int handle;

  Device(CudaDriver driver, int ordinal, int handle) {
    this.driver = driver;
    this.ordinal = ordinal;
    this.handle = handle;
  }

  /** The driver's number, from 0. */
  public int ordinal() {
    return ordinal;
  }

  /** The name of its make. */
  public String name() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment out = arena.allocate(NAME_BYTES);
      driver.check(driver.api().cuDeviceGetName(out, NAME_BYTES, handle), "cuDeviceGetName");
      return out.getString(0);
    }
  }

  /** What tells it from all others. */
  public UUID uuid() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment out = arena.allocate(CUuuid.LAYOUT.byteSize(), Long.BYTES);
      driver.check(driver.api().cuDeviceGetUuid_v2(out, handle), "cuDeviceGetUuid_v2");
      return new UUID(
          out.get(JAVA_LONG.withOrder(ByteOrder.BIG_ENDIAN), 0),
          out.get(JAVA_LONG.withOrder(ByteOrder.BIG_ENDIAN), Long.BYTES));
    }
  }

  /** Its memory in bytes. */
  public long totalMemory() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment out = arena.allocate(JAVA_LONG);
      driver.check(driver.api().cuDeviceTotalMem_v2(out, handle), "cuDeviceTotalMem_v2");
      return out.get(JAVA_LONG, 0);
    }
  }

  /** One of its numbers. */
  public int attribute(DeviceAttribute attribute) {
    return driver.number(
        out -> driver.api().cuDeviceGetAttribute(out, attribute.code(), handle),
        "cuDeviceGetAttribute");
  }

  /** The compute capability as compilers write it, {@code sm_90} say. */
  public String architecture() {
    return "sm_"
        + attribute(DeviceAttribute.CAPABILITY_MAJOR)
        + attribute(DeviceAttribute.CAPABILITY_MINOR);
  }

  /** Opens the device's primary context; it is the caller's to close. */
  public Context open() {
    return new Context(driver, this);
  }

  int handle() {
    return handle;
  }
}
