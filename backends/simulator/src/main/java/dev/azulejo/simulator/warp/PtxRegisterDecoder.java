// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.dialect.ptx.NanosleepOp;
import dev.azulejo.dialect.ptx.RegsReadOp;
import dev.azulejo.dialect.ptx.RegsWriteOp;
import dev.azulejo.dialect.ptx.TrapOp;
import dev.azulejo.dialect.ptx.UnpackOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.instruction.Arithmetic;
import dev.azulejo.simulator.instruction.Lanewise;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Instructions that move registers, and the few that concern a thread alone. */
final class PtxRegisterDecoder {
  private final WarpDecoder decoder;

  PtxRegisterDecoder(WarpDecoder decoder) {
    this.decoder = decoder;
  }

  /** The code of an instruction, or null for one that is none of these. */
  @Nullable WarpCode find(Operation op) {
    return switch (op) {
      case RegsReadOp read -> read(read);
      case RegsWriteOp write -> write(write);
      case UnpackOp unpack -> unpack(unpack);
      case NanosleepOp _ -> _ -> {};
      case TrapOp trap -> trap(trap.location());
      default -> null;
    };
  }

  private WarpCode read(RegsReadOp op) {
    int array = decoder.slot(op.registers());
    int index = Math.toIntExact(op.index().longValue());
    int result = decoder.slot(op.result());
    Location place = op.location();
    return warp ->
        copy(warp.registers(array).read(warp, index, place), warp.lanes(result), warp.active());
  }

  private WarpCode write(RegsWriteOp op) {
    int array = decoder.slot(op.registers());
    int index = Math.toIntExact(op.index().longValue());
    int value = decoder.slot(op.value());
    Location place = op.location();
    return warp ->
        copy(warp.lanes(value), warp.registers(array).write(warp, index, place), warp.active());
  }

  private static void copy(long[] from, long[] to, int lanes) {
    for (int rest = lanes; rest != 0; rest &= rest - 1) {
      int lane = Integer.numberOfTrailingZeros(rest);
      to[lane] = from[lane];
    }
  }

  private WarpCode unpack(UnpackOp op) {
    List<Lanewise> parts = Arithmetic.parts(op);
    int[] operand = {decoder.slot(op.operand())};
    WarpCode[] codes = new WarpCode[parts.size()];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = new LanewiseCode(parts.get(i), operand, decoder.slot(op.parts().get(i)));
    }
    return warp -> {
      for (WarpCode code : codes) {
        code.run(warp);
      }
    };
  }

  private static WarpCode trap(Location place) {
    return warp -> {
      int lane = Integer.numberOfTrailingZeros(warp.active());
      throw warp.failure(place, lane, "stops the kernel");
    };
  }
}
