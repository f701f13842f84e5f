// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.ptx;

import dev.azulejo.dialect.gpu.Dimension;
import dev.azulejo.dialect.gpu.ShuffleMode;
import dev.azulejo.dialect.gpu.ShuffleOp;
import dev.azulejo.dialect.ptx.BarSyncOp;
import dev.azulejo.dialect.ptx.BitcastOp;
import dev.azulejo.dialect.ptx.PackOp;
import dev.azulejo.dialect.ptx.SelpOp;
import dev.azulejo.dialect.ptx.SetpOp;
import dev.azulejo.dialect.ptx.ShflSyncOp;
import dev.azulejo.dialect.ptx.ShrOp;
import dev.azulejo.dialect.ptx.UnpackOp;
import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.UnitAttr;
import java.util.ArrayList;
import java.util.List;

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
    if (!op.valid().isUnused()) {
      throw writer.failure("has a use of its second result, which is not converted yet");
    }
    Long width = KernelWriter.number(writer.scalar(op.width()));
    if (width == null || width < 1 || width > WARP || Long.bitCount(width) != 1) {
      throw writer.failure("needs as width a constant power of two up to %d", WARP);
    }
    long last = op.mode() == ShuffleMode.UP ? 0 : LAST_LANE;
    Value clamp = writer.i32(((WARP - width) << PARTS_SHIFT) | last);
    Value value = writer.scalar(op.value());
    writer.define(op.shuffleResult(), shuffled(op, value, clamp));
  }

  /** What the other lane has; of 64 bits in two halves. */
  private Value shuffled(ShuffleOp op, Value value, Value clamp) throws Unconvertible {
    Type type = value.type();
    if (type.equals(IntegerType.I32) || type.equals(FloatType.F32)) {
      return ShflSyncOp.create(
              writer.at(), value, writer.scalar(op.offset()), clamp, lanes(), mode(op.mode()))
          .result();
    }
    if (type.equals(FloatType.F64)) {
      Value bits = BitcastOp.create(writer.at(), value, IntegerType.I64).result();
      return BitcastOp.create(writer.at(), shuffled(op, bits, clamp), type).result();
    }
    if (!type.equals(IntegerType.I64)) {
      throw writer.failure(
          "hands lanes a %s; i32, i64, f32 and f64 are possible",
          AsmText.ofType(op.value().type()));
    }
    List<Value> halves = new ArrayList<>();
    List<Type> words = List.of(IntegerType.I32, IntegerType.I32);
    for (Value half : UnpackOp.create(writer.at(), value, words).parts()) {
      halves.add(shuffled(op, half, clamp));
    }
    return PackOp.create(writer.at(), halves, type).result();
  }

  /** The lanes of the thread's warp, one bit each; the last warp may have fewer than others. */
  private Value lanes() {
    int rest = (int) (threads % WARP);
    if (rest == 0) {
      return writer.i32(-1);
    }
    Value few = writer.i32((1L << rest) - 1);
    if (threads < WARP) {
      return few;
    }
    Value whole = writer.i32(threads - rest);
    Value isWhole = SetpOp.create(writer.at(), writer.special("tid.x"), whole, "lt").result();
    return SelpOp.create(writer.at(), writer.i32(-1), few, isWhole).result();
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
