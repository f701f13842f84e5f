// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.ptx;

import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.MemRefType;

/** What a memref has become. */
sealed interface Buffer {
  /** Data in global memory, behind an address of 64 bits. */
  record Global(Value address, MemRefType type) implements Buffer {}

  /** A piece of the block's shared memory, behind an address of 32 bits. */
  record Shared(Value address, MemRefType type) implements Buffer {}

  /** Registers of the thread. */
  record Local(Value registers) implements Buffer {}
}
