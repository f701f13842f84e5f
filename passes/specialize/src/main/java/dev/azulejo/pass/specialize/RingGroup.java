// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize;

import dev.azulejo.dialect.barrier.Slot;
import dev.azulejo.dialect.tile.GemmOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Operation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rings whose slots are filled, waited for and released together: they have one pair of barriers a
 * slot.
 */
final class RingGroup {
  /** How many threads a warpgroup has. */
  static final long WARPGROUP = 128;

  private final List<Ring> rings = new ArrayList<>();

  private RingGroup(Ring first) {
    rings.add(first);
  }

  /** Puts rings together whose readers begin and end at the same operations. */
  static List<RingGroup> of(List<Ring> rings) {
    List<RingGroup> groups = new ArrayList<>();
    for (Ring ring : rings) {
      RingGroup found = null;
      for (RingGroup group : groups) {
        found = found == null && group.takes(ring) ? group : found;
      }
      if (found == null) {
        groups.add(new RingGroup(ring));
      } else {
        found.rings.add(ring);
      }
    }
    return groups;
  }

  private boolean takes(Ring ring) {
    return ring.block() == block()
        && ring.first() == first()
        && ring.last() == last()
        && ring.depth() == depth()
        && bytes() + TmaLoads.bytes(ring.load()) <= Slot.MAX_COUNT;
  }

  /** The rings, in the order of their loads. */
  List<Ring> rings() {
    return rings;
  }

  /** The block that they turn in. */
  Block block() {
    return rings.getFirst().block();
  }

  /** How many slots each has. */
  long depth() {
    return rings.getFirst().depth();
  }

  /** In front of which operation of the block the consumers wait; null for its end. */
  @Nullable Operation first() {
    return rings.getFirst().first();
  }

  /** Behind which operation of the block the consumers release; null for its end. */
  @Nullable Operation last() {
    return rings.getFirst().last();
  }

  /** Is an operation the load that comes first? */
  boolean beginsWith(Operation load) {
    return rings.getFirst().load() == load;
  }

  /** How many bytes arrive in a turn. */
  long bytes() {
    long sum = 0;
    for (Ring ring : rings) {
      sum += TmaLoads.bytes(ring.load());
    }
    return sum;
  }

  /** Is nothing but instructions of warpgroups reading, each of which reads as a whole? */
  boolean isReadByWarpgroups() {
    boolean found = false;
    for (Ring ring : rings) {
      for (Operation reader : ring.readers()) {
        if (!(reader instanceof GemmOp gemm) || !gemm.isMadeBy(GemmOp.WGMMA)) {
          return false;
        }
        found = true;
      }
    }
    return found;
  }
}
