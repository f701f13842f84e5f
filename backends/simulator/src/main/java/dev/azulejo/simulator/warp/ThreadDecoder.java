// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.dialect.gpu.BarrierOp;
import dev.azulejo.dialect.gpu.BlockDimOp;
import dev.azulejo.dialect.gpu.BlockIdOp;
import dev.azulejo.dialect.gpu.Dimension;
import dev.azulejo.dialect.gpu.GlobalIdOp;
import dev.azulejo.dialect.gpu.GridDimOp;
import dev.azulejo.dialect.gpu.LaneIdOp;
import dev.azulejo.dialect.gpu.NumSubgroupsOp;
import dev.azulejo.dialect.gpu.ShuffleOp;
import dev.azulejo.dialect.gpu.SubgroupIdOp;
import dev.azulejo.dialect.gpu.SubgroupSizeOp;
import dev.azulejo.dialect.gpu.ThreadIdOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.simulator.scalar.Scalars;

/** The code of where a thread stands, and of what it does together with others. */
final class ThreadDecoder {
  private final WarpDecoder decoder;

  /** A number that a lane has. */
  private interface LaneNumber {
    long of(Warp warp, int lane);
  }

  ThreadDecoder(WarpDecoder decoder) {
    this.decoder = decoder;
  }

  WarpCode decode(Operation op) {
    return switch (op) {
      case ThreadIdOp id -> number(id.result(), (warp, lane) -> thread(warp, lane, id.dimension()));
      case BlockIdOp id -> {
        int dimension = index(id.dimension());
        yield number(id.result(), (warp, _) -> warp.block().place(dimension));
      }
      case BlockDimOp size -> number(size.result(), (warp, _) -> threads(warp, size.dimension()));
      case GridDimOp size -> {
        int dimension = index(size.dimension());
        yield number(size.result(), (warp, _) -> warp.block().grid().size(dimension));
      }
      case GlobalIdOp id ->
          number(
              id.result(),
              (warp, lane) ->
                  warp.block().place(index(id.dimension())) * threads(warp, id.dimension())
                      + thread(warp, lane, id.dimension()));
      case LaneIdOp id -> number(id.result(), (_, lane) -> lane);
      case SubgroupIdOp id -> number(id.result(), (warp, _) -> warp.number());
      case SubgroupSizeOp size -> number(size.result(), (_, _) -> Warp.LANES);
      case NumSubgroupsOp count -> number(count.result(), (warp, _) -> warp.block().warpCount());
      case BarrierOp barrier -> warp -> warp.synchronize(0, 0, barrier.location());
      case ShuffleOp shuffle -> shuffle(shuffle);
      default -> throw WarpDecoder.unsupported(op);
    };
  }

  private static int index(Dimension dimension) {
    return switch (dimension) {
      case X -> 0;
      case Y -> 1;
      case Z -> 2;
    };
  }

  private static long thread(Warp warp, int lane, Dimension dimension) {
    return dimension == Dimension.X ? (long) warp.number() * Warp.LANES + lane : 0;
  }

  private static long threads(Warp warp, Dimension dimension) {
    return dimension == Dimension.X ? warp.block().grid().threads() : 1;
  }

  private WarpCode number(Value result, LaneNumber number) {
    int to = decoder.slot(result);
    return warp -> {
      long[] lanes = warp.lanes(to);
      for (int rest = warp.active(); rest != 0; rest &= rest - 1) {
        int lane = Integer.numberOfTrailingZeros(rest);
        lanes[lane] = number.of(warp, lane);
      }
    };
  }

  private WarpCode shuffle(ShuffleOp op) {
    int value = decoder.slot(op.value());
    int offset = decoder.slot(op.offset());
    int width = decoder.slot(op.width());
    int to = decoder.slot(op.shuffleResult());
    int valid = decoder.slot(op.valid());
    long[] before = new long[Warp.LANES];
    return warp -> {
      System.arraycopy(warp.lanes(value), 0, before, 0, Warp.LANES);
      for (int rest = warp.active(); rest != 0; rest &= rest - 1) {
        int lane = Integer.numberOfTrailingZeros(rest);
        long segment = warp.lanes(width)[lane];
        long distance = warp.lanes(offset)[lane];
        if (segment < 1 || segment > Warp.LANES) {
          throw warp.failure(op.location(), lane, "shuffles among %d lanes", segment);
        }
        int first = lane / (int) segment * (int) segment;
        long wanted =
            switch (op.mode()) {
              case XOR -> lane ^ distance;
              case UP -> lane - distance;
              case DOWN -> lane + distance;
              case IDX -> first + distance;
            };
        boolean inside = wanted >= first && wanted < first + segment && wanted < Warp.LANES;
        int source = inside ? (int) wanted : lane;
        if ((warp.active() >>> source & 1) == 0) {
          throw warp.failure(
              op.location(), lane, "asks for the value of lane %d, which is not here", source);
        }
        warp.lanes(to)[lane] = before[source];
        warp.lanes(valid)[lane] = Scalars.truth(inside);
      }
    };
  }
}
