// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

/** A block of threads that runs. */
final class BlockRun {
  private final GlobalMemory global;
  private final SharedMemory shared;

  BlockRun(GlobalMemory global, SharedMemory shared) {
    this.global = global;
    this.shared = shared;
  }

  GlobalMemory global() {
    return global;
  }

  SharedMemory shared() {
    return shared;
  }
}
