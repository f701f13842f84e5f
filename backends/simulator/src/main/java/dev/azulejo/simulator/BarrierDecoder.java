// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import dev.azulejo.dialect.barrier.AllocOp;
import dev.azulejo.dialect.barrier.ArriveExpectTxOp;
import dev.azulejo.dialect.barrier.ArriveNoincOp;
import dev.azulejo.dialect.barrier.ArriveOp;
import dev.azulejo.dialect.barrier.Arrivers;
import dev.azulejo.dialect.barrier.ExpectTxOp;
import dev.azulejo.dialect.barrier.FenceInitOp;
import dev.azulejo.dialect.barrier.FenceProxyAsyncOp;
import dev.azulejo.dialect.barrier.SyncOp;
import dev.azulejo.dialect.barrier.WaitOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Use;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.memory.Barriers;
import dev.azulejo.simulator.run.SimulationFailure;
import java.util.ArrayList;
import java.util.List;

/**
 * The code of barriers. One thread of control runs a block on these rungs, so a wait that does not
 * pass once all copies have arrived never will.
 */
final class BarrierDecoder {
  private static final long WARP_SIZE = 32;
  private static final long WARPGROUP_SIZE = 128;
  private static final int MAX_NOTES = 4;

  private BarrierDecoder() {}

  static Code decode(Operation op) {
    return switch (op) {
      case AllocOp alloc -> alloc(alloc);
      case ArriveOp arrive when arrive.multicast().isEmpty() -> arrive(arrive);
      case ArriveExpectTxOp arrive -> arriveExpect(arrive);
      case ArriveNoincOp arrive -> arriveNoinc(arrive);
      case ExpectTxOp expect -> expect(expect);
      case WaitOp wait -> wait(wait);
      case SyncOp _, FenceInitOp _, FenceProxyAsyncOp _ -> _ -> {};
      default -> throw Decoder.unsupported(op);
    };
  }

  private static Code alloc(AllocOp op) {
    long[] counts = op.counts().asLongs();
    int to = Decoder.slot(op.array());
    return frame -> frame.setObject(to, new Barriers(counts, op.location()));
  }

  private static long arrivals(String by, long threads) {
    return switch (by) {
      case Arrivers.ONE_THREAD -> 1;
      case Arrivers.WARP -> Math.ceilDiv(threads, WARP_SIZE);
      case Arrivers.WARPGROUP -> Math.ceilDiv(threads, WARPGROUP_SIZE);
      default -> threads;
    };
  }

  private static Code arrive(ArriveOp op) {
    var slot = new Slot(op.array(), op.index(), op.location());
    String by = op.by().value();
    return frame -> {
      Barriers barriers = slot.barriers(frame);
      slot.arrive(barriers, slot.index(frame), arrivals(by, frame.machine().threads()));
    };
  }

  private static Code arriveExpect(ArriveExpectTxOp op) {
    var slot = new Slot(op.array(), op.index(), op.location());
    String by = op.by().value();
    long bytes = op.bytes().longValue();
    return frame -> {
      Barriers barriers = slot.barriers(frame);
      long arrivals = arrivals(by, frame.machine().threads());
      barriers.expect(slot.index(frame), bytes * arrivals);
      slot.arrive(barriers, slot.index(frame), arrivals);
    };
  }

  private static Code expect(ExpectTxOp op) {
    var slot = new Slot(op.array(), op.index(), op.location());
    long bytes = op.bytes().longValue();
    return frame -> slot.barriers(frame).expect(slot.index(frame), bytes);
  }

  private static Code arriveNoinc(ArriveNoincOp op) {
    var slot = new Slot(op.array(), op.index(), op.location());
    return frame -> {
      Machine machine = frame.machine();
      slot.barriers(frame)
          .defer(
              new Barriers.Deferred(
                  slot.index(frame),
                  machine.threads(),
                  machine.copies().underWay(),
                  op.location()));
    };
  }

  private static Code wait(WaitOp op) {
    var slot = new Slot(op.array(), op.index(), op.location());
    int parity = Decoder.slot(op.parity());
    return frame -> {
      Barriers barriers = slot.barriers(frame);
      int index = slot.index(frame);
      int wanted = frame.scalar(parity) == 0 ? 0 : 1;
      while (!barriers.isComplete(index, wanted)) {
        Barriers.Deferred arrival = barriers.takeDeferred(index);
        if (arrival == null) {
          throw deadlock(op, barriers, index, wanted);
        }
        frame.machine().copies().finish(arrival.copies());
        new Slot(op.array(), op.index(), arrival.location())
            .arrive(barriers, index, arrival.arrivals());
      }
    };
  }

  private static SimulationFailure deadlock(WaitOp op, Barriers barriers, int index, int parity) {
    Diagnostic error =
        Diagnostic.error(
                op.location(),
                "deadlock: waits for parity %d of barrier %d, whose phase %d still needs %d of %d"
                    + " arrivals and %d bytes, and nothing else runs",
                parity,
                index,
                barriers.phase(index),
                barriers.missingArrivals(index),
                barriers.arrivals(index),
                barriers.missingBytes(index))
            .note(barriers.location(), "the barrier was allocated here");
    Location last = barriers.lastArrival(index);
    if (last != null) {
      return new SimulationFailure(error.note(last, "the latest arrival was here"));
    }
    for (Operation arrival : arrivals(op)) {
      error = error.note(arrival.location(), "this would arrive, but has not been executed for it");
    }
    return new SimulationFailure(error);
  }

  private static List<Operation> arrivals(WaitOp wait) {
    List<Operation> found = new ArrayList<>();
    for (Use use : wait.array().uses()) {
      Operation user = use.owner();
      boolean arrives =
          user instanceof ArriveOp
              || user instanceof ArriveExpectTxOp
              || user instanceof ArriveNoincOp;
      if (arrives && found.size() < MAX_NOTES) {
        found.add(user);
      }
    }
    return found;
  }

  /** A barrier of an array, decoded. */
  private record Slot(int array, int number, Location place) {
    Slot(Value array, Value index, Location place) {
      this(Decoder.slot(array), Decoder.slot(index), place);
    }

    Barriers barriers(Frame frame) {
      if (frame.object(array) instanceof Barriers barriers) {
        return barriers;
      }
      throw frame.machine().bug("a value is no array of barriers");
    }

    int index(Frame frame) {
      long index = frame.scalar(number);
      int size = barriers(frame).size();
      if (index < 0 || index >= size) {
        throw new SimulationFailure(
            Diagnostic.error(place, "accesses barrier %d of %d", index, size));
      }
      return (int) index;
    }

    void arrive(Barriers barriers, int index, long arrivals) {
      if (arrivals > barriers.missingArrivals(index)) {
        throw new SimulationFailure(
            Diagnostic.error(
                    place,
                    "arrives %d times at barrier %d, whose phase %d needs %d more",
                    arrivals,
                    index,
                    barriers.phase(index),
                    barriers.missingArrivals(index))
                .note(barriers.location(), "the barrier was allocated here"));
      }
      barriers.arrive(index, arrivals, place);
    }
  }
}
