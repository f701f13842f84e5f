// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import dev.azulejo.bindings.cuda.CUevent_flags;
import dev.azulejo.bindings.cuda.CUresult;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** A place in a stream, and the time when it was reached. */
public final class CudaEvent implements AutoCloseable {
  private final Context context;
  private final MemorySegment handle;
  private final Ownership ownership;

  private CudaEvent(Context context, MemorySegment handle) {
    this.context = context;
    this.handle = handle;
    this.ownership =
        new Ownership(
            context,
            "the event",
            "cuEventDestroy_v2",
            () -> context.api().cuEventDestroy_v2(handle));
  }

  static CudaEvent create(Context context) {
    context.enter();
    MemorySegment handle =
        context
            .driver()
            .handle(
                out -> context.api().cuEventCreate(out, CUevent_flags.CU_EVENT_DEFAULT),
                "cuEventCreate");
    return new CudaEvent(context, handle);
  }

  /** Puts the event behind the work of a stream so far. */
  public void record(CudaStream stream) {
    stream.enter();
    context.driver().check(context.api().cuEventRecord(handle(), stream.handle()), "cuEventRecord");
  }

  /** Waits until it has happened. */
  public void synchronize() {
    MemorySegment open = handle();
    context.enter();
    context.driver().check(context.api().cuEventSynchronize(open), "cuEventSynchronize");
  }

  /** Whether it has happened. */
  public boolean isDone() {
    MemorySegment open = handle();
    context.enter();
    int status = context.api().cuEventQuery(open);
    if (status == CUresult.CUDA_ERROR_NOT_READY) {
      return false;
    }
    context.driver().check(status, "cuEventQuery");
    return true;
  }

  /** Milliseconds from an earlier event to this one; both have happened. */
  public float millisecondsSince(CudaEvent earlier) {
    MemorySegment open = handle();
    context.enter();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment out = arena.allocate(JAVA_FLOAT);
      context
          .driver()
          .check(
              context.api().cuEventElapsedTime_v2(out, earlier.handle(), open),
              "cuEventElapsedTime_v2");
      return out.get(JAVA_FLOAT, 0);
    }
  }

  @Override
  public void close() {
    ownership.close();
  }

  /** The handle of an event that is open. */
  MemorySegment handle() {
    ownership.check();
    return handle;
  }
}
