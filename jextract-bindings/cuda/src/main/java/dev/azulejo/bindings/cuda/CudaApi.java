// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
// Generated from cuda.h by GeneratorMain: not to be edited.
package dev.azulejo.bindings.cuda;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/** Functions of a library, each linked when it is first called. */
@SuppressWarnings("MemberName") // Names are the library's.
public final class CudaApi {
  private final Symbol cuInit =
      new Symbol("cuInit", JAVA_INT, JAVA_INT);
  private final Symbol cuDriverGetVersion =
      new Symbol("cuDriverGetVersion", JAVA_INT, ADDRESS);
  private final Symbol cuDeviceGetCount =
      new Symbol("cuDeviceGetCount", JAVA_INT, ADDRESS);
  private final Symbol cuDeviceGet =
      new Symbol("cuDeviceGet", JAVA_INT, ADDRESS, JAVA_INT);
  private final Symbol cuDeviceGetName =
      new Symbol("cuDeviceGetName", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT);
  private final Symbol cuDeviceGetUuid_v2 =
      new Symbol("cuDeviceGetUuid_v2", JAVA_INT, ADDRESS, JAVA_INT);
  private final Symbol cuDeviceTotalMem_v2 =
      new Symbol("cuDeviceTotalMem_v2", JAVA_INT, ADDRESS, JAVA_INT);
  private final Symbol cuDeviceGetAttribute =
      new Symbol("cuDeviceGetAttribute", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT);
  private final Symbol cuDevicePrimaryCtxRetain =
      new Symbol("cuDevicePrimaryCtxRetain", JAVA_INT, ADDRESS, JAVA_INT);
  private final Symbol cuDevicePrimaryCtxRelease_v2 =
      new Symbol("cuDevicePrimaryCtxRelease_v2", JAVA_INT, JAVA_INT);
  private final Symbol cuCtxSetCurrent =
      new Symbol("cuCtxSetCurrent", JAVA_INT, ADDRESS);
  private final Symbol cuCtxSynchronize =
      new Symbol("cuCtxSynchronize", JAVA_INT);
  private final Symbol cuGetErrorName =
      new Symbol("cuGetErrorName", JAVA_INT, JAVA_INT, ADDRESS);
  private final Symbol cuGetErrorString =
      new Symbol("cuGetErrorString", JAVA_INT, JAVA_INT, ADDRESS);
  private final Symbol cuModuleLoadDataEx =
      new Symbol("cuModuleLoadDataEx", JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, ADDRESS, ADDRESS);
  private final Symbol cuModuleUnload =
      new Symbol("cuModuleUnload", JAVA_INT, ADDRESS);
  private final Symbol cuModuleGetFunction =
      new Symbol("cuModuleGetFunction", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
  private final Symbol cuModuleGetGlobal_v2 =
      new Symbol("cuModuleGetGlobal_v2", JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
  private final Symbol cuFuncGetAttribute =
      new Symbol("cuFuncGetAttribute", JAVA_INT, ADDRESS, JAVA_INT, ADDRESS);
  private final Symbol cuFuncSetAttribute =
      new Symbol("cuFuncSetAttribute", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT);
  private final Symbol cuOccupancyMaxActiveBlocksPerMultiprocessor =
      new Symbol(
          "cuOccupancyMaxActiveBlocksPerMultiprocessor", JAVA_INT, ADDRESS, ADDRESS, JAVA_INT,
          JAVA_LONG);
  private final Symbol cuOccupancyMaxActiveClusters =
      new Symbol("cuOccupancyMaxActiveClusters", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
  private final Symbol cuLaunchKernelEx =
      new Symbol("cuLaunchKernelEx", JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
  private final Symbol cuStreamCreate =
      new Symbol("cuStreamCreate", JAVA_INT, ADDRESS, JAVA_INT);
  private final Symbol cuStreamDestroy_v2 =
      new Symbol("cuStreamDestroy_v2", JAVA_INT, ADDRESS);
  private final Symbol cuStreamSynchronize =
      new Symbol("cuStreamSynchronize", JAVA_INT, ADDRESS);
  private final Symbol cuStreamQuery =
      new Symbol("cuStreamQuery", JAVA_INT, ADDRESS);
  private final Symbol cuStreamWaitEvent =
      new Symbol("cuStreamWaitEvent", JAVA_INT, ADDRESS, ADDRESS, JAVA_INT);
  private final Symbol cuEventCreate =
      new Symbol("cuEventCreate", JAVA_INT, ADDRESS, JAVA_INT);
  private final Symbol cuEventDestroy_v2 =
      new Symbol("cuEventDestroy_v2", JAVA_INT, ADDRESS);
  private final Symbol cuEventRecord =
      new Symbol("cuEventRecord", JAVA_INT, ADDRESS, ADDRESS);
  private final Symbol cuEventSynchronize =
      new Symbol("cuEventSynchronize", JAVA_INT, ADDRESS);
  private final Symbol cuEventQuery =
      new Symbol("cuEventQuery", JAVA_INT, ADDRESS);
  private final Symbol cuEventElapsedTime_v2 =
      new Symbol("cuEventElapsedTime_v2", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
  private final Symbol cuMemGetInfo_v2 =
      new Symbol("cuMemGetInfo_v2", JAVA_INT, ADDRESS, ADDRESS);
  private final Symbol cuMemAlloc_v2 =
      new Symbol("cuMemAlloc_v2", JAVA_INT, ADDRESS, JAVA_LONG);
  private final Symbol cuMemFree_v2 =
      new Symbol("cuMemFree_v2", JAVA_INT, JAVA_LONG);
  private final Symbol cuMemAllocAsync =
      new Symbol("cuMemAllocAsync", JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS);
  private final Symbol cuMemFreeAsync =
      new Symbol("cuMemFreeAsync", JAVA_INT, JAVA_LONG, ADDRESS);
  private final Symbol cuMemAllocHost_v2 =
      new Symbol("cuMemAllocHost_v2", JAVA_INT, ADDRESS, JAVA_LONG);
  private final Symbol cuMemFreeHost =
      new Symbol("cuMemFreeHost", JAVA_INT, ADDRESS);
  private final Symbol cuMemcpyHtoD_v2 =
      new Symbol("cuMemcpyHtoD_v2", JAVA_INT, JAVA_LONG, ADDRESS, JAVA_LONG);
  private final Symbol cuMemcpyDtoH_v2 =
      new Symbol("cuMemcpyDtoH_v2", JAVA_INT, ADDRESS, JAVA_LONG, JAVA_LONG);
  private final Symbol cuMemcpyDtoD_v2 =
      new Symbol("cuMemcpyDtoD_v2", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG);
  private final Symbol cuMemcpyHtoDAsync_v2 =
      new Symbol("cuMemcpyHtoDAsync_v2", JAVA_INT, JAVA_LONG, ADDRESS, JAVA_LONG, ADDRESS);
  private final Symbol cuMemcpyDtoHAsync_v2 =
      new Symbol("cuMemcpyDtoHAsync_v2", JAVA_INT, ADDRESS, JAVA_LONG, JAVA_LONG, ADDRESS);
  private final Symbol cuMemcpyDtoDAsync_v2 =
      new Symbol("cuMemcpyDtoDAsync_v2", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, ADDRESS);
  private final Symbol cuMemsetD8_v2 =
      new Symbol("cuMemsetD8_v2", JAVA_INT, JAVA_LONG, JAVA_BYTE, JAVA_LONG);
  private final Symbol cuMemsetD16_v2 =
      new Symbol("cuMemsetD16_v2", JAVA_INT, JAVA_LONG, JAVA_SHORT, JAVA_LONG);
  private final Symbol cuMemsetD32_v2 =
      new Symbol("cuMemsetD32_v2", JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_LONG);
  private final Symbol cuMemsetD32Async =
      new Symbol("cuMemsetD32Async", JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_LONG, ADDRESS);
  private final Symbol cuTensorMapEncodeTiled =
      new Symbol(
          "cuTensorMapEncodeTiled", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS,
          ADDRESS, ADDRESS, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
  private final Symbol cuStreamBeginCapture_v2 =
      new Symbol("cuStreamBeginCapture_v2", JAVA_INT, ADDRESS, JAVA_INT);
  private final Symbol cuStreamEndCapture =
      new Symbol("cuStreamEndCapture", JAVA_INT, ADDRESS, ADDRESS);
  private final Symbol cuGraphDestroy =
      new Symbol("cuGraphDestroy", JAVA_INT, ADDRESS);
  private final Symbol cuGraphGetNodes =
      new Symbol("cuGraphGetNodes", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
  private final Symbol cuGraphInstantiateWithFlags =
      new Symbol("cuGraphInstantiateWithFlags", JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG);
  private final Symbol cuGraphUpload =
      new Symbol("cuGraphUpload", JAVA_INT, ADDRESS, ADDRESS);
  private final Symbol cuGraphLaunch =
      new Symbol("cuGraphLaunch", JAVA_INT, ADDRESS, ADDRESS);
  private final Symbol cuGraphExecDestroy =
      new Symbol("cuGraphExecDestroy", JAVA_INT, ADDRESS);

  private final SymbolLookup library;

  /** Functions of the library that {@code library} finds symbols in. */
  public CudaApi(SymbolLookup library) {
    this.library = library;
  }

  /**
   * Loads a library for as long as the process lives.
   *
   * @param name the name of its file, which the system's loader searches
   * @throws IllegalArgumentException if there is none
   */
  @SuppressWarnings("restricted")
  public static CudaApi open(String name) {
    return new CudaApi(SymbolLookup.libraryLookup(name, Arena.global()));
  }

  /** The memory that the library says is at an address. */
  @SuppressWarnings("restricted")
  public static MemorySegment view(MemorySegment address, long bytes) {
    return address.reinterpret(bytes);
  }

  /** The NUL-terminated text that the library says is at an address. */
  @SuppressWarnings("restricted")
  public static String string(MemorySegment address) {
    return address.reinterpret(Long.MAX_VALUE).getString(0);
  }

  /** Calls {@code cuInit}. */
  public int cuInit(int Flags) {
    try {
      return (int) this.cuInit.handle().invokeExact(Flags);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuDriverGetVersion}. */
  public int cuDriverGetVersion(MemorySegment driverVersion) {
    try {
      return (int) this.cuDriverGetVersion.handle().invokeExact(driverVersion);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuDeviceGetCount}. */
  public int cuDeviceGetCount(MemorySegment count) {
    try {
      return (int) this.cuDeviceGetCount.handle().invokeExact(count);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuDeviceGet}. */
  public int cuDeviceGet(MemorySegment device, int ordinal) {
    try {
      return (int) this.cuDeviceGet.handle().invokeExact(device, ordinal);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuDeviceGetName}. */
  public int cuDeviceGetName(MemorySegment name, int len, int dev) {
    try {
      return (int) this.cuDeviceGetName.handle().invokeExact(name, len, dev);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuDeviceGetUuid_v2}. */
  public int cuDeviceGetUuid_v2(MemorySegment uuid, int dev) {
    try {
      return (int) this.cuDeviceGetUuid_v2.handle().invokeExact(uuid, dev);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuDeviceTotalMem_v2}. */
  public int cuDeviceTotalMem_v2(MemorySegment bytes, int dev) {
    try {
      return (int) this.cuDeviceTotalMem_v2.handle().invokeExact(bytes, dev);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuDeviceGetAttribute}. */
  public int cuDeviceGetAttribute(MemorySegment pi, int attrib, int dev) {
    try {
      return (int) this.cuDeviceGetAttribute.handle().invokeExact(pi, attrib, dev);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuDevicePrimaryCtxRetain}. */
  public int cuDevicePrimaryCtxRetain(MemorySegment pctx, int dev) {
    try {
      return (int) this.cuDevicePrimaryCtxRetain.handle().invokeExact(pctx, dev);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuDevicePrimaryCtxRelease_v2}. */
  public int cuDevicePrimaryCtxRelease_v2(int dev) {
    try {
      return (int) this.cuDevicePrimaryCtxRelease_v2.handle().invokeExact(dev);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuCtxSetCurrent}. */
  public int cuCtxSetCurrent(MemorySegment ctx) {
    try {
      return (int) this.cuCtxSetCurrent.handle().invokeExact(ctx);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuCtxSynchronize}. */
  public int cuCtxSynchronize() {
    try {
      return (int) this.cuCtxSynchronize.handle().invokeExact();
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuGetErrorName}. */
  public int cuGetErrorName(int error, MemorySegment pStr) {
    try {
      return (int) this.cuGetErrorName.handle().invokeExact(error, pStr);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuGetErrorString}. */
  public int cuGetErrorString(int error, MemorySegment pStr) {
    try {
      return (int) this.cuGetErrorString.handle().invokeExact(error, pStr);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuModuleLoadDataEx}. */
  public int cuModuleLoadDataEx(
      MemorySegment module, MemorySegment image, int numOptions, MemorySegment options,
      MemorySegment optionValues) {
    try {
      return (int) this.cuModuleLoadDataEx.handle().invokeExact(
          module, image, numOptions, options, optionValues);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuModuleUnload}. */
  public int cuModuleUnload(MemorySegment hmod) {
    try {
      return (int) this.cuModuleUnload.handle().invokeExact(hmod);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuModuleGetFunction}. */
  public int cuModuleGetFunction(MemorySegment hfunc, MemorySegment hmod, MemorySegment name) {
    try {
      return (int) this.cuModuleGetFunction.handle().invokeExact(hfunc, hmod, name);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuModuleGetGlobal_v2}. */
  public int cuModuleGetGlobal_v2(
      MemorySegment dptr, MemorySegment bytes, MemorySegment hmod, MemorySegment name) {
    try {
      return (int) this.cuModuleGetGlobal_v2.handle().invokeExact(dptr, bytes, hmod, name);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuFuncGetAttribute}. */
  public int cuFuncGetAttribute(MemorySegment pi, int attrib, MemorySegment hfunc) {
    try {
      return (int) this.cuFuncGetAttribute.handle().invokeExact(pi, attrib, hfunc);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuFuncSetAttribute}. */
  public int cuFuncSetAttribute(MemorySegment hfunc, int attrib, int value) {
    try {
      return (int) this.cuFuncSetAttribute.handle().invokeExact(hfunc, attrib, value);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuOccupancyMaxActiveBlocksPerMultiprocessor}. */
  public int cuOccupancyMaxActiveBlocksPerMultiprocessor(
      MemorySegment numBlocks, MemorySegment func, int blockSize, long dynamicSMemSize) {
    try {
      return (int) this.cuOccupancyMaxActiveBlocksPerMultiprocessor.handle().invokeExact(
          numBlocks, func, blockSize, dynamicSMemSize);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuOccupancyMaxActiveClusters}. */
  public int cuOccupancyMaxActiveClusters(
      MemorySegment numClusters, MemorySegment func, MemorySegment config) {
    try {
      return (int) this.cuOccupancyMaxActiveClusters.handle().invokeExact(
          numClusters, func, config);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuLaunchKernelEx}. */
  public int cuLaunchKernelEx(
      MemorySegment config, MemorySegment f, MemorySegment kernelParams, MemorySegment extra) {
    try {
      return (int) this.cuLaunchKernelEx.handle().invokeExact(config, f, kernelParams, extra);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuStreamCreate}. */
  public int cuStreamCreate(MemorySegment phStream, int Flags) {
    try {
      return (int) this.cuStreamCreate.handle().invokeExact(phStream, Flags);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuStreamDestroy_v2}. */
  public int cuStreamDestroy_v2(MemorySegment hStream) {
    try {
      return (int) this.cuStreamDestroy_v2.handle().invokeExact(hStream);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuStreamSynchronize}. */
  public int cuStreamSynchronize(MemorySegment hStream) {
    try {
      return (int) this.cuStreamSynchronize.handle().invokeExact(hStream);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuStreamQuery}. */
  public int cuStreamQuery(MemorySegment hStream) {
    try {
      return (int) this.cuStreamQuery.handle().invokeExact(hStream);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuStreamWaitEvent}. */
  public int cuStreamWaitEvent(MemorySegment hStream, MemorySegment hEvent, int Flags) {
    try {
      return (int) this.cuStreamWaitEvent.handle().invokeExact(hStream, hEvent, Flags);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuEventCreate}. */
  public int cuEventCreate(MemorySegment phEvent, int Flags) {
    try {
      return (int) this.cuEventCreate.handle().invokeExact(phEvent, Flags);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuEventDestroy_v2}. */
  public int cuEventDestroy_v2(MemorySegment hEvent) {
    try {
      return (int) this.cuEventDestroy_v2.handle().invokeExact(hEvent);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuEventRecord}. */
  public int cuEventRecord(MemorySegment hEvent, MemorySegment hStream) {
    try {
      return (int) this.cuEventRecord.handle().invokeExact(hEvent, hStream);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuEventSynchronize}. */
  public int cuEventSynchronize(MemorySegment hEvent) {
    try {
      return (int) this.cuEventSynchronize.handle().invokeExact(hEvent);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuEventQuery}. */
  public int cuEventQuery(MemorySegment hEvent) {
    try {
      return (int) this.cuEventQuery.handle().invokeExact(hEvent);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuEventElapsedTime_v2}. */
  public int cuEventElapsedTime_v2(
      MemorySegment pMilliseconds, MemorySegment hStart, MemorySegment hEnd) {
    try {
      return (int) this.cuEventElapsedTime_v2.handle().invokeExact(pMilliseconds, hStart, hEnd);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuMemGetInfo_v2}. */
  public int cuMemGetInfo_v2(MemorySegment free, MemorySegment total) {
    try {
      return (int) this.cuMemGetInfo_v2.handle().invokeExact(free, total);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuMemAlloc_v2}. */
  public int cuMemAlloc_v2(MemorySegment dptr, long bytesize) {
    try {
      return (int) this.cuMemAlloc_v2.handle().invokeExact(dptr, bytesize);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuMemFree_v2}. */
  public int cuMemFree_v2(long dptr) {
    try {
      return (int) this.cuMemFree_v2.handle().invokeExact(dptr);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuMemAllocAsync}. */
  public int cuMemAllocAsync(MemorySegment dptr, long bytesize, MemorySegment hStream) {
    try {
      return (int) this.cuMemAllocAsync.handle().invokeExact(dptr, bytesize, hStream);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuMemFreeAsync}. */
  public int cuMemFreeAsync(long dptr, MemorySegment hStream) {
    try {
      return (int) this.cuMemFreeAsync.handle().invokeExact(dptr, hStream);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuMemAllocHost_v2}. */
  public int cuMemAllocHost_v2(MemorySegment pp, long bytesize) {
    try {
      return (int) this.cuMemAllocHost_v2.handle().invokeExact(pp, bytesize);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuMemFreeHost}. */
  public int cuMemFreeHost(MemorySegment p) {
    try {
      return (int) this.cuMemFreeHost.handle().invokeExact(p);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuMemcpyHtoD_v2}. */
  public int cuMemcpyHtoD_v2(long dstDevice, MemorySegment srcHost, long ByteCount) {
    try {
      return (int) this.cuMemcpyHtoD_v2.handle().invokeExact(dstDevice, srcHost, ByteCount);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuMemcpyDtoH_v2}. */
  public int cuMemcpyDtoH_v2(MemorySegment dstHost, long srcDevice, long ByteCount) {
    try {
      return (int) this.cuMemcpyDtoH_v2.handle().invokeExact(dstHost, srcDevice, ByteCount);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuMemcpyDtoD_v2}. */
  public int cuMemcpyDtoD_v2(long dstDevice, long srcDevice, long ByteCount) {
    try {
      return (int) this.cuMemcpyDtoD_v2.handle().invokeExact(dstDevice, srcDevice, ByteCount);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuMemcpyHtoDAsync_v2}. */
  public int cuMemcpyHtoDAsync_v2(
      long dstDevice, MemorySegment srcHost, long ByteCount, MemorySegment hStream) {
    try {
      return (int) this.cuMemcpyHtoDAsync_v2.handle().invokeExact(
          dstDevice, srcHost, ByteCount, hStream);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuMemcpyDtoHAsync_v2}. */
  public int cuMemcpyDtoHAsync_v2(
      MemorySegment dstHost, long srcDevice, long ByteCount, MemorySegment hStream) {
    try {
      return (int) this.cuMemcpyDtoHAsync_v2.handle().invokeExact(
          dstHost, srcDevice, ByteCount, hStream);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuMemcpyDtoDAsync_v2}. */
  public int cuMemcpyDtoDAsync_v2(
      long dstDevice, long srcDevice, long ByteCount, MemorySegment hStream) {
    try {
      return (int) this.cuMemcpyDtoDAsync_v2.handle().invokeExact(
          dstDevice, srcDevice, ByteCount, hStream);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuMemsetD8_v2}. */
  public int cuMemsetD8_v2(long dstDevice, byte uc, long N) {
    try {
      return (int) this.cuMemsetD8_v2.handle().invokeExact(dstDevice, uc, N);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuMemsetD16_v2}. */
  public int cuMemsetD16_v2(long dstDevice, short us, long N) {
    try {
      return (int) this.cuMemsetD16_v2.handle().invokeExact(dstDevice, us, N);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuMemsetD32_v2}. */
  public int cuMemsetD32_v2(long dstDevice, int ui, long N) {
    try {
      return (int) this.cuMemsetD32_v2.handle().invokeExact(dstDevice, ui, N);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuMemsetD32Async}. */
  public int cuMemsetD32Async(long dstDevice, int ui, long N, MemorySegment hStream) {
    try {
      return (int) this.cuMemsetD32Async.handle().invokeExact(dstDevice, ui, N, hStream);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuTensorMapEncodeTiled}. */
  public int cuTensorMapEncodeTiled(
      MemorySegment tensorMap, int tensorDataType, int tensorRank, MemorySegment globalAddress,
      MemorySegment globalDim, MemorySegment globalStrides, MemorySegment boxDim,
      MemorySegment elementStrides, int interleave, int swizzle, int l2Promotion, int oobFill) {
    try {
      return (int) this.cuTensorMapEncodeTiled.handle().invokeExact(
          tensorMap, tensorDataType, tensorRank, globalAddress, globalDim, globalStrides, boxDim,
          elementStrides, interleave, swizzle, l2Promotion, oobFill);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuStreamBeginCapture_v2}. */
  public int cuStreamBeginCapture_v2(MemorySegment hStream, int mode) {
    try {
      return (int) this.cuStreamBeginCapture_v2.handle().invokeExact(hStream, mode);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuStreamEndCapture}. */
  public int cuStreamEndCapture(MemorySegment hStream, MemorySegment phGraph) {
    try {
      return (int) this.cuStreamEndCapture.handle().invokeExact(hStream, phGraph);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuGraphDestroy}. */
  public int cuGraphDestroy(MemorySegment hGraph) {
    try {
      return (int) this.cuGraphDestroy.handle().invokeExact(hGraph);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuGraphGetNodes}. */
  public int cuGraphGetNodes(MemorySegment hGraph, MemorySegment nodes, MemorySegment numNodes) {
    try {
      return (int) this.cuGraphGetNodes.handle().invokeExact(hGraph, nodes, numNodes);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuGraphInstantiateWithFlags}. */
  public int cuGraphInstantiateWithFlags(
      MemorySegment phGraphExec, MemorySegment hGraph, long flags) {
    try {
      return (int) this.cuGraphInstantiateWithFlags.handle().invokeExact(
          phGraphExec, hGraph, flags);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuGraphUpload}. */
  public int cuGraphUpload(MemorySegment hGraphExec, MemorySegment hStream) {
    try {
      return (int) this.cuGraphUpload.handle().invokeExact(hGraphExec, hStream);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuGraphLaunch}. */
  public int cuGraphLaunch(MemorySegment hGraphExec, MemorySegment hStream) {
    try {
      return (int) this.cuGraphLaunch.handle().invokeExact(hGraphExec, hStream);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Calls {@code cuGraphExecDestroy}. */
  public int cuGraphExecDestroy(MemorySegment hGraphExec) {
    try {
      return (int) this.cuGraphExecDestroy.handle().invokeExact(hGraphExec);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  private static RuntimeException unexpected(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    return thrown instanceof RuntimeException known ? known : new IllegalStateException(thrown);
  }

  /** A function that may not have been linked yet; threads may link it twice, harmlessly. */
  private final class Symbol {
    private final String name;
    private final MemoryLayout result;
    private final MemoryLayout[] parameters;
    private @Nullable MethodHandle handle;

    Symbol(String name, MemoryLayout result, MemoryLayout... parameters) {
      this.name = name;
      this.result = result;
      this.parameters = parameters;
    }

    MethodHandle handle() {
      MethodHandle linked = handle;
      if (linked == null) {
        linked = link();
        handle = linked;
      }
      return linked;
    }

    @SuppressWarnings("restricted")
    private MethodHandle link() {
      MemorySegment address =
          library
              .find(name)
              .orElseThrow(() -> new UnsatisfiedLinkError("the library has no " + name));
      return Linker.nativeLinker()
          .downcallHandle(address, FunctionDescriptor.of(result, parameters));
    }
  }
}
