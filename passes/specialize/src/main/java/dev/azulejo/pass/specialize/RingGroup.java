// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize;

import dev.azulejo.dialect.barrier.Slot;
import dev.azulejo.dialect.tile.GemmOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.diag.CompilerBug;
import dev.azulejo.pass.specialize.load.Way;
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
        && bytes() + bytes(ring) <= Slot.MAX_COUNT;
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
    return rings.getFirst().load().op() == load;
  }

  /** Is an operation the load that comes last? */
  boolean endsWith(Operation load) {
    return rings.getLast().load().op() == load;
  }

  /** The ring that an operation fills. */
  Ring ringOf(Operation load) {
    for (Ring ring : rings) {
      if (ring.load().op() == load) {
        return ring;
      }
    }
    throw new CompilerBug("an operation fills no ring of its group");
  }

  /** How many bytes the engine brings in a turn. */
  long bytes() {
    long sum = 0;
    for (Ring ring : rings) {
      sum += bytes(ring);
    }
    return sum;
  }

  private static long bytes(Ring ring) {
    return ring.isFilledBy(Way.TMA) ? ring.load().bytes() : 0;
  }

  /** Is some of it filled in a way? */
  boolean isFilledBy(Way way) {
    return rings.stream().anyMatch(ring -> ring.isFilledBy(way));
  }

  /** Is all of it filled by the engine? */
  boolean isOfBoxes() {
    return rings.stream().allMatch(ring -> ring.isFilledBy(Way.TMA));
  }

  /**
   * How many arrivals fill a slot: each thread of the producer arrives behind its asynchronous
   * copies, and one of them for all behind what else there is.
   */
  long arrivals(long producerThreads) {
    return isFilledBy(Way.CP_ASYNC) ? producerThreads + (isFilledBy(Way.THREADS) ? 1 : 0) : 1;
  }

  /**
   * Does what is filled in a way meet readers on the path of matrix instructions of warpgroups, who
   * see it only behind a fence?
   */
  boolean meetsAsyncPath(Way way) {
    return rings.stream().anyMatch(ring -> ring.isFilledBy(way) && ring.isReadByAsyncPath());
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
