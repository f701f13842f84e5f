// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.ptx;

import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.MemRefType;
import java.util.List;

/** What a memref has become. */
sealed interface Buffer {
  /**
   * Data in global memory.
   *
   * @param address its address, of 64 bits
   * @param type what it was
   * @param sizes its sizes, of 32 bits; that of the first dimension may be any number
   */
  record Global(Value address, MemRefType type, List<Value> sizes) implements Buffer {
    /** Copies the list. */
    public Global {
      sizes = List.copyOf(sizes);
    }
  }

  /** A piece of the block's shared memory, behind an address of 32 bits. */
  record Shared(Value address, MemRefType type) implements Buffer {}

  /** Registers of the thread. */
  record Local(Value registers) implements Buffer {}
}
