// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.dialect.ptx.CpAsyncMbarrierArriveOp;
import dev.azulejo.dialect.ptx.MbarrierArriveClusterOp;
import dev.azulejo.dialect.ptx.MbarrierArriveExpectTxOp;
import dev.azulejo.dialect.ptx.MbarrierArriveOp;
import dev.azulejo.dialect.ptx.MbarrierExpectTxOp;
import dev.azulejo.dialect.ptx.MbarrierInitOp;
import dev.azulejo.dialect.ptx.MbarrierInvalOp;
import dev.azulejo.dialect.ptx.MbarrierTestWaitOp;
import dev.azulejo.dialect.ptx.MbarrierTestWaitParityOp;
import dev.azulejo.dialect.ptx.MbarrierTryWaitOp;
import dev.azulejo.dialect.ptx.MbarrierTryWaitParityOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.diag.Location;
import org.jspecify.annotations.Nullable;

/** Instructions on barriers in shared memory. */
final class PtxMbarrierDecoder {
  private static final long WORD = 0xffff_ffffL;

  private final WarpDecoder decoder;

  PtxMbarrierDecoder(WarpDecoder decoder) {
    this.decoder = decoder;
  }

  /** What a lane does with the barrier at an address. */
  private interface LaneAction {
    void run(Warp warp, int lane, long address);
  }

  /** The code of an instruction, or null for one that is none of these. */
  @Nullable WarpCode find(Operation op) {
    Location place = op.location();
    return switch (op) {
      case MbarrierInitOp init -> {
        int count = decoder.slot(init.count());
        yield each(
            init.barrier(),
            init.offset(),
            ALWAYS,
            (warp, lane, address) ->
                MbarrierAccess.init(warp, lane, address, warp.lanes(count)[lane] & WORD, place));
      }
      case MbarrierInvalOp end ->
          each(
              end.barrier(),
              end.offset(),
              ALWAYS,
              (warp, lane, address) -> MbarrierAccess.invalidate(warp, lane, address, place));
      case MbarrierArriveOp arrive -> arrive(arrive);
      case MbarrierArriveClusterOp arrive ->
          each(
              arrive.barrier(),
              arrive.offset(),
              Guard.of(decoder, arrive.guard(), arrive.negated()),
              (warp, lane, address) -> {
                Mbarrier barrier = MbarrierAccess.find(warp, lane, address, true, place);
                MbarrierAccess.arrive(warp, lane, barrier, 1, place);
              });
      case MbarrierExpectTxOp expect -> {
        int bytes = decoder.slot(expect.bytes());
        yield each(
            expect.barrier(),
            expect.offset(),
            ALWAYS,
            (warp, lane, address) ->
                MbarrierAccess.expect(
                    warp,
                    lane,
                    MbarrierAccess.find(warp, lane, address, false, place),
                    warp.lanes(bytes)[lane],
                    place));
      }
      case MbarrierArriveExpectTxOp arrive -> {
        int bytes = decoder.slot(arrive.bytes());
        yield each(
            arrive.barrier(),
            arrive.offset(),
            Guard.of(decoder, arrive.guard(), arrive.negated()),
            (warp, lane, address) -> {
              Mbarrier barrier = MbarrierAccess.find(warp, lane, address, false, place);
              MbarrierAccess.expect(warp, lane, barrier, warp.lanes(bytes)[lane], place);
              MbarrierAccess.arrive(warp, lane, barrier, 1, place);
            });
      }
      case CpAsyncMbarrierArriveOp arrive -> {
        boolean counted = arrive.noinc();
        yield each(
            arrive.barrier(),
            arrive.offset(),
            ALWAYS,
            (warp, lane, address) ->
                warp.copies()
                    .arrive(
                        warp,
                        lane,
                        MbarrierAccess.find(warp, lane, address, false, place),
                        counted,
                        place));
      }
      case MbarrierTestWaitOp test ->
          state(test, test.barrier(), test.offset(), test.state(), test.result());
      case MbarrierTryWaitOp test ->
          state(test, test.barrier(), test.offset(), test.state(), test.result());
      case MbarrierTestWaitParityOp test ->
          parity(test, test.barrier(), test.offset(), test.parity(), test.result());
      case MbarrierTryWaitParityOp test ->
          parity(test, test.barrier(), test.offset(), test.parity(), test.result());
      default -> null;
    };
  }

  private static final Guard ALWAYS = new Guard(WarpDecoder.NONE, false);

  private WarpCode each(Value barrier, IntegerAttr offset, Guard guard, LaneAction action) {
    int address = decoder.slot(barrier);
    long behind = offset.longValue();
    return warp -> {
      warp.beginAccess();
      int lanes = guard.lanes(warp);
      for (int rest = lanes; rest != 0; rest &= rest - 1) {
        int lane = Integer.numberOfTrailingZeros(rest);
        action.run(warp, lane, (warp.lanes(address)[lane] & WORD) + behind);
      }
      if (lanes != 0) {
        warp.clock().tick(warp.agent());
      }
    };
  }

  private WarpCode arrive(MbarrierArriveOp op) {
    int state = decoder.slot(op.state());
    Location place = op.location();
    return each(
        op.barrier(),
        op.offset(),
        Guard.of(decoder, op.guard(), op.negated()),
        (warp, lane, address) -> {
          Mbarrier barrier = MbarrierAccess.find(warp, lane, address, false, place);
          warp.lanes(state)[lane] = barrier.phase();
          MbarrierAccess.arriveHere(warp, lane, barrier, place);
        });
  }

  /** Has the phase ended that a lane means? */
  private interface Question {
    boolean hasEnded(Warp warp, int lane, Mbarrier barrier);
  }

  private WarpCode state(
      Operation op, Value barrier, IntegerAttr offset, Value state, Value result) {
    int slot = decoder.slot(state);
    return test(
        op,
        barrier,
        offset,
        result,
        WarpDecoder.NONE,
        (warp, lane, found) -> {
          long phase = warp.lanes(slot)[lane];
          if (phase != found.phase() && phase != found.phase() - 1) {
            throw warp.failure(
                op.location(),
                lane,
                "asks for phase %d of the barrier at the shared address 0x%x, which is in phase %d:"
                    + " only this one and the last one can be asked for",
                phase,
                found.address(),
                found.phase());
          }
          return phase < found.phase();
        });
  }

  private WarpCode parity(
      Operation op, Value barrier, IntegerAttr offset, Value parity, Value result) {
    int slot = decoder.slot(parity);
    return test(
        op,
        barrier,
        offset,
        result,
        slot,
        (warp, lane, found) -> {
          long wanted = warp.lanes(slot)[lane];
          if (wanted != 0 && wanted != 1) {
            throw warp.failure(op.location(), lane, "waits for the parity %d", wanted);
          }
          return (found.phase() & 1) != wanted;
        });
  }

  private WarpCode test(
      Operation op,
      Value barrier,
      IntegerAttr offset,
      Value result,
      int parity,
      Question question) {
    int address = decoder.slot(barrier);
    int to = decoder.slot(result);
    long behind = offset.longValue();
    Location place = op.location();
    return warp -> {
      warp.beginAccess();
      boolean any = false;
      Mbarrier last = null;
      int lastLane = 0;
      for (int rest = warp.active(); rest != 0; rest &= rest - 1) {
        int lane = Integer.numberOfTrailingZeros(rest);
        long where = (warp.lanes(address)[lane] & WORD) + behind;
        Mbarrier found = MbarrierAccess.find(warp, lane, where, false, place);
        boolean ended = question.hasEnded(warp, lane, found);
        if (ended) {
          MbarrierAccess.observe(warp, found);
        }
        warp.lanes(to)[lane] = ended ? -1 : 0;
        any |= ended;
        last = found;
        lastLane = lane;
      }
      if (!any && last != null) {
        Integer wanted = parity == WarpDecoder.NONE ? null : (int) warp.lanes(parity)[lastLane];
        warp.pause(MbarrierAccess.stall(last, wanted));
      }
    };
  }
}
