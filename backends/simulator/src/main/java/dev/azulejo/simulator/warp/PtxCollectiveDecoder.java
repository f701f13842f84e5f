// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.dialect.ptx.ActivemaskOp;
import dev.azulejo.dialect.ptx.BarArriveOp;
import dev.azulejo.dialect.ptx.BarSyncOp;
import dev.azulejo.dialect.ptx.BarWarpSyncOp;
import dev.azulejo.dialect.ptx.ElectSyncOp;
import dev.azulejo.dialect.ptx.ReduxSyncOp;
import dev.azulejo.dialect.ptx.ShflSyncOp;
import dev.azulejo.dialect.ptx.VoteBallotOp;
import dev.azulejo.dialect.ptx.VoteSyncOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.instruction.AtomicFunction;
import dev.azulejo.simulator.instruction.Shuffle;
import java.util.function.LongBinaryOperator;
import org.jspecify.annotations.Nullable;

/** Instructions by which lanes, and warps, meet. */
final class PtxCollectiveDecoder {
  private final WarpDecoder decoder;

  PtxCollectiveDecoder(WarpDecoder decoder) {
    this.decoder = decoder;
  }

  /** The code of an instruction, or null for one that is none of these. */
  @Nullable WarpCode find(Operation op) {
    return switch (op) {
      case ShflSyncOp shuffle -> shuffle(shuffle);
      case VoteSyncOp vote -> vote(vote);
      case VoteBallotOp ballot -> ballot(ballot);
      case ReduxSyncOp reduction -> reduce(reduction);
      case ElectSyncOp election -> elect(election);
      case ActivemaskOp mask -> activeMask(mask);
      case BarWarpSyncOp sync -> meet(sync);
      case BarSyncOp barrier -> wait(barrier);
      case BarArriveOp barrier -> arrive(barrier);
      default -> null;
    };
  }

  /** The mask of a collective instruction, the same in all lanes that execute it. */
  private static int mask(Warp warp, int slot, Location place) {
    long[] masks = warp.lanes(slot);
    int first = first(warp);
    int mask = (int) masks[first];
    warp.requireLanes(mask, place);
    for (int rest = warp.active(); rest != 0; rest &= rest - 1) {
      int lane = Integer.numberOfTrailingZeros(rest);
      if ((int) masks[lane] != mask) {
        throw warp.failure(
            place, lane, "has the mask 0x%08x where lane %d has 0x%08x", masks[lane], first, mask);
      }
    }
    return mask;
  }

  private static int first(Warp warp) {
    return Integer.numberOfTrailingZeros(warp.active());
  }

  private static void put(Warp warp, int slot, long value) {
    long[] target = warp.lanes(slot);
    for (int rest = warp.active(); rest != 0; rest &= rest - 1) {
      target[Integer.numberOfTrailingZeros(rest)] = value;
    }
  }

  private WarpCode shuffle(ShflSyncOp op) {
    Shuffle mode = Shuffle.of(op.mode().value());
    int operand = decoder.slot(op.operand());
    int by = decoder.slot(op.lane());
    int clamp = decoder.slot(op.clamp());
    int maskSlot = decoder.slot(op.mask());
    int result = decoder.slot(op.result());
    Location place = op.location();
    long[] got = new long[Warp.LANES];
    return warp -> {
      int mask = mask(warp, maskSlot, place);
      long[] values = warp.lanes(operand);
      for (int rest = warp.active(); rest != 0; rest &= rest - 1) {
        int lane = Integer.numberOfTrailingZeros(rest);
        int source = mode.source(lane, warp.lanes(by)[lane], warp.lanes(clamp)[lane]);
        if ((mask >>> source & 1) == 0) {
          throw warp.failure(
              place,
              lane,
              "gets the value of lane %d, which the mask 0x%08x leaves out",
              source,
              mask);
        }
        got[lane] = values[source];
      }
      long[] target = warp.lanes(result);
      for (int rest = warp.active(); rest != 0; rest &= rest - 1) {
        int lane = Integer.numberOfTrailingZeros(rest);
        target[lane] = got[lane];
      }
    };
  }

  private WarpCode vote(VoteSyncOp op) {
    int operand = decoder.slot(op.operand());
    int maskSlot = decoder.slot(op.mask());
    int result = decoder.slot(op.result());
    Location place = op.location();
    String mode = op.mode().value();
    return warp -> {
      int mask = mask(warp, maskSlot, place);
      int holds = Guard.of(warp.lanes(operand)) & mask;
      boolean answer =
          switch (mode) {
            case "all" -> holds == mask;
            case "any" -> holds != 0;
            default -> holds == mask || holds == 0;
          };
      put(warp, result, answer ? -1 : 0);
    };
  }

  private WarpCode ballot(VoteBallotOp op) {
    int operand = decoder.slot(op.operand());
    int maskSlot = decoder.slot(op.mask());
    int result = decoder.slot(op.result());
    Location place = op.location();
    return warp -> {
      int mask = mask(warp, maskSlot, place);
      put(warp, result, Guard.of(warp.lanes(operand)) & mask);
    };
  }

  private WarpCode reduce(ReduxSyncOp op) {
    LongBinaryOperator function =
        AtomicFunction.of(op.kind().value(), op.unsigned() ? "u32" : "s32");
    int operand = decoder.slot(op.operand());
    int maskSlot = decoder.slot(op.mask());
    int result = decoder.slot(op.result());
    Location place = op.location();
    return warp -> {
      int mask = mask(warp, maskSlot, place);
      long[] values = warp.lanes(operand);
      long total = values[first(warp)];
      for (int rest = mask & (mask - 1); rest != 0; rest &= rest - 1) {
        total = function.applyAsLong(total, values[Integer.numberOfTrailingZeros(rest)]);
      }
      put(warp, result, total);
    };
  }

  private WarpCode elect(ElectSyncOp op) {
    int maskSlot = decoder.slot(op.mask());
    int result = decoder.slot(op.result());
    Location place = op.location();
    return warp -> {
      int mask = mask(warp, maskSlot, place);
      put(warp, result, 0);
      warp.lanes(result)[Integer.numberOfTrailingZeros(mask)] = -1;
    };
  }

  private WarpCode activeMask(ActivemaskOp op) {
    int result = decoder.slot(op.result());
    return warp -> put(warp, result, warp.active());
  }

  private WarpCode meet(BarWarpSyncOp op) {
    int maskSlot = decoder.slot(op.mask());
    Location place = op.location();
    return warp -> mask(warp, maskSlot, place);
  }

  /** A number that is the same in all active lanes. */
  private static int uniform(Warp warp, int slot, String what, Location place) {
    long[] values = warp.lanes(slot);
    long value = values[first(warp)];
    for (int rest = warp.active(); rest != 0; rest &= rest - 1) {
      int lane = Integer.numberOfTrailingZeros(rest);
      if (values[lane] != value) {
        throw warp.failure(
            place,
            lane,
            "comes to a barrier with %d as its %s, others with %d",
            values[lane],
            what,
            value);
      }
    }
    return (int) value;
  }

  private WarpCode wait(BarSyncOp op) {
    int barrier = decoder.slot(op.barrier());
    int threads = decoder.slot(op.threads());
    Location place = op.location();
    return warp ->
        warp.synchronize(
            uniform(warp, barrier, "number", place), count(warp, threads, place), place);
  }

  private static int count(Warp warp, int slot, Location place) {
    return slot == WarpDecoder.NONE ? 0 : uniform(warp, slot, "count of threads", place);
  }

  private WarpCode arrive(BarArriveOp op) {
    int barrier = decoder.slot(op.barrier());
    int threads = decoder.slot(op.threads());
    Location place = op.location();
    return warp ->
        warp.arrive(uniform(warp, barrier, "number", place), count(warp, threads, place), place);
  }
}
