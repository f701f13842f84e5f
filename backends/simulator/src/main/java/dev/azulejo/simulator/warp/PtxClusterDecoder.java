// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.dialect.ptx.BarrierClusterArriveOp;
import dev.azulejo.dialect.ptx.BarrierClusterWaitOp;
import dev.azulejo.dialect.ptx.FenceMbarrierInitOp;
import dev.azulejo.dialect.ptx.FenceProxyAsyncOp;
import dev.azulejo.dialect.ptx.MapaOp;
import dev.azulejo.dialect.ptx.SetmaxnregOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.diag.Location;
import org.jspecify.annotations.Nullable;

/** Instructions of clusters and warpgroups that move no data: fences, barriers, registers. */
final class PtxClusterDecoder {
  private static final long WORD = 0xffff_ffffL;

  private final WarpDecoder decoder;

  PtxClusterDecoder(WarpDecoder decoder) {
    this.decoder = decoder;
  }

  /** The code of an instruction, or null for one that is none of these. */
  @Nullable WarpCode find(Operation op) {
    Location place = op.location();
    return switch (op) {
      case FenceProxyAsyncOp _ -> warp -> warp.clock().fence(warp.agent(), warp.active());
      case FenceMbarrierInitOp _ -> warp -> warp.clock().announce(warp.agent());
      case BarrierClusterArriveOp arrive -> {
        boolean releases = !arrive.ordering().value().equals("relaxed");
        yield warp -> warp.block().cluster().barrier().arrive(warp, releases, place);
      }
      case BarrierClusterWaitOp _ -> warp -> warp.block().cluster().barrier().await(warp, place);
      case MapaOp map -> address(map);
      case SetmaxnregOp change -> {
        boolean more = change.change().value().equals("inc");
        int count = Math.toIntExact(change.count().longValue());
        yield warp -> warp.block().registers().change(warp, more, count, place);
      }
      default -> null;
    };
  }

  private WarpCode address(MapaOp op) {
    int from = decoder.slot(op.address());
    int rank = decoder.slot(op.rank());
    int to = decoder.slot(op.result());
    Location place = op.location();
    return warp -> {
      int blocks = warp.block().cluster().blocks().size();
      for (int rest = warp.active(); rest != 0; rest &= rest - 1) {
        int lane = Integer.numberOfTrailingZeros(rest);
        long wanted = warp.lanes(rank)[lane] & WORD;
        if (wanted >= blocks) {
          throw warp.failure(
              place,
              lane,
              "asks for an address in block %d of its cluster, which has %d",
              wanted,
              blocks);
        }
        warp.lanes(to)[lane] = ClusterAddress.of(warp.lanes(from)[lane] & WORD, (int) wanted);
      }
    };
  }
}
