// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

/** An instruction that has been decoded: what it does to the active lanes of a warp. */
@FunctionalInterface
interface WarpCode {
  /** Executes it. */
  void run(Warp warp);
}
