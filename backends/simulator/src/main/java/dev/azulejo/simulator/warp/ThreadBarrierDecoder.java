// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.dialect.barrier.AddressOp;
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
import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.diag.Location;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Operations on arrays of barriers in what one thread does, before the arrays have their place in
 * shared memory. Each is executed by the threads that reach it.
 */
final class ThreadBarrierDecoder {
  private final WarpDecoder decoder;

  ThreadBarrierDecoder(WarpDecoder decoder) {
    this.decoder = decoder;
  }

  /** The code of an operation; null for one that does nothing. */
  @Nullable WarpCode decode(Operation op) {
    Location place = op.location();
    return switch (op) {
      case AllocOp alloc -> make(alloc);
      case WaitOp wait -> await(wait);
      case ArriveOp arrive -> arrive(arrive);
      case ArriveExpectTxOp arrive -> {
        requireThreads(arrive.by(), op);
        long bytes = arrive.bytes().longValue();
        yield each(
            arrive.array(),
            arrive.index(),
            op,
            (warp, lane, barrier) -> {
              MbarrierAccess.expect(warp, lane, barrier, bytes, place);
              MbarrierAccess.arrive(warp, lane, barrier, 1, place);
            });
      }
      case ExpectTxOp expect -> {
        long bytes = expect.bytes().longValue();
        yield each(
            expect.array(),
            expect.index(),
            op,
            (warp, lane, barrier) -> MbarrierAccess.expect(warp, lane, barrier, bytes, place));
      }
      case ArriveNoincOp arrive ->
          each(
              arrive.array(),
              arrive.index(),
              op,
              (warp, lane, barrier) -> warp.copies().arrive(warp, lane, barrier, true, place));
      case AddressOp address -> address(address);
      case FenceInitOp _ -> warp -> warp.clock().announce(warp.agent());
      case FenceProxyAsyncOp _ -> warp -> warp.clock().fence(warp.agent(), warp.active());
      case SyncOp _ -> warp -> warp.synchronize(0, 0, place);
      case NamedSyncOp sync -> {
        int number = Math.toIntExact(sync.number().longValue());
        int threads = Math.toIntExact(sync.threads().longValue());
        yield warp -> warp.synchronize(number, threads, place);
      }
      case NamedArriveOp arrive -> {
        int number = Math.toIntExact(arrive.number().longValue());
        int threads = Math.toIntExact(arrive.threads().longValue());
        yield warp -> warp.arrive(number, threads, place);
      }
      default -> throw WarpDecoder.unsupported(op);
    };
  }

  /** What one arrival of several threads is, is said by conditions here. */
  private static void requireThreads(StringAttr by, Operation op) {
    if (!by.value().equals(Arrivers.EVERY_THREAD)) {
      throw PtxDecoder.unsupported(op, "one arrival for several threads");
    }
  }

  private WarpCode make(AllocOp op) {
    long[] counts = op.counts().asLongs();
    int bytes = counts.length * Mbarriers.BYTES;
    String name = AsmText.ofType(op.array().type());
    int address = decoder.shared().next(name, bytes, Mbarriers.BYTES);
    decoder.preset(decoder.slot(op.array()), address);
    return warp -> {
      for (BlockRun block : warp.block().cluster().blocks()) {
        for (int i = 0; i < counts.length; i++) {
          MbarrierAccess.provide(block, address + i * Mbarriers.BYTES, counts[i], op.location());
        }
      }
    };
  }

  /** What a lane does with a barrier. */
  private interface LaneAction {
    void run(Warp warp, int lane, Mbarrier barrier);
  }

  private record Slot(int array, int index, long size, Location place) {
    long address(Warp warp, int lane) {
      long number = warp.lanes(index)[lane];
      if (number < 0 || number >= size) {
        throw warp.failure(place, lane, "uses barrier %d of %d", number, size);
      }
      return warp.lanes(array)[lane] + number * Mbarriers.BYTES;
    }

    Mbarrier find(Warp warp, int lane) {
      return MbarrierAccess.find(warp, lane, address(warp, lane), false, place);
    }
  }

  private Slot slot(Value array, Value index, Operation op) {
    long size =
        array.type() instanceof dev.azulejo.dialect.barrier.BarrierArrayType type ? type.size() : 0;
    return new Slot(decoder.slot(array), decoder.slot(index), size, op.location());
  }

  private WarpCode each(Value array, Value index, Operation op, LaneAction action) {
    Slot slot = slot(array, index, op);
    return warp -> {
      warp.beginAccess();
      for (int rest = warp.active(); rest != 0; rest &= rest - 1) {
        int lane = Integer.numberOfTrailingZeros(rest);
        action.run(warp, lane, slot.find(warp, lane));
      }
      warp.clock().tick(warp.agent());
    };
  }

  private WarpCode arrive(ArriveOp op) {
    requireThreads(op.by(), op);
    Location place = op.location();
    if (op.multicast().isEmpty()) {
      return each(
          op.array(),
          op.index(),
          op,
          (warp, lane, barrier) -> MbarrierAccess.arriveHere(warp, lane, barrier, place));
    }
    long[] dimensions = op.multicast().map(DenseArrayAttr::asLongs).orElseThrow();
    Slot slot = slot(op.array(), op.index(), op);
    return warp -> {
      warp.beginAccess();
      for (int rest = warp.active(); rest != 0; rest &= rest - 1) {
        int lane = Integer.numberOfTrailingZeros(rest);
        for (BlockRun block : along(warp.block(), dimensions)) {
          Mbarrier barrier =
              MbarrierAccess.find(warp, lane, block, slot.address(warp, lane), place);
          MbarrierAccess.arrive(warp, lane, barrier, 1, place);
        }
      }
      warp.clock().tick(warp.agent());
    };
  }

  /** The blocks of a cluster that stand where a block stands in all but some dimensions. */
  private static List<BlockRun> along(BlockRun own, long[] dimensions) {
    List<BlockRun> blocks = new ArrayList<>();
    for (BlockRun block : own.cluster().blocks()) {
      boolean same = true;
      for (int i = 0; i < Grid.DIMENSIONS; i++) {
        boolean free = false;
        for (long dimension : dimensions) {
          free |= dimension == i;
        }
        same &=
            free
                || own.grid().placeInCluster(own.rank(), i)
                    == own.grid().placeInCluster(block.rank(), i);
      }
      if (same) {
        blocks.add(block);
      }
    }
    return blocks;
  }

  private WarpCode await(WaitOp op) {
    Slot slot = slot(op.array(), op.index(), op);
    int parity = decoder.slot(op.parity());
    return warp -> {
      warp.beginAccess();
      for (int rest = warp.active(); rest != 0; rest &= rest - 1) {
        int lane = Integer.numberOfTrailingZeros(rest);
        Mbarrier barrier = slot.find(warp, lane);
        int wanted = (int) warp.lanes(parity)[lane] & 1;
        if ((barrier.phase() & 1) == wanted) {
          warp.retry(MbarrierAccess.stall(barrier, wanted));
          return;
        }
      }
      for (int rest = warp.active(); rest != 0; rest &= rest - 1) {
        int lane = Integer.numberOfTrailingZeros(rest);
        MbarrierAccess.observe(warp, slot.find(warp, lane));
      }
    };
  }

  private WarpCode address(AddressOp op) {
    Slot slot = slot(op.array(), op.index(), op);
    int to = decoder.slot(op.result());
    return warp -> {
      for (int rest = warp.active(); rest != 0; rest &= rest - 1) {
        int lane = Integer.numberOfTrailingZeros(rest);
        warp.lanes(to)[lane] = slot.address(warp, lane);
      }
    };
  }
}
