// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.simulator.data.ElementType;
import dev.azulejo.simulator.memory.Buffer;

/** The memory of one thread: bytes from an address on that is not zero. */
final class LocalMemory {
  /** The first address. */
  static final int FIRST = 256;

  private final Buffer bytes;

  /** So many bytes, in which nothing has been written. */
  LocalMemory(int size) {
    bytes = Buffer.poisoned(ElementType.I8, new long[] {size});
  }

  Buffer bytes() {
    return bytes;
  }

  /** How many bytes there are. */
  int size() {
    return bytes.byteCount();
  }

  /** Are bytes there? */
  boolean holds(long address, int count) {
    return address >= FIRST && address + count <= FIRST + (long) size();
  }
}
