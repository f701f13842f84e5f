// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime;

import dev.azulejo.bindings.cuda.CUevent_flags;
import dev.azulejo.bindings.cuda.CUresult;
import dev.azulejo.bindings.cuda.CUstream_flags;
import java.lang.foreign.MemorySegment;

/** Work for a device in order. */
public final class CudaStream implements AutoCloseable {
  private final Context context;
  private final MemorySegment handle;
  private final Ownership ownership;

  private CudaStream(Context context, MemorySegment handle, Ownership ownership) {
    this.context = context;
    this.handle = handle;
    this.ownership = ownership;
  }

  static CudaStream ofDefault(Context context) {
    Ownership with = new Ownership(context, "the context", "nothing", () -> CUresult.CUDA_SUCCESS);
    return new CudaStream(context, MemorySegment.NULL, with);
  }

  static CudaStream create(Context context) {
    context.enter();
    MemorySegment handle =
        context
            .driver()
            .handle(
                out -> context.api().cuStreamCreate(out, CUstream_flags.CU_STREAM_NON_BLOCKING),
                "cuStreamCreate");
    Ownership ownership =
        new Ownership(
            context,
            "the stream",
            "cuStreamDestroy_v2",
            () -> context.api().cuStreamDestroy_v2(handle));
    return new CudaStream(context, handle, ownership);
  }

  /** The context. */
  public Context context() {
    return context;
  }

  /** Waits for the work so far, and throws what went wrong with it. */
  public void synchronize() {
    enter();
    context.driver().check(context.api().cuStreamSynchronize(handle), "cuStreamSynchronize");
  }

  /** Whether all work so far is done. */
  public boolean isIdle() {
    enter();
    int status = context.api().cuStreamQuery(handle);
    if (status == CUresult.CUDA_ERROR_NOT_READY) {
      return false;
    }
    context.driver().check(status, "cuStreamQuery");
    return true;
  }

  /** Lets later work wait until an event has happened. */
  public void waitFor(CudaEvent event) {
    enter();
    context
        .driver()
        .check(
            context.api().cuStreamWaitEvent(handle, event.handle(), CUevent_flags.CU_EVENT_DEFAULT),
            "cuStreamWaitEvent");
  }

  /** Ends the stream when its work is done; the default stream stays. */
  @Override
  public void close() {
    if (handle.address() != 0) {
      ownership.close();
    }
  }

  /** Enters the context of a stream that is open. */
  void enter() {
    ownership.check();
    context.enter();
  }

  MemorySegment handle() {
    return handle;
  }
}
