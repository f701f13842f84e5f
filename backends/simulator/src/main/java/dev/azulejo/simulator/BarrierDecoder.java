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
import dev.azulejo.dialect.barrier.NamedArriveOp;
import dev.azulejo.dialect.barrier.NamedSyncOp;
import dev.azulejo.dialect.barrier.SyncOp;
import dev.azulejo.dialect.barrier.WaitOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.agent.Agent;
import dev.azulejo.simulator.agent.Block;
import dev.azulejo.simulator.agent.NamedBarrier;
import dev.azulejo.simulator.agent.PhaseBarriers;
import dev.azulejo.simulator.agent.Wait;
import dev.azulejo.simulator.memory.AsyncCopies;
import dev.azulejo.simulator.memory.Clock;
import java.util.List;

/** The code of barriers. */
final class BarrierDecoder {
  private static final long WARP_SIZE = 32;
  private static final long WARPGROUP_SIZE = 128;

  private BarrierDecoder() {}

  static Code decode(Operation op) {
    return switch (op) {
      case AllocOp alloc -> alloc(alloc);
      case ArriveOp arrive -> arrive(arrive);
      case ArriveExpectTxOp arrive -> arriveExpect(arrive);
      case ArriveNoincOp arrive -> arriveNoinc(arrive);
      case ExpectTxOp expect -> expect(expect);
      case WaitOp wait -> wait(wait);
      case NamedArriveOp arrive -> arrive(arrive);
      case NamedSyncOp sync -> sync(sync);
      case FenceProxyAsyncOp _ -> BarrierDecoder::fence;
      case SyncOp _, FenceInitOp _ -> _ -> {};
      default -> throw Decoder.unsupported(op);
    };
  }

  private static Code alloc(AllocOp op) {
    long[] counts = op.counts().asLongs();
    int to = Decoder.slot(op.array());
    return frame -> {
      Agent agent = frame.machine().agent(op);
      if (agent.block().find(op) instanceof PhaseBarriers earlier) {
        earlier.requireIdle(op.location());
      }
      var barriers = new PhaseBarriers(agent.team(), counts, op.location());
      frame.setObject(to, barriers);
      agent.block().keep(op, barriers);
    };
  }

  private static void fence(Frame frame) {
    Agent agent = frame.machine().agent();
    if (agent != null) {
      agent.fence();
    }
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
    var slot = new BarrierSlot(op.array(), op.index(), op.location());
    String by = op.by().value();
    long[] along = op.multicast().map(DenseArrayAttr::asLongs).orElse(new long[0]);
    Operation allocation = along.length == 0 ? op : PeerMemory.allocation(op.array(), op);
    return frame -> {
      Agent agent = frame.machine().agent(op);
      int index = slot.index(frame);
      long arrivals = arrivals(by, agent.threads());
      PhaseBarriers own = slot.barriers(frame);
      for (Block block : agent.block().along(along)) {
        PhaseBarriers barriers =
            block == agent.block()
                ? own
                : PeerMemory.of(block, allocation, PhaseBarriers.class, agent, op.location());
        barriers.arrive(index, arrivals, agent.release(), op.location());
      }
      agent.mayPause();
    };
  }

  private static Code arriveExpect(ArriveExpectTxOp op) {
    var slot = new BarrierSlot(op.array(), op.index(), op.location());
    String by = op.by().value();
    long bytes = op.bytes().longValue();
    return frame -> {
      Agent agent = frame.machine().agent(op);
      PhaseBarriers barriers = slot.barriers(frame);
      int index = slot.index(frame);
      long arrivals = arrivals(by, agent.threads());
      barriers.expect(index, bytes * arrivals);
      barriers.arrive(index, arrivals, agent.release(), op.location());
      agent.mayPause();
    };
  }

  private static Code expect(ExpectTxOp op) {
    var slot = new BarrierSlot(op.array(), op.index(), op.location());
    long bytes = op.bytes().longValue();
    return frame -> slot.barriers(frame).expect(slot.index(frame), bytes);
  }

  private static Code arriveNoinc(ArriveNoincOp op) {
    var slot = new BarrierSlot(op.array(), op.index(), op.location());
    return frame -> {
      Agent agent = frame.machine().agent(op);
      AsyncCopies copies = frame.machine().copies();
      PhaseBarriers barriers = slot.barriers(frame);
      int index = slot.index(frame);
      List<AsyncCopies.Pending> earlier = copies.underWay();
      Clock told = agent.queues().releaseWithCopies();
      agent
          .team()
          .land(() -> {
            copies.finish(earlier);
            barriers.arrive(index, agent.threads(), told, op.location());
          });
      agent.mayPause();
    };
  }

  private static Code wait(WaitOp op) {
    var slot = new BarrierSlot(op.array(), op.index(), op.location());
    int parity = Decoder.slot(op.parity());
    return frame -> {
      Agent agent = frame.machine().agent(op);
      PhaseBarriers barriers = slot.barriers(frame);
      int index = slot.index(frame);
      agent.await(new BarrierWait(op, barriers, index, frame.scalar(parity) == 0 ? 0 : 1));
      agent.acquire(barriers.known(index));
    };
  }

  private static Code arrive(NamedArriveOp op) {
    long number = op.number().longValue();
    long threads = op.threads().longValue();
    return frame -> {
      Agent agent = frame.machine().agent(op);
      agent.block().named(number).arrive(agent, threads, op.location());
      agent.mayPause();
    };
  }

  private static Code sync(NamedSyncOp op) {
    long number = op.number().longValue();
    long threads = op.threads().longValue();
    return frame -> {
      Agent agent = frame.machine().agent(op);
      NamedBarrier barrier = agent.block().named(number);
      long turn = barrier.arrive(agent, threads, op.location());
      agent.await(new NamedWait(op.location(), number, barrier, turn));
      agent.acquire(barrier.known());
    };
  }

  private record NamedWait(Location place, long number, NamedBarrier barrier, long turn)
      implements Wait {
    @Override
    public boolean isOver() {
      return barrier.isComplete(turn);
    }

    @Override
    public String describe() {
      return "waits at the barrier of number " + number + ", to which " + barrier.describe();
    }

    @Override
    public Diagnostic explain(Diagnostic error) {
      return error;
    }
  }
}
