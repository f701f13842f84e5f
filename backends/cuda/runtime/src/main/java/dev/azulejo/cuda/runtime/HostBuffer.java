// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime;

import dev.azulejo.bindings.cuda.CudaApi;
import java.lang.foreign.MemorySegment;

/** Memory of the host that stays where it is, so that the device can copy from and to it. */
public final class HostBuffer implements AutoCloseable {
  private final MemorySegment memory;
  private final Ownership ownership;

  private HostBuffer(Context context, MemorySegment memory) {
    this.memory = memory;
    this.ownership =
        new Ownership(
            context, "the host buffer", "cuMemFreeHost", () -> context.api().cuMemFreeHost(memory));
  }

  static HostBuffer allocate(Context context, long bytes) {
    context.enter();
    MemorySegment address =
        context
            .driver()
            .handle(out -> context.api().cuMemAllocHost_v2(out, bytes), "cuMemAllocHost_v2");
    return new HostBuffer(context, CudaApi.view(address, bytes));
  }

  /** The memory; it may not be used once the buffer is closed. */
  public MemorySegment memory() {
    ownership.check();
    return memory;
  }

  @Override
  public void close() {
    ownership.close();
  }
}
