// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.dialect.arith.AddIOp;
import dev.azulejo.dialect.arith.AndIOp;
import dev.azulejo.dialect.arith.ConstantOp;
import dev.azulejo.dialect.arith.MulIOp;
import dev.azulejo.dialect.arith.XOrIOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.DenseElementsAttr;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.VectorType;
import dev.azulejo.simulator.scalar.Scalars;
import java.util.function.LongBinaryOperator;
import org.jspecify.annotations.Nullable;

/** The code of arithmetic on scalars, lane by lane. */
final class ScalarDecoder {
  private final WarpDecoder decoder;

  ScalarDecoder(WarpDecoder decoder) {
    this.decoder = decoder;
  }

  @Nullable WarpCode decode(Operation op) {
    if (op instanceof ConstantOp constant) {
      decoder.slot(constant.result());
      return null;
    }
    if (isOnVectors(op)) {
      return new ElementwiseDecoder(decoder).decode(op);
    }
    boolean index = op.resultCount() == 1 && op.result(0).type() instanceof IndexType;
    return switch (op) {
      // Hot: addresses are made of these.
      case AddIOp _ when index -> binary(op, Long::sum);
      case MulIOp _ when index -> binary(op, (a, b) -> a * b);
      case AndIOp _ when index -> binary(op, (a, b) -> a & b);
      case XOrIOp _ when index -> binary(op, (a, b) -> a ^ b);
      default -> any(op);
    };
  }

  private static boolean isOnVectors(Operation op) {
    for (Value result : op.results()) {
      if (result.type() instanceof VectorType) {
        return true;
      }
    }
    return false;
  }

  /** Gives the value of a constant to its slots, of which the first is told. */
  void constant(ConstantOp op, int slot) {
    Long bits = Scalars.constant(op.value());
    if (bits != null) {
      decoder.preset(slot, bits);
      return;
    }
    if (!(op.value() instanceof DenseElementsAttr all)) {
      throw WarpDecoder.unsupported(op);
    }
    for (int i = 0; i < WarpDecoder.width(op.result().type()); i++) {
      Long element = Scalars.constant(all.element(all.isSplat() ? 0 : i));
      if (element == null) {
        throw WarpDecoder.unsupported(op);
      }
      decoder.preset(slot + i, element);
    }
  }

  private WarpCode binary(Operation op, LongBinaryOperator operator) {
    int a = decoder.slot(op.operand(0));
    int b = decoder.slot(op.operand(1));
    int to = decoder.slot(op.result(0));
    return warp -> {
      long[] left = warp.lanes(a);
      long[] right = warp.lanes(b);
      long[] result = warp.lanes(to);
      for (int rest = warp.active(); rest != 0; rest &= rest - 1) {
        int lane = Integer.numberOfTrailingZeros(rest);
        result[lane] = operator.applyAsLong(left[lane], right[lane]);
      }
    };
  }

  private WarpCode any(Operation op) {
    ScalarOperations.Function function = decoder.scalars().of(op);
    int[] from = decoder.slots(op.operands());
    int[] to = decoder.slots(op.results());
    long[] operands = new long[from.length];
    long[] results = new long[to.length];
    return warp -> {
      for (int rest = warp.active(); rest != 0; rest &= rest - 1) {
        int lane = Integer.numberOfTrailingZeros(rest);
        for (int i = 0; i < from.length; i++) {
          operands[i] = warp.lanes(from[i])[lane];
        }
        function.apply(operands, results);
        for (int i = 0; i < to.length; i++) {
          warp.lanes(to[i])[lane] = results[i];
        }
      }
    };
  }
}
