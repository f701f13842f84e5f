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
import dev.azulejo.ir.Value;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.memory.Barriers;

/**
 * The code of barriers. One thread of control runs a block on these rungs, so a wait that does not
 * pass at once never will.
 */
final class BarrierDecoder {
  private BarrierDecoder() {}

  static Code decode(Operation op) {
    return switch (op) {
      case AllocOp alloc -> alloc(alloc);
      case ArriveOp arrive -> arrive(arrive);
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
    return frame -> frame.setObject(to, new Barriers(counts));
  }

  private static long arrivals(String by, long threads) {
    return switch (by) {
      case Arrivers.ONE_THREAD -> 1;
      case Arrivers.WARP -> Math.ceilDiv(threads, 32);
      case Arrivers.WARPGROUP -> Math.ceilDiv(threads, 128);
      default -> threads;
    };
  }

  private static Code arrive(ArriveOp op) {
    Slot slot = new Slot(op.array(), op.index(), op.location());
    String by = op.by().value();
    return frame -> {
      Barriers barriers = slot.barriers(frame);
      slot.arrive(barriers, slot.index(frame), arrivals(by, frame.machine().threads()));
    };
  }

  private static Code arriveExpect(ArriveExpectTxOp op) {
    Slot slot = new Slot(op.array(), op.index(), op.location());
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
    Slot slot = new Slot(op.array(), op.index(), op.location());
    long bytes = op.bytes().longValue();
    return frame -> slot.barriers(frame).expect(slot.index(frame), bytes);
  }

  private static Code arriveNoinc(ArriveNoincOp op) {
    Slot slot = new Slot(op.array(), op.index(), op.location());
    return frame ->
        slot.barriers(frame)
            .defer(
                slot.index(frame), frame.machine().threads(), frame.machine().copies().underWay());
  }

  private static Code wait(WaitOp op) {
    Slot slot = new Slot(op.array(), op.index(), op.location());
    int parity = Decoder.slot(op.parity());
    return frame -> {
      Barriers barriers = slot.barriers(frame);
      int index = slot.index(frame);
      int wanted = frame.scalar(parity) == 0 ? 0 : 1;
      if (!barriers.isComplete(index, wanted)) {
        frame.machine().copies().finish(barriers.takeDeferred(index));
      }
      if (!barriers.isComplete(index, wanted)) {
        throw new SimulationFailure(
            Diagnostic.error(
                op.location(),
                "deadlock: waits for parity %d of barrier %d, whose phase %d still needs %d"
                    + " arrivals and %d bytes, and nothing else runs",
                wanted,
                index,
                barriers.phase(index),
                barriers.missingArrivals(index),
                barriers.missingBytes(index)));
      }
    };
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
                "arrives %d times at barrier %d, whose phase needs %d more",
                arrivals,
                index,
                barriers.missingArrivals(index)));
      }
      barriers.arrive(index, arrivals);
    }
  }
}
