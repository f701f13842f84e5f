// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.dialect.ptx.WgmmaCommitGroupOp;
import dev.azulejo.dialect.ptx.WgmmaFenceOp;
import dev.azulejo.dialect.ptx.WgmmaOp;
import dev.azulejo.dialect.ptx.WgmmaWaitGroupOp;
import dev.azulejo.dialect.ptx.constraint.Registers;
import dev.azulejo.dialect.ptx.type.RegistersType;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.diag.CompilerBug;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.instruction.GroupProduct;
import org.jspecify.annotations.Nullable;

/** Matrix products that warpgroups make beside their other work. */
final class PtxWgmmaDecoder {
  private final WarpDecoder decoder;

  PtxWgmmaDecoder(WarpDecoder decoder) {
    this.decoder = decoder;
  }

  /** The code of an instruction, or null for one that is none of these. */
  @Nullable WarpCode find(Operation op) {
    Location place = op.location();
    return switch (op) {
      case WgmmaFenceOp _ ->
          warp -> {
            requireGroup(warp, place);
            warp.fenceRegisters();
          };
      case WgmmaOp product -> product(product);
      case WgmmaCommitGroupOp _ ->
          warp -> {
            requireGroup(warp, place);
            warp.block().group(warp).commit(warp);
          };
      case WgmmaWaitGroupOp wait -> {
        int pending = Math.toIntExact(wait.pending().longValue());
        yield warp -> {
          requireGroup(warp, place);
          warp.block().group(warp).waitFor(warp, pending);
        };
      }
      default -> null;
    };
  }

  private static void requireGroup(Warp warp, Location place) {
    if (warp.active() != -1) {
      throw warp.failure(
          place,
          Integer.numberOfTrailingZeros(~warp.active()),
          "does not execute an instruction that all lanes of a warp execute together");
    }
    if (!warp.block().hasGroup(warp)) {
      throw warp.failure(
          place,
          0,
          "executes an instruction of warpgroups, but its block has no four warps from warp %d on",
          warp.number() / Warpgroup.WARPS * Warpgroup.WARPS);
    }
  }

  private WarpCode product(WgmmaOp op) {
    RegistersType sums = Registers.of(op.accumulator().type());
    if (sums == null) {
      throw new CompilerBug("what is no array of registers passed the verifier");
    }
    String input = op.input().value();
    var product =
        new GroupProduct(
            Math.toIntExact(op.n().longValue()),
            input,
            op.rightInput().map(StringAttr::value).orElse(input),
            sums.element(),
            op.satfinite());
    var code =
        new ProductCode(
            op,
            product,
            decoder.slot(op.accumulator()),
            Math.toIntExact(op.first().longValue()),
            op.hasRegisters() ? decoder.slot(op.a()) : WarpDecoder.NONE,
            Math.toIntExact(op.aFirst().map(IntegerAttr::longValue).orElse(0L)),
            op.transposeA(),
            op.transposeB());
    int a = op.hasRegisters() ? WarpDecoder.NONE : decoder.slot(op.a());
    int b = decoder.slot(op.b());
    int adds = decoder.slot(op.accumulate());
    Location place = op.location();
    return warp -> {
      requireGroup(warp, place);
      if (warp.registerFences() == 0) {
        throw warp.failure(place, 0, "begins a matrix product, but executes no wgmma.fence before");
      }
      warp.beginAccess();
      long left = a == WarpDecoder.NONE ? 0 : uniform(warp, a, "descriptor of A", place);
      long right = uniform(warp, b, "descriptor of B", place);
      boolean more = (uniform(warp, adds, "condition", place) & 1) != 0;
      warp.block().group(warp).begin(warp, code, left, right, more);
    };
  }

  private static long uniform(Warp warp, int slot, String what, Location place) {
    long[] values = warp.lanes(slot);
    for (int lane = 1; lane < Warp.LANES; lane++) {
      if (values[lane] != values[0]) {
        throw warp.failure(
            place,
            lane,
            "begins a matrix product with 0x%x as its %s, lane 0 with 0x%x",
            values[lane],
            what,
            values[0]);
      }
    }
    return values[0];
  }
}
