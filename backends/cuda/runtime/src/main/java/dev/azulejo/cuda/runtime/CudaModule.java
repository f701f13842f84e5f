// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.azulejo.bindings.cuda.CUjit_option;
import dev.azulejo.bindings.cuda.CUresult;
import dev.azulejo.bindings.cuda.CudaApi;
import dev.azulejo.cuda.runtime.LoadReport.Way;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Loaded code. */
public final class CudaModule implements AutoCloseable {
  private static final int LOG_BYTES = 64 << 10;

  private final Context context;
  private final MemorySegment handle;
  private final LoadReport report;
  private final Ownership ownership;

  private CudaModule(Context context, MemorySegment handle, LoadReport report) {
    this.context = context;
    this.handle = handle;
    this.report = report;
    this.ownership =
        new Ownership(
            context, "the module", "cuModuleUnload", () -> context.api().cuModuleUnload(handle));
  }

  /**
   * Loads machine code.
   *
   * @throws CudaException with the driver's log, if it is not for this GPU
   */
  public static CudaModule load(Context context, Cubin code) {
    return load(context, code, Way.GIVEN, "", System.nanoTime(), "");
  }

  /**
   * Lets the driver compile PTX and loads what it makes. {@link ModuleLoader} is faster where there
   * is an assembler.
   *
   * @throws CudaException with the driver's log, if it is refused
   */
  public static CudaModule compile(Context context, String ptx) {
    return compile(context, ptx, "");
  }

  static CudaModule compile(Context context, String ptx, String remark) {
    long start = System.nanoTime();
    try (Arena arena = Arena.ofConfined()) {
      Loading loading = new Loading(context, arena, arena.allocateFrom(ptx), remark);
      return new CudaModule(
          context, loading.handle, new LoadReport(Way.DRIVER, loading.log, since(start), remark));
    }
  }

  static CudaModule load(
      Context context, Cubin code, Way way, String log, long start, String remark) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment image = arena.allocateFrom(JAVA_BYTE, code.bytes());
      Loading loading = new Loading(context, arena, image, remark);
      String all = log.isEmpty() ? loading.log : log;
      return new CudaModule(
          context, loading.handle, new LoadReport(way, all, since(start), remark));
    }
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e6;
  }

  /** One call of the driver's loader, with its logs. */
  private static final class Loading {
    final MemorySegment handle;
    final String log;

    Loading(Context context, Arena arena, MemorySegment image, String remark) {
      MemorySegment info = arena.allocate(LOG_BYTES);
      MemorySegment errors = arena.allocate(LOG_BYTES);
      int[] options = {
        CUjit_option.CU_JIT_WALL_TIME,
        CUjit_option.CU_JIT_INFO_LOG_BUFFER,
        CUjit_option.CU_JIT_INFO_LOG_BUFFER_SIZE_BYTES,
        CUjit_option.CU_JIT_ERROR_LOG_BUFFER,
        CUjit_option.CU_JIT_ERROR_LOG_BUFFER_SIZE_BYTES,
        CUjit_option.CU_JIT_LOG_VERBOSE
      };
      // Each value is a pointer, or a number in its place.
      MemorySegment values = arena.allocate(JAVA_LONG, options.length);
      values.setAtIndex(JAVA_LONG, 1, info.address());
      values.setAtIndex(JAVA_LONG, 2, LOG_BYTES);
      values.setAtIndex(JAVA_LONG, 3, errors.address());
      values.setAtIndex(JAVA_LONG, 4, LOG_BYTES);
      values.setAtIndex(JAVA_LONG, 5, 1);
      MemorySegment out = arena.allocate(ADDRESS);
      CudaApi api = context.api();
      context.enter();
      int status =
          api.cuModuleLoadDataEx(
              out, image, options.length, arena.allocateFrom(JAVA_INT, options), values);
      if (status != CUresult.CUDA_SUCCESS) {
        String said = errors.getString(0).strip();
        String why = remark.isEmpty() ? said : said + "\n" + remark;
        throw context.driver().failure(status, "cuModuleLoadDataEx", why.strip());
      }
      this.handle = out.get(ADDRESS, 0);
      float wall = values.get(JAVA_FLOAT, 0);
      String said = info.getString(0).strip();
      this.log = said.isEmpty() ? "" : said + "\n" + "driver compiled for " + wall + " ms\n";
    }
  }

  /** How the code came here. */
  public LoadReport report() {
    return report;
  }

  /**
   * A kernel by its name.
   *
   * @throws CudaException if there is none of that name
   */
  public Kernel kernel(String name) {
    ownership.check();
    context.enter();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment out = arena.allocate(ADDRESS);
      int status = context.api().cuModuleGetFunction(out, handle, arena.allocateFrom(name));
      context.driver().check(status, "cuModuleGetFunction(" + name + ")");
      return new Kernel(this, name, out.get(ADDRESS, 0));
    }
  }

  /** Where a global variable is in the device's memory. */
  public long addressOfGlobal(String name) {
    ownership.check();
    context.enter();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment out = arena.allocate(JAVA_LONG, 2);
      int status =
          context
              .api()
              .cuModuleGetGlobal_v2(out, out.asSlice(Long.BYTES), handle, arena.allocateFrom(name));
      context.driver().check(status, "cuModuleGetGlobal_v2(" + name + ")");
      return out.get(JAVA_LONG, 0);
    }
  }

  /** Unloads the code and with it its kernels. */
  @Override
  public void close() {
    ownership.close();
  }

  Context context() {
    return context;
  }

  /** Throws if the code was unloaded. */
  void check() {
    ownership.check();
  }
}
