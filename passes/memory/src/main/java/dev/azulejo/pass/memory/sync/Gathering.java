// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.memory.sync;

import dev.azulejo.ir.Operation;
import org.jspecify.annotations.Nullable;

/** Which threads come to a place together. */
final class Gathering {
  static final Gathering ALL = new Gathering(null, null);

  private final @Nullable Operation branch;
  private final boolean @Nullable [] active;

  /**
   * Some threads.
   *
   * @param branch the condition or loop that keeps the others away, or null where all come
   * @param active the threads that come, or null where that is not known, or all do
   */
  Gathering(@Nullable Operation branch, boolean @Nullable [] active) {
    this.branch = branch;
    this.active = active;
  }

  @Nullable Operation branch() {
    return branch;
  }

  boolean @Nullable [] active() {
    return active;
  }

  /** How many of so many threads come, as far as that is known. */
  int count(int threads) {
    if (active == null) {
      return threads;
    }
    int count = 0;
    for (boolean comes : active) {
      count += comes ? 1 : 0;
    }
    return count;
  }
}
