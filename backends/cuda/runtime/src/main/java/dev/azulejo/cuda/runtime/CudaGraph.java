// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.azulejo.bindings.cuda.CUresult;
import dev.azulejo.bindings.cuda.CUstreamCaptureMode;
import dev.azulejo.bindings.cuda.CudaApi;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Work that was captured once and is launched as one. Arguments are those of the capture: later
 * changes of a {@link Launch} do not reach it.
 */
public final class CudaGraph implements AutoCloseable {
  private final Context context;
  private final MemorySegment executable;
  private final long nodes;
  private final Ownership ownership;

  private CudaGraph(Context context, MemorySegment executable, long nodes) {
    this.context = context;
    this.executable = executable;
    this.nodes = nodes;
    this.ownership =
        new Ownership(
            context,
            "the graph",
            "cuGraphExecDestroy",
            () -> context.api().cuGraphExecDestroy(executable));
  }

  /**
   * Makes a graph of what is put into a stream, which does not run by that.
   *
   * @param stream a stream, not the default one
   * @param work puts work into the stream
   * @throws CudaException if something in it can't be captured
   */
  public static CudaGraph capture(CudaStream stream, Runnable work) {
    stream.enter();
    Context context = stream.context();
    CudaDriver driver = context.driver();
    CudaApi api = context.api();
    driver.check(
        api.cuStreamBeginCapture_v2(
            stream.handle(), CUstreamCaptureMode.CU_STREAM_CAPTURE_MODE_THREAD_LOCAL),
        "cuStreamBeginCapture_v2");
    MemorySegment graph;
    try {
      work.run();
    } catch (RuntimeException | Error e) {
      abandon(api, stream);
      throw e;
    }
    graph =
        driver.handle(out -> api.cuStreamEndCapture(stream.handle(), out), "cuStreamEndCapture");
    try {
      long nodes = nodes(driver, graph);
      MemorySegment executable =
          driver.handle(
              out -> api.cuGraphInstantiateWithFlags(out, graph, 0), "cuGraphInstantiateWithFlags");
      return new CudaGraph(context, executable, nodes);
    } finally {
      driver.check(api.cuGraphDestroy(graph), "cuGraphDestroy");
    }
  }

  /** Leaves a stream as it was; what went wrong before is what the caller hears of. */
  private static void abandon(CudaApi api, CudaStream stream) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment out = arena.allocate(ADDRESS);
      if (api.cuStreamEndCapture(stream.handle(), out) == CUresult.CUDA_SUCCESS) {
        int _ = api.cuGraphDestroy(out.get(ADDRESS, 0));
      }
    }
  }

  private static long nodes(CudaDriver driver, MemorySegment graph) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment out = arena.allocate(JAVA_LONG);
      driver.check(driver.api().cuGraphGetNodes(graph, MemorySegment.NULL, out), "cuGraphGetNodes");
      return out.get(JAVA_LONG, 0);
    }
  }

  /** How many pieces of work it holds. */
  public long nodes() {
    return nodes;
  }

  /** Does now what the first launch would do, when the stream comes to it. */
  public void upload(CudaStream stream) {
    ownership.check();
    stream.enter();
    context
        .driver()
        .check(context.api().cuGraphUpload(executable, stream.handle()), "cuGraphUpload");
  }

  /** Runs it when the stream comes to it. */
  public void enqueue(CudaStream stream) {
    ownership.check();
    stream.enter();
    context
        .driver()
        .check(context.api().cuGraphLaunch(executable, stream.handle()), "cuGraphLaunch");
  }

  @Override
  public void close() {
    ownership.close();
  }
}
