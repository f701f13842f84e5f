// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.azulejo.bindings.cuda.CudaApi;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.LinkedHashSet;
import java.util.SequencedSet;

/**
 * A device's primary context: what is loaded and allocated on a device belongs to one. Any thread
 * may use it; each call makes it the calling thread's current one first, at about 50 ns. Closing it
 * closes what is left of its own, youngest first.
 */
public final class Context implements AutoCloseable {
  private final CudaDriver driver;
  private final Device device;
  private final MemorySegment handle;
  private final CudaStream defaultStream;
  private final SequencedSet<Ownership> owned = new LinkedHashSet<>();
  private volatile boolean closed;

  Context(CudaDriver driver, Device device) {
    this.driver = driver;
    this.device = device;
    this.handle =
        driver.handle(
            out -> driver.api().cuDevicePrimaryCtxRetain(out, device.handle()),
            "cuDevicePrimaryCtxRetain");
    this.defaultStream = CudaStream.ofDefault(this);
  }

  /** The device. */
  public Device device() {
    return device;
  }

  /** The stream that every context has; closing it does nothing. */
  public CudaStream defaultStream() {
    return defaultStream;
  }

  /** A new stream, which does not wait for the default one. */
  public CudaStream newStream() {
    return CudaStream.create(this);
  }

  /** A new event that takes the time. */
  public CudaEvent newEvent() {
    return CudaEvent.create(this);
  }

  /** Allocates device memory, which holds anything. */
  public DeviceBuffer allocate(long bytes) {
    return DeviceBuffer.allocate(this, bytes);
  }

  /** Allocates memory of the host that the device copies from and to without the host. */
  public HostBuffer allocateHost(long bytes) {
    return HostBuffer.allocate(this, bytes);
  }

  /** Waits for everything that the context has been given. */
  public void synchronize() {
    enter();
    driver.check(api().cuCtxSynchronize(), "cuCtxSynchronize");
  }

  /** Bytes of device memory that nobody uses. */
  public long freeMemory() {
    enter();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment out = arena.allocate(JAVA_LONG, 2);
      driver.check(api().cuMemGetInfo_v2(out, out.asSlice(Long.BYTES)), "cuMemGetInfo_v2");
      return out.get(JAVA_LONG, 0);
    }
  }

  /** Ends what the context still owns, then the context. */
  @Override
  public void close() {
    RuntimeException failure = null;
    while (true) {
      Ownership youngest;
      synchronized (owned) {
        if (closed) {
          return;
        }
        if (owned.isEmpty()) {
          closed = true;
          break;
        }
        youngest = owned.getLast();
      }
      try {
        youngest.close();
      } catch (CudaException e) {
        if (failure == null) {
          failure = e;
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    int status = api().cuDevicePrimaryCtxRelease_v2(device.handle());
    if (failure != null) {
      throw failure;
    }
    driver.check(status, "cuDevicePrimaryCtxRelease_v2");
  }

  /**
   * Makes this the calling thread's context. No thread is changed between this and the next call.
   */
  void enter() {
    if (closed) {
      throw new IllegalStateException("the context is closed");
    }
    driver.check(api().cuCtxSetCurrent(handle), "cuCtxSetCurrent");
  }

  void add(Ownership ownership) {
    synchronized (owned) {
      owned.add(ownership);
    }
  }

  void remove(Ownership ownership) {
    synchronized (owned) {
      owned.remove(ownership);
    }
  }

  CudaDriver driver() {
    return driver;
  }

  CudaApi api() {
    return driver.api();
  }
}
