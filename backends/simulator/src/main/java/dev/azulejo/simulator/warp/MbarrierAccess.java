// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.run.SimulationFailure;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What threads do with barriers in shared memory, and what is refused of it. */
final class MbarrierAccess {
  private MbarrierAccess() {}

  /** A lane makes a barrier. */
  static void init(Warp warp, int lane, long address, long count, Location place) {
    BlockRun block = warp.block();
    requireAligned(warp, lane, address, place);
    SharedMemory shared = block.shared();
    if (!shared.holds(address, Mbarriers.BYTES)) {
      throw warp.failure(
          place,
          lane,
          "makes a barrier at the shared address 0x%x, where no buffer is: %s",
          address,
          shared.describe());
    }
    if (count < 1 || count > Mbarrier.MOST) {
      throw warp.failure(
          place, lane, "makes a barrier of %d arrivals, where 1 to 2^20 - 1 are possible", count);
    }
    Mbarrier old = shared.barriers().at(address);
    if (old != null) {
      throw new SimulationFailure(
          warp.error(
                  place,
                  lane,
                  "makes a barrier at the shared address 0x%x, where there is one already",
                  address)
              .note(old.place(), "it was made here; an mbarrier.inval would end it"));
    }
    touch(warp, lane, shared, (int) address, place);
    shared.barriers().add(new Mbarrier(warp, (int) address, count, place));
  }

  /** A barrier is there that all threads see, if none is yet. */
  static void provide(BlockRun block, int address, long count, Location place) {
    Mbarriers barriers = block.shared().barriers();
    if (barriers.at(address) == null) {
      barriers.add(new Mbarrier(block.cluster(), address, count, place));
    }
  }

  /** A lane makes memory ordinary again. */
  static void invalidate(Warp warp, int lane, long address, Location place) {
    Mbarrier barrier = find(warp, lane, warp.block(), address, place);
    if (!barrier.isDone(warp)) {
      throw warp.failure(
          place,
          lane,
          "ends the barrier at the shared address 0x%x, which others use, and nothing orders the"
              + " two",
          address);
    }
    SharedMemory shared = warp.block().shared();
    shared.barriers().remove(barrier);
    touch(warp, lane, shared, (int) address, place);
  }

  private static void touch(Warp warp, int lane, SharedMemory shared, int address, Location place) {
    Shadow.Access other =
        shared
            .shadow()
            .touch(
                warp,
                lane,
                Shadow.Kind.WRITE,
                address - SharedMemory.FIRST,
                Mbarriers.BYTES,
                null,
                place);
    if (other != null) {
      String what =
          String.format(Locale.ROOT, "writes a barrier at the shared address 0x%x", address);
      throw Conflict.of(warp, lane, what, other, place);
    }
  }

  private static void requireAligned(Warp warp, int lane, long address, Location place) {
    if (address % Mbarriers.BYTES != 0) {
      throw warp.failure(
          place,
          lane,
          "uses a barrier at the shared address 0x%x, which is no multiple of 8",
          address);
    }
  }

  /** The barrier at an address of a block, which a lane may use. */
  static Mbarrier find(Warp warp, int lane, BlockRun block, long address, Location place) {
    requireAligned(warp, lane, address, place);
    if (block.hasEnded()) {
      throw warp.failure(
          place,
          lane,
          "uses a barrier of block %d of its cluster, which has ended",
          block.number());
    }
    Mbarrier barrier = block.shared().barriers().at(address);
    if (barrier == null) {
      throw warp.failure(
          place, lane, "uses a barrier at the shared address 0x%x, where none was made", address);
    }
    if (!barrier.isVisible(warp)) {
      throw new SimulationFailure(
          warp.error(
                  place,
                  lane,
                  "uses the barrier at the shared address 0x%x, which nothing orders behind its"
                      + " making",
                  address)
              .note(barrier.place(), "it is made here"));
    }
    if (block != warp.block()) {
      block.farewell().use(warp, place);
    }
    return barrier;
  }

  /** The barrier at an address of the own block, or of the cluster. */
  static Mbarrier find(Warp warp, int lane, long address, boolean remote, Location place) {
    if (!remote) {
      return find(warp, lane, warp.block(), address, place);
    }
    int rank = ClusterAddress.rank(address, warp.block().rank());
    List<BlockRun> blocks = warp.block().cluster().blocks();
    if (rank >= blocks.size()) {
      throw warp.failure(
          place,
          lane,
          "uses a barrier of block %d of its cluster, which has %d",
          rank,
          blocks.size());
    }
    return find(warp, lane, blocks.get(rank), ClusterAddress.local(address), place);
  }

  /** A lane arrives at a barrier of its own block. */
  static void arriveHere(Warp warp, int lane, Mbarrier barrier, Location place) {
    requirePhase(warp, lane, barrier, place);
    arrive(warp, lane, barrier, 1, place);
  }

  /**
   * A lane arrives, and with it what its warp has seen. From another block it may come before the
   * last arrivals of a phase, when these blocks have seen each other's progress elsewhere.
   */
  static void arrive(Warp warp, int lane, Mbarrier barrier, long count, Location place) {
    barrier.use(warp);
    for (long i = 0; i < count; i++) {
      if (barrier.pending() == 0) {
        throw excess(warp, lane, barrier, place);
      }
      barrier.arrive(warp.clock(), place);
    }
    warp.block().cluster().happened();
    settle(warp.block().cluster(), barrier);
  }

  private static SimulationFailure excess(Warp warp, int lane, Mbarrier barrier, Location place) {
    return new SimulationFailure(
        warp.error(
                place,
                lane,
                "arrives at the barrier at the shared address 0x%x, but of its phase %d all %d"
                    + " arrivals have come: %s",
                barrier.address(),
                barrier.phase(),
                barrier.count(),
                barrier.missing())
            .note(barrier.place(), "the barrier was made here"));
  }

  /**
   * Refuses what a lane does in a phase of a barrier when nothing orders it behind the end of the
   * phase before: it could have fallen into that one.
   */
  static void requirePhase(Warp warp, int lane, Mbarrier barrier, Location place) {
    int phase = barrier.phase();
    if (warp.clock().phases(barrier.number()) >= phase) {
      return;
    }
    Diagnostic error =
        warp.error(
            place,
            lane,
            "counts in phase %d of the barrier at the shared address 0x%x, and nothing orders that"
                + " behind the end of phase %d",
            phase,
            barrier.address(),
            phase - 1);
    for (Location arrival : barrier.arrivals()) {
      error = error.note(arrival, "arrivals at this barrier have come from here");
    }
    throw new SimulationFailure(error);
  }

  /** A lane makes the phase wait for more bytes. */
  static void expect(Warp warp, int lane, Mbarrier barrier, long bytes, Location place) {
    barrier.use(warp);
    requirePhase(warp, lane, barrier, place);
    barrier.expect(bytes);
    if (bytes < 0 || Math.abs(barrier.bytes()) > Mbarrier.MOST) {
      throw warp.failure(
          place,
          lane,
          "makes the barrier at the shared address 0x%x wait for %d bytes, where 2^20 - 1 are"
              + " possible",
          barrier.address(),
          bytes);
    }
  }

  /** Ends a barrier's phase if nothing is missing. */
  static void settle(ClusterRun cluster, Mbarrier barrier) {
    if (barrier.settle()) {
      cluster.happened();
    }
  }

  /** A lane finds a phase ended, and sees what was done before. */
  static void observe(Warp warp, Mbarrier barrier) {
    barrier.use(warp);
    warp.clock().join(barrier.ended());
  }

  /** What a lane waits for, that finds a phase not ended. */
  static Stall stall(Mbarrier barrier, @Nullable Integer parity) {
    int phase = barrier.phase();
    return new Stall() {
      @Override
      public String text() {
        return String.format(
            Locale.ROOT,
            "for phase %d (%s) of the barrier at the shared address 0x%x, of which %s",
            phase,
            parity == null ? "by its state" : "parity " + parity,
            barrier.address(),
            barrier.missing());
      }

      @Override
      public void notes(BiConsumer<Location, String> sink) {
        for (Location arrival : barrier.arrivals()) {
          sink.accept(arrival, "arrivals at this barrier have come from here");
        }
      }
    };
  }
}
