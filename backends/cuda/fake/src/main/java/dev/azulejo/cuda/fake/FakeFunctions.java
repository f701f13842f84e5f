// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.fake;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.azulejo.bindings.cuda.CUdevice_attribute;
import dev.azulejo.bindings.cuda.CUfunction_attribute;
import dev.azulejo.bindings.cuda.CUjit_option;
import dev.azulejo.bindings.cuda.CUlaunchAttribute;
import dev.azulejo.bindings.cuda.CUlaunchConfig;
import dev.azulejo.bindings.cuda.CUresult;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The driver's functions, each a method with its name; pointers are numbers. What a stream is given
 * is done at once, unless the stream is being captured.
 */
@SuppressWarnings("MemberName") // Names are the driver's.
public final class FakeFunctions {
  private static final int OK = CUresult.CUDA_SUCCESS;
  private static final long CONTEXT = 0xC0;
  private static final float MILLISECONDS_A_LAUNCH = 0.25f;

  private final Arena texts;
  private final Map<Integer, Integer> attributes = new HashMap<>();
  private final Map<Integer, Integer> functionAttributes = new HashMap<>();
  private final Map<Long, Long> current = new ConcurrentHashMap<>();
  private final Map<Long, Allocation> allocations = new TreeMap<>();
  private final Map<Long, String> handles = new TreeMap<>();
  private final Map<Long, Float> recorded = new HashMap<>();
  private final Map<Long, byte[]> images = new HashMap<>();
  private final Map<String, FakeKernel> kernels = new LinkedHashMap<>();
  private final Map<Long, List<FakeLaunch>> graphs = new HashMap<>();
  private final List<FakeLaunch> launches = new ArrayList<>();

  private long capturedStream;
  private List<FakeLaunch> captured = new ArrayList<>();
  private long lastHandle = 0x1000;
  private int retained;
  private int devices = 1;
  private int maxDynamicShared = 48 << 10;
  private float clock;
  private boolean ready = true;
  private String jitLog = "";
  private String jitErrors = "";
  private String refused = "";

  FakeFunctions(Arena texts) {
    this.texts = texts;
    attributes.put(CUdevice_attribute.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MAJOR, 9);
    attributes.put(CUdevice_attribute.CU_DEVICE_ATTRIBUTE_COMPUTE_CAPABILITY_MINOR, 0);
    attributes.put(CUdevice_attribute.CU_DEVICE_ATTRIBUTE_MULTIPROCESSOR_COUNT, 132);
    attributes.put(
        CUdevice_attribute.CU_DEVICE_ATTRIBUTE_MAX_SHARED_MEMORY_PER_BLOCK_OPTIN, 232448);
    attributes.put(CUdevice_attribute.CU_DEVICE_ATTRIBUTE_TENSOR_MAP_ACCESS_SUPPORTED, 1);
    functionAttributes.put(CUfunction_attribute.CU_FUNC_ATTRIBUTE_MAX_THREADS_PER_BLOCK, 512);
    functionAttributes.put(CUfunction_attribute.CU_FUNC_ATTRIBUTE_NUM_REGS, 40);
    functionAttributes.put(CUfunction_attribute.CU_FUNC_ATTRIBUTE_SHARED_SIZE_BYTES, 1024);
    functionAttributes.put(CUfunction_attribute.CU_FUNC_ATTRIBUTE_BINARY_VERSION, 90);
    functionAttributes.put(CUfunction_attribute.CU_FUNC_ATTRIBUTE_PTX_VERSION, 80);
  }

  private static final class Allocation {
    final Arena arena = Arena.ofShared();
    final MemorySegment memory;

    Allocation(long bytes) {
      memory = arena.allocate(bytes, 256);
    }
  }

  // What tests ask and set.

  /** How many devices there are. */
  public void devices(int count) {
    devices = count;
  }

  /** Whether streams and events are done with their work. */
  public void ready(boolean done) {
    ready = done;
  }

  /** A kernel that every module with its name in it has. */
  public void kernel(String name, FakeKernel kernel) {
    kernels.put(name, kernel);
  }

  /** What the driver says when it compiles. */
  public void sayWhenCompiling(String log) {
    jitLog = log;
  }

  /** PTX with this in it is refused, and this is said. */
  public void refusePtxWith(String text, String errors) {
    refused = text;
    jitErrors = errors;
  }

  /** Everything launched, graphs' launches too. */
  public List<FakeLaunch> launches() {
    return launches;
  }

  /** What was opened and not closed. */
  public List<String> alive() {
    List<String> alive = new ArrayList<>(handles.values());
    allocations.keySet().forEach(_ -> alive.add("memory"));
    if (retained > 0) {
      alive.add("context");
    }
    return alive;
  }

  /** The image that was loaded last. */
  public byte[] lastImage() {
    return images.getOrDefault(lastHandle, new byte[0]);
  }

  /** Attributes of functions that were set. */
  public int functionAttribute(int attribute) {
    return functionAttributes.getOrDefault(attribute, 0);
  }

  /** Memory at an address. */
  @SuppressWarnings("restricted")
  public static MemorySegment memory(long address, long bytes) {
    return MemorySegment.ofAddress(address).reinterpret(bytes);
  }

  private static int put(long address, int value) {
    memory(address, 4).set(JAVA_INT, 0, value);
    return OK;
  }

  private static int put(long address, long value) {
    memory(address, 8).set(JAVA_LONG, 0, value);
    return OK;
  }

  private long open(String what) {
    lastHandle += 16;
    handles.put(lastHandle, what);
    return lastHandle;
  }

  private int close(long handle, String what) {
    return handles.remove(handle, what) ? OK : CUresult.CUDA_ERROR_INVALID_HANDLE;
  }

  private int known(long handle, String what) {
    if (current.getOrDefault(Thread.currentThread().threadId(), 0L) != CONTEXT || retained == 0) {
      return CUresult.CUDA_ERROR_INVALID_CONTEXT;
    }
    boolean isDefault = what.equals("stream") && handle == 0;
    return isDefault || what.equals(handles.get(handle)) ? OK : CUresult.CUDA_ERROR_INVALID_HANDLE;
  }

  private int inContext() {
    return known(0, "stream");
  }

  // Start, devices, contexts.

  int cuInit(int flags) {
    return devices == 0 ? CUresult.CUDA_ERROR_NO_DEVICE : flags;
  }

  int cuDriverGetVersion(long out) {
    return put(out, 13000);
  }

  int cuDeviceGetCount(long out) {
    return put(out, devices);
  }

  int cuDeviceGet(long out, int ordinal) {
    return ordinal < devices ? put(out, 100 + ordinal) : CUresult.CUDA_ERROR_INVALID_DEVICE;
  }

  int cuDeviceGetName(long out, int length, int device) {
    memory(out, length).setString(0, "Fake " + device);
    return OK;
  }

  int cuDeviceGetUuid_v2(long out, int device) {
    for (int i = 0; i < 16; i++) {
      memory(out, 16).set(JAVA_BYTE, i, (byte) i);
    }
    return OK;
  }

  int cuDeviceTotalMem_v2(long out, int device) {
    return put(out, 80L << 30);
  }

  int cuDeviceGetAttribute(long out, int attribute, int device) {
    return put(out, attributes.getOrDefault(attribute, 0));
  }

  int cuDevicePrimaryCtxRetain(long out, int device) {
    retained++;
    return put(out, CONTEXT);
  }

  int cuDevicePrimaryCtxRelease_v2(int device) {
    retained--;
    return OK;
  }

  int cuCtxSetCurrent(long context) {
    current.put(Thread.currentThread().threadId(), context);
    return OK;
  }

  int cuCtxSynchronize() {
    return inContext();
  }

  int cuGetErrorName(int error, long out) {
    String name = CUresult.nameOf(error);
    return name.startsWith("CUDA")
        ? put(out, texts.allocateFrom(name).address())
        : CUresult.CUDA_ERROR_INVALID_VALUE;
  }

  int cuGetErrorString(int error, long out) {
    String name = CUresult.nameOf(error);
    return name.startsWith("CUDA")
        ? put(out, texts.allocateFrom("text of " + error).address())
        : CUresult.CUDA_ERROR_INVALID_VALUE;
  }

  // Modules, functions.

  int cuModuleLoadDataEx(long out, long image, int count, long options, long values) {
    int[] option = memory(options, 4L * count).toArray(JAVA_INT);
    long[] value = memory(values, 8L * count).toArray(JAVA_LONG);
    Map<Integer, Long> given = new HashMap<>();
    for (int i = 0; i < count; i++) {
      given.put(option[i], value[i]);
      if (option[i] == CUjit_option.CU_JIT_WALL_TIME) {
        memory(values, 8L * count).set(JAVA_FLOAT, 8L * i, 1.5f);
      }
    }
    boolean isCubin = memory(image, 1).get(JAVA_BYTE, 0) == 0x7f;
    byte[] bytes;
    if (isCubin) {
      bytes = memory(image, 8).toArray(JAVA_BYTE);
      if (bytes[7] == 'X') {
        return CUresult.CUDA_ERROR_INVALID_IMAGE;
      }
    } else {
      String text = memory(image, Long.MAX_VALUE).getString(0);
      if (!refused.isEmpty() && text.contains(refused)) {
        log(given, CUjit_option.CU_JIT_ERROR_LOG_BUFFER, jitErrors);
        return CUresult.CUDA_ERROR_INVALID_PTX;
      }
      bytes = text.getBytes(ISO_8859_1);
      log(given, CUjit_option.CU_JIT_INFO_LOG_BUFFER, jitLog);
    }
    int status = inContext();
    if (status == OK) {
      put(out, open("module"));
      images.put(lastHandle, bytes);
    }
    return status;
  }

  private static void log(Map<Integer, Long> given, int option, String text) {
    Long buffer = given.get(option);
    if (buffer != null) {
      memory(buffer, text.length() + 1L).setString(0, text);
    }
  }

  int cuModuleUnload(long module) {
    int status = inContext();
    return status == OK ? close(module, "module") : status;
  }

  int cuModuleGetFunction(long out, long module, long name) {
    int status = known(module, "module");
    if (status != OK) {
      return status;
    }
    String wanted = memory(name, Long.MAX_VALUE).getString(0);
    int index = List.copyOf(kernels.keySet()).indexOf(wanted);
    return index < 0 ? CUresult.CUDA_ERROR_NOT_FOUND : put(out, 0xF000L + index);
  }

  int cuModuleGetGlobal_v2(long out, long bytes, long module, long name) {
    int status = known(module, "module");
    if (status != OK) {
      return status;
    }
    boolean known = memory(name, Long.MAX_VALUE).getString(0).equals("table");
    put(bytes, 64L);
    return known ? put(out, 0xABCD00L) : CUresult.CUDA_ERROR_NOT_FOUND;
  }

  int cuFuncGetAttribute(long out, int attribute, long function) {
    boolean shared =
        attribute == CUfunction_attribute.CU_FUNC_ATTRIBUTE_MAX_DYNAMIC_SHARED_SIZE_BYTES;
    return put(out, shared ? maxDynamicShared : functionAttribute(attribute));
  }

  int cuFuncSetAttribute(long function, int attribute, int value) {
    if (attribute == CUfunction_attribute.CU_FUNC_ATTRIBUTE_MAX_DYNAMIC_SHARED_SIZE_BYTES) {
      maxDynamicShared = value;
    }
    functionAttributes.put(attribute, value);
    return inContext();
  }

  int cuOccupancyMaxActiveBlocksPerMultiprocessor(
      long out, long function, int threads, long sharedBytes) {
    return put(out, 2048 / threads);
  }

  int cuOccupancyMaxActiveClusters(long out, long function, long config) {
    return put(out, 66);
  }

  int cuLaunchKernelEx(long config, long function, long parameters, long extra) {
    MemorySegment wanted = memory(config, CUlaunchConfig.LAYOUT.byteSize());
    long stream = CUlaunchConfig.hStream(wanted).address();
    int status = known(stream, "stream");
    if (status != OK) {
      return status;
    }
    if (CUlaunchConfig.sharedMemBytes(wanted) > maxDynamicShared) {
      return CUresult.CUDA_ERROR_INVALID_VALUE;
    }
    String name = List.copyOf(kernels.keySet()).get((int) (function - 0xF000L));
    FakeLaunch launch = launch(name, wanted, parameters);
    if (stream != 0 && stream == capturedStream) {
      captured.add(launch);
    } else {
      run(launch);
    }
    return OK;
  }

  private void run(FakeLaunch launch) {
    launches.add(launch);
    clock += MILLISECONDS_A_LAUNCH;
    kernel(launch.kernel()).body().run(launch);
  }

  private FakeKernel kernel(String name) {
    return Objects.requireNonNull(kernels.get(name));
  }

  private List<FakeLaunch> launchesOf(long graph) {
    return graphs.getOrDefault(graph, List.of());
  }

  private FakeLaunch launch(String name, MemorySegment config, long parameters) {
    List<Integer> sizes = kernel(name).parameterBytes();
    List<byte[]> values = new ArrayList<>();
    for (int i = 0; i < sizes.size(); i++) {
      long address = memory(parameters, 8L * sizes.size()).getAtIndex(JAVA_LONG, i);
      if (address % Math.min(sizes.get(i), 64) != 0) {
        throw new IllegalStateException("parameter " + i + " is not aligned");
      }
      values.add(memory(address, sizes.get(i)).toArray(JAVA_BYTE));
    }
    Map<Integer, List<Integer>> asked = new TreeMap<>();
    long size = CUlaunchAttribute.LAYOUT.byteSize();
    for (int i = 0; i < CUlaunchConfig.numAttrs(config); i++) {
      MemorySegment attribute = memory(CUlaunchConfig.attrs(config).address() + i * size, size);
      MemorySegment value = CUlaunchAttribute.value(attribute);
      asked.put(
          CUlaunchAttribute.id(attribute),
          List.of(value.get(JAVA_INT, 0), value.get(JAVA_INT, 4), value.get(JAVA_INT, 8)));
    }
    return new FakeLaunch(
        name,
        new FakeLaunch.Size(
            CUlaunchConfig.gridDimX(config),
            CUlaunchConfig.gridDimY(config),
            CUlaunchConfig.gridDimZ(config)),
        new FakeLaunch.Size(
            CUlaunchConfig.blockDimX(config),
            CUlaunchConfig.blockDimY(config),
            CUlaunchConfig.blockDimZ(config)),
        CUlaunchConfig.sharedMemBytes(config),
        asked,
        values);
  }

  // Streams, events.

  int cuStreamCreate(long out, int flags) {
    int status = inContext();
    return status == OK ? put(out, open("stream")) : status;
  }

  int cuStreamDestroy_v2(long stream) {
    int status = inContext();
    return status == OK ? close(stream, "stream") : status;
  }

  int cuStreamSynchronize(long stream) {
    return known(stream, "stream");
  }

  int cuStreamQuery(long stream) {
    int status = known(stream, "stream");
    return status != OK || ready ? status : CUresult.CUDA_ERROR_NOT_READY;
  }

  int cuStreamWaitEvent(long stream, long event, int flags) {
    int status = known(stream, "stream");
    return status == OK ? known(event, "event") : status;
  }

  int cuEventCreate(long out, int flags) {
    int status = inContext();
    return status == OK ? put(out, open("event")) : status;
  }

  int cuEventDestroy_v2(long event) {
    int status = inContext();
    return status == OK ? close(event, "event") : status;
  }

  int cuEventRecord(long event, long stream) {
    recorded.put(event, clock);
    int status = known(stream, "stream");
    return status == OK ? known(event, "event") : status;
  }

  int cuEventSynchronize(long event) {
    return known(event, "event");
  }

  int cuEventQuery(long event) {
    int status = known(event, "event");
    return status != OK || ready ? status : CUresult.CUDA_ERROR_NOT_READY;
  }

  int cuEventElapsedTime_v2(long out, long start, long end) {
    if (!recorded.containsKey(start) || !recorded.containsKey(end)) {
      return CUresult.CUDA_ERROR_INVALID_HANDLE;
    }
    memory(out, 4).set(JAVA_FLOAT, 0, recorded.get(end) - recorded.get(start));
    return OK;
  }

  // Memory.

  int cuMemGetInfo_v2(long free, long total) {
    put(free, 70L << 30);
    put(total, 80L << 30);
    return inContext();
  }

  int cuMemAlloc_v2(long out, long bytes) {
    if (bytes > 1L << 32) {
      return CUresult.CUDA_ERROR_OUT_OF_MEMORY;
    }
    int status = inContext();
    if (status == OK) {
      Allocation made = new Allocation(bytes);
      allocations.put(made.memory.address(), made);
      put(out, made.memory.address());
    }
    return status;
  }

  int cuMemFree_v2(long address) {
    int status = inContext();
    Allocation made = status == OK ? allocations.remove(address) : null;
    if (made == null) {
      return status == OK ? CUresult.CUDA_ERROR_INVALID_VALUE : status;
    }
    made.arena.close();
    return OK;
  }

  int cuMemAllocAsync(long out, long bytes, long stream) {
    int status = known(stream, "stream");
    return status == OK ? cuMemAlloc_v2(out, bytes) : status;
  }

  int cuMemFreeAsync(long address, long stream) {
    int status = known(stream, "stream");
    return status == OK ? cuMemFree_v2(address) : status;
  }

  int cuMemAllocHost_v2(long out, long bytes) {
    return cuMemAlloc_v2(out, bytes);
  }

  int cuMemFreeHost(long address) {
    return cuMemFree_v2(address);
  }

  int cuMemcpyHtoD_v2(long to, long from, long bytes) {
    memory(to, bytes).copyFrom(memory(from, bytes));
    return inContext();
  }

  int cuMemcpyDtoH_v2(long to, long from, long bytes) {
    return cuMemcpyHtoD_v2(to, from, bytes);
  }

  int cuMemcpyDtoD_v2(long to, long from, long bytes) {
    return cuMemcpyHtoD_v2(to, from, bytes);
  }

  int cuMemcpyHtoDAsync_v2(long to, long from, long bytes, long stream) {
    int status = known(stream, "stream");
    return status == OK ? cuMemcpyHtoD_v2(to, from, bytes) : status;
  }

  int cuMemcpyDtoHAsync_v2(long to, long from, long bytes, long stream) {
    return cuMemcpyHtoDAsync_v2(to, from, bytes, stream);
  }

  int cuMemcpyDtoDAsync_v2(long to, long from, long bytes, long stream) {
    return cuMemcpyHtoDAsync_v2(to, from, bytes, stream);
  }

  int cuMemsetD8_v2(long to, byte value, long count) {
    memory(to, count).fill(value);
    return inContext();
  }

  int cuMemsetD16_v2(long to, short value, long count) {
    for (long i = 0; i < count; i++) {
      memory(to, 2 * count).setAtIndex(JAVA_SHORT_UNALIGNED, i, value);
    }
    return inContext();
  }

  int cuMemsetD32_v2(long to, int value, long count) {
    for (long i = 0; i < count; i++) {
      memory(to, 4 * count).setAtIndex(JAVA_INT, i, value);
    }
    return inContext();
  }

  int cuMemsetD32Async(long to, int value, long count, long stream) {
    int status = known(stream, "stream");
    return status == OK ? cuMemsetD32_v2(to, value, count) : status;
  }

  int cuTensorMapEncodeTiled(
      long out,
      int element,
      int rank,
      long address,
      long sizes,
      long strides,
      long box,
      long steps,
      int interleave,
      int swizzle,
      int promotion,
      int fill) {
    boolean fits =
        out % 64 == 0
            && address % 16 == 0
            && rank >= 1
            && rank <= 5
            && fill == 0
            && interleave == 0;
    for (int i = 0; i < rank && fits; i++) {
      long size = memory(sizes, 8L * rank).getAtIndex(JAVA_LONG, i);
      int part = memory(box, 4L * rank).getAtIndex(JAVA_INT, i);
      fits = size >= 1 && size <= 1L << 32 && part >= 1 && part <= 256;
      fits &= memory(steps, 4L * rank).getAtIndex(JAVA_INT, i) == 1;
    }
    for (int i = 0; i < rank - 1 && fits; i++) {
      long stride = memory(strides, 8L * (rank - 1)).getAtIndex(JAVA_LONG, i);
      fits = stride > 0 && stride % 16 == 0 && stride < 1L << 40;
    }
    if (!fits) {
      return CUresult.CUDA_ERROR_INVALID_VALUE;
    }
    MemorySegment map = memory(out, 128);
    map.setAtIndex(JAVA_LONG, 0, address);
    map.setAtIndex(JAVA_LONG, 1, rank);
    map.setAtIndex(JAVA_LONG, 2, swizzle);
    map.setAtIndex(JAVA_LONG, 3, element);
    for (int i = 0; i < rank; i++) {
      map.setAtIndex(JAVA_LONG, 4 + i, memory(sizes, 8L * rank).getAtIndex(JAVA_LONG, i));
      map.setAtIndex(JAVA_INT, 24 + i, memory(box, 4L * rank).getAtIndex(JAVA_INT, i));
    }
    return OK;
  }

  // Graphs.

  int cuStreamBeginCapture_v2(long stream, int mode) {
    if (stream == 0 || capturedStream != 0) {
      return CUresult.CUDA_ERROR_STREAM_CAPTURE_UNSUPPORTED;
    }
    capturedStream = stream;
    captured = new ArrayList<>();
    return known(stream, "stream");
  }

  int cuStreamEndCapture(long stream, long out) {
    if (stream != capturedStream) {
      return CUresult.CUDA_ERROR_ILLEGAL_STATE;
    }
    capturedStream = 0;
    put(out, open("graph"));
    graphs.put(lastHandle, captured);
    return OK;
  }

  int cuGraphGetNodes(long graph, long nodes, long count) {
    return put(count, (long) launchesOf(graph).size());
  }

  int cuGraphInstantiateWithFlags(long out, long graph, long flags) {
    List<FakeLaunch> nodes = launchesOf(graph);
    put(out, open("executable graph"));
    graphs.put(lastHandle, nodes);
    return OK;
  }

  int cuGraphDestroy(long graph) {
    return close(graph, "graph");
  }

  int cuGraphUpload(long graph, long stream) {
    int status = known(stream, "stream");
    return status == OK ? known(graph, "executable graph") : status;
  }

  int cuGraphLaunch(long graph, long stream) {
    int status = cuGraphUpload(graph, stream);
    if (status == OK) {
      launchesOf(graph).forEach(this::run);
    }
    return status;
  }

  int cuGraphExecDestroy(long graph) {
    return close(graph, "executable graph");
  }
}
