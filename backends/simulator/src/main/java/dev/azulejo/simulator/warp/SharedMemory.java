// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.simulator.data.ElementType;
import dev.azulejo.simulator.memory.Buffer;

/** The shared memory of a block: bytes from an address on that is not zero. */
final class SharedMemory {
  /** The first address; what is in front belongs to the system on some GPUs. */
  static final int FIRST = 1024;

  private final Buffer bytes;
  private final Shadow shadow;

  SharedMemory(int size) {
    bytes = Buffer.poisoned(ElementType.I8, new long[] {size});
    shadow = new Shadow(size);
  }

  Buffer bytes() {
    return bytes;
  }

  /** Who touched what. */
  Shadow shadow() {
    return shadow;
  }
}
