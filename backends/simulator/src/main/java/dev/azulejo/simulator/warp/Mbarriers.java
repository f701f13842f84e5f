// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The barriers in a block's shared memory, by their addresses. */
final class Mbarriers {
  /** How many bytes a barrier has. */
  static final int BYTES = 8;

  private final TreeMap<Integer, Mbarrier> all = new TreeMap<>();

  /** The barrier at an address, or null. */
  @Nullable Mbarrier at(long address) {
    return all.get((int) address);
  }

  /** A barrier that some bytes belong to, or null. */
  @Nullable Mbarrier overlapping(long address, int count) {
    if (all.isEmpty()) {
      return null;
    }
    var entry = all.floorEntry((int) address + count - 1);
    return entry != null && entry.getKey() + BYTES > address ? entry.getValue() : null;
  }

  /** A barrier is made. */
  void add(Mbarrier barrier) {
    all.put(barrier.address(), barrier);
  }

  /** A barrier is no more. */
  void remove(Mbarrier barrier) {
    all.remove(barrier.address());
  }
}
