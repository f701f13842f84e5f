// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.spec;

/** The levels of IR, highest first, as the design's ladder names them. */
public enum Rung {
  /** Rung 0: tiles, copies, matrix products and pipelined loops. */
  TILE,
  /** Rung 1: stages, versioned buffers, asynchronous copies, barriers. */
  PIPELINE,
  /** Rung 2: the same operations, every buffer with a layout. */
  LAYOUT,
  /** Rung 3: per-thread code. */
  THREAD,
  /** Rung 4: one operation, one instruction of the target. */
  TARGET
}
