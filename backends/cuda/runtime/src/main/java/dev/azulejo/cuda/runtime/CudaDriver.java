// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.azulejo.bindings.cuda.CUresult;
import dev.azulejo.bindings.cuda.CudaApi;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.util.ArrayList;
import java.util.List;

/** NVIDIA's driver, started. All statuses of its calls pass through {@link #check}. */
public final class CudaDriver {
  private static final String LIBRARY = "libcuda.so.1";

  private final CudaApi api;
  private final int version;

  private CudaDriver(CudaApi api) {
    this.api = api;
    start();
    this.version = number(api::cuDriverGetVersion, "cuDriverGetVersion");
  }

  /**
   * Loads and starts the driver.
   *
   * @throws CudaUnavailableException if there is no driver or no GPU
   */
  public static CudaDriver open() {
    CudaApi api;
    try {
      api = CudaApi.open(LIBRARY);
    } catch (IllegalArgumentException e) {
      throw new CudaUnavailableException(
          "no NVIDIA driver: the system's loader finds no "
              + LIBRARY
              + "; install the driver, and in a container hand it in");
    }
    return new CudaDriver(api);
  }

  /**
   * Starts a driver whose functions are found elsewhere, a test's say.
   *
   * @throws CudaUnavailableException if it says that there is no GPU
   */
  public static CudaDriver over(SymbolLookup library) {
    return new CudaDriver(new CudaApi(library));
  }

  private void start() {
    int status = api.cuInit(0);
    if (status == CUresult.CUDA_ERROR_NO_DEVICE) {
      throw new CudaUnavailableException(
          "no NVIDIA GPU: the driver is there and finds none; " + CudaError.NO_DEVICE.advice());
    }
    check(status, "cuInit");
  }

  /** The newest CUDA that the driver supports: 1000 times its major version, 10 times the minor. */
  public int version() {
    return version;
  }

  /** The devices, in the driver's order. */
  public List<Device> devices() {
    int count = number(api::cuDeviceGetCount, "cuDeviceGetCount");
    List<Device> devices = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      devices.add(device(i));
    }
    return List.copyOf(devices);
  }

  /**
   * A device by its number, from 0.
   *
   * @throws CudaException if there is none
   */
  public Device device(int ordinal) {
    return new Device(this, ordinal, number(out -> api.cuDeviceGet(out, ordinal), "cuDeviceGet"));
  }

  CudaApi api() {
    return api;
  }

  /** Throws what a status stands for, unless it stands for success. */
  void check(int status, String call) {
    if (status != CUresult.CUDA_SUCCESS) {
      throw failure(status, call);
    }
  }

  CudaException failure(int status, String call) {
    return failure(status, call, "");
  }

  /** What a status stands for, with what else was said. */
  CudaException failure(int status, String call, String log) {
    String text = text(out -> api.cuGetErrorString(status, out), "");
    return new CudaException(
        call,
        status,
        text(out -> api.cuGetErrorName(status, out), CUresult.nameOf(status)),
        log.isEmpty() ? text : text + "\n" + log);
  }

  /** A call that writes one result to a place of the caller's. */
  interface Query {
    int ask(MemorySegment out);
  }

  /** The 32-bit number that a call writes. */
  int number(Query query, String call) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment out = arena.allocate(JAVA_INT);
      check(query.ask(out), call);
      return out.get(JAVA_INT, 0);
    }
  }

  /** The handle that a call writes. */
  MemorySegment handle(Query query, String call) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment out = arena.allocate(ADDRESS);
      check(query.ask(out), call);
      return out.get(ADDRESS, 0);
    }
  }

  /** The text that a call writes the address of; another one if it does not. */
  private static String text(Query query, String otherwise) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment out = arena.allocate(ADDRESS);
      boolean known = query.ask(out) == CUresult.CUDA_SUCCESS && out.get(ADDRESS, 0).address() != 0;
      return known ? CudaApi.string(out.get(ADDRESS, 0)) : otherwise;
    }
  }
}
