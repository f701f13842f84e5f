// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.rewrite;

/** How far the driver goes with blocks. */
public enum RegionSimplification {
  /** Blocks stay as they are. */
  DISABLED,
  /** Unreachable blocks and unused arguments go, chains of blocks become one. */
  NORMAL,
  /** Arguments that are always the same value go as well. */
  AGGRESSIVE
}
