// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.dialect.ptx.ClockOp;
import dev.azulejo.dialect.ptx.ConstantOp;
import dev.azulejo.dialect.ptx.SpecialOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.simulator.instruction.LaneBits;
import dev.azulejo.simulator.instruction.Width;
import org.jspecify.annotations.Nullable;

/** Registers that hardware sets, and constants. */
final class PtxSpecialDecoder {
  private final WarpDecoder decoder;

  /** A number that a lane has. */
  private interface LaneNumber {
    long of(Warp warp, int lane);
  }

  PtxSpecialDecoder(WarpDecoder decoder) {
    this.decoder = decoder;
  }

  /** The code of an instruction, or null for one that is none of these. */
  @Nullable WarpCode find(Operation op) {
    return switch (op) {
      case ConstantOp constant -> constant(constant);
      case SpecialOp special -> number(special.result(), special(special));
      // What time it is, nobody may rely on; but it goes on.
      case ClockOp clock -> number(clock.result(), (warp, _) -> warp.execution());
      default -> null;
    };
  }

  /** The same in all threads, once and for all. */
  private WarpCode constant(ConstantOp op) {
    decoder.preset(decoder.slot(op.result()), LaneBits.constant(op.value()));
    return _ -> {};
  }

  private WarpCode number(Value result, LaneNumber number) {
    int to = decoder.slot(result);
    var width = new Width(LaneBits.width(result.type()));
    return warp -> {
      long[] lanes = warp.lanes(to);
      for (int rest = warp.active(); rest != 0; rest &= rest - 1) {
        int lane = Integer.numberOfTrailingZeros(rest);
        lanes[lane] = width.signed(number.of(warp, lane));
      }
    };
  }

  private static LaneNumber special(SpecialOp op) {
    String register = op.register().value();
    return switch (register) {
      case "tid.x" -> (warp, lane) -> (long) warp.number() * Warp.LANES + lane;
      case "tid.y", "tid.z" -> (_, _) -> 0;
      case "ntid.x" -> (warp, _) -> warp.block().grid().threads();
      case "ntid.y", "ntid.z" -> (_, _) -> 1;
      case "ctaid.x" -> (warp, _) -> warp.block().place(0);
      case "ctaid.y" -> (warp, _) -> warp.block().place(1);
      case "ctaid.z" -> (warp, _) -> warp.block().place(2);
      case "nctaid.x" -> (warp, _) -> warp.block().grid().size(0);
      case "nctaid.y" -> (warp, _) -> warp.block().grid().size(1);
      case "nctaid.z" -> (warp, _) -> warp.block().grid().size(2);
      case "clusterid.x", "clusterid.y", "clusterid.z" -> {
        int dimension = dimension(register);
        yield (warp, _) ->
            warp.block().grid().clusterPlace(warp.block().cluster().number(), dimension);
      }
      case "nclusterid.x", "nclusterid.y", "nclusterid.z" -> {
        int dimension = dimension(register);
        yield (warp, _) -> warp.block().grid().clusterCount(dimension);
      }
      case "cluster_ctaid.x", "cluster_ctaid.y", "cluster_ctaid.z" -> {
        int dimension = dimension(register);
        yield (warp, _) -> warp.block().grid().placeInCluster(warp.block().rank(), dimension);
      }
      case "cluster_nctaid.x", "cluster_nctaid.y", "cluster_nctaid.z" -> {
        int dimension = dimension(register);
        yield (warp, _) -> warp.block().grid().clusterSize(dimension);
      }
      case "cluster_ctarank" -> (warp, _) -> warp.block().rank();
      case "cluster_nctarank" -> (warp, _) -> warp.block().grid().blocksPerCluster();
      case "laneid" -> (_, lane) -> lane;
      case "warpid" -> (warp, _) -> warp.number();
      case "nwarpid" -> (warp, _) -> warp.block().warpCount();
      case "lanemask_eq" -> (_, lane) -> 1L << lane;
      case "lanemask_lt" -> (_, lane) -> (1L << lane) - 1;
      case "lanemask_le" -> (_, lane) -> (2L << lane) - 1;
      case "lanemask_gt" -> (_, lane) -> -(2L << lane);
      case "lanemask_ge" -> (_, lane) -> -(1L << lane);
      default -> throw PtxDecoder.unsupported(op, "the register '" + register + "'");
    };
  }

  /** The dimension that the last letter of a register's name says. */
  private static int dimension(String register) {
    return register.charAt(register.length() - 1) - 'x';
  }
}
