// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.ptx;

import dev.azulejo.dialect.gpu.Dimension;
import dev.azulejo.dialect.gpu.ShuffleMode;
import dev.azulejo.dialect.gpu.ShuffleOp;
import dev.azulejo.dialect.ptx.BarSyncOp;
import dev.azulejo.dialect.ptx.ShflSyncOp;
import dev.azulejo.dialect.ptx.ShrOp;
import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.UnitAttr;

/** Where a thread stands, and what it does together with others. Blocks are one-dimensional. */
final class ThreadOps {
  private static final int WARP = 32;
  private static final int WARP_BITS = 5;
  private static final int LAST_LANE = 31;
  private static final int PARTS_SHIFT = 8;

  private final KernelWriter writer;
  private final long threads;

  ThreadOps(KernelWriter writer, long threads) {
    this.writer = writer;
    this.threads = threads;
  }

  Value threadId(Dimension dimension) {
    return dimension == Dimension.X ? writer.special("tid.x") : writer.i32(0);
  }

  Value blockDim(Dimension dimension) {
    return writer.i32(dimension == Dimension.X ? threads : 1);
  }

  Value blockId(Dimension dimension) {
    return writer.special("ctaid." + letter(dimension));
  }

  Value gridDim(Dimension dimension) {
    return writer.special("nctaid." + letter(dimension));
  }

  /** The number of the warp in its block. */
  Value warp() {
    ShrOp shift = ShrOp.create(writer.at(), writer.special("tid.x"), writer.i32(WARP_BITS));
    shift.setAttribute("unsigned", UnitAttr.INSTANCE);
    return shift.result();
  }

  Value lane() {
    return writer.special("laneid");
  }

  Value warpSize() {
    return writer.i32(WARP);
  }

  void barrier() {
    BarSyncOp.create(writer.at(), writer.i32(0), null);
  }

  private static char letter(Dimension dimension) {
    return switch (dimension) {
      case X -> 'x';
      case Y -> 'y';
      case Z -> 'z';
    };
  }

  void shuffle(ShuffleOp op) throws Unconvertible {
    Value value = writer.scalar(op.value());
    if (!value.type().equals(IntegerType.I32) && !value.type().equals(FloatType.F32)) {
      throw writer.failure(
          "hands lanes a %s; i32 and f32 are possible", AsmText.ofType(op.value().type()));
    }
    if (!op.valid().isUnused()) {
      throw writer.failure("has a use of its second result, which is not converted yet");
    }
    Long width = KernelWriter.number(writer.scalar(op.width()));
    if (width == null || width < 1 || width > WARP || Long.bitCount(width) != 1) {
      throw writer.failure("needs as width a constant power of two up to %d", WARP);
    }
    long last = op.mode() == ShuffleMode.UP ? 0 : LAST_LANE;
    long clamp = ((WARP - width) << PARTS_SHIFT) | last;
    ShflSyncOp shuffle =
        ShflSyncOp.create(
            writer.at(),
            value,
            writer.scalar(op.offset()),
            writer.i32(clamp),
            writer.i32(-1),
            mode(op.mode()));
    writer.define(op.shuffleResult(), shuffle.result());
  }

  private static String mode(ShuffleMode mode) {
    return switch (mode) {
      case XOR -> "bfly";
      case UP -> "up";
      case DOWN -> "down";
      case IDX -> "idx";
    };
  }
}
