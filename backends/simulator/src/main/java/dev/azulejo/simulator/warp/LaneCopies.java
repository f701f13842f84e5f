// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.ir.diag.Location;

/**
 * The asynchronous copies ({@code cp.async}) of a warp's lanes, in groups that each lane commits
 * and waits for by itself. Data arrive at a moment that the seed chooses, between the beginning of
 * a copy and the wait that covers it; until then nobody may touch where they go.
 */
final class LaneCopies {
  /**
   * A lane begins to copy from global to shared memory.
   *
   * @param lane the lane
   * @param target the address in shared memory
   * @param source the address in global memory
   * @param bytes how many bytes are written; both addresses are multiples of it
   * @param size how many of them are read; the others become zero
   */
  void begin(Warp warp, int lane, long target, long source, int bytes, int size, Location place) {
    if (size >= 0) {
      throw warp.failure(place, lane, "copies %d bytes of %d: not yet", size, bytes);
    }
  }

  /** The active lanes close their open groups. */
  void commit(Warp warp) {}

  /** The active lanes wait until at most so many of their latest groups are under way. */
  void waitFor(Warp warp, long pending) {}
}
