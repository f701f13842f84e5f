// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

/** Who touched the bytes of a memory, so that races are found. */
final class Shadow {
  private final int size;

  Shadow(int size) {
    this.size = size;
  }

  int size() {
    return size;
  }
}
