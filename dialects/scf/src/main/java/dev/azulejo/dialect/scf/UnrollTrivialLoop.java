// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.scf;

import dev.azulejo.ir.Value;
import dev.azulejo.ir.rewrite.Rewriter;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Replaces loops that certainly run no iteration, or one. */
final class UnrollTrivialLoop {
  private UnrollTrivialLoop() {}

  static boolean rewrite(ForOp op, Rewriter rewriter) {
    BigInteger count = op.tripCount();
    if (BigInteger.ZERO.equals(count)) {
      rewriter.replace(op, op.initArgs());
      return true;
    }
    if (!BigInteger.ONE.equals(count)) {
      return false;
    }
    List<Value> arguments = new ArrayList<>();
    arguments.add(op.lowerBound());
    arguments.addAll(op.initArgs());
    return InlineDecidedRegion.inline(op, op.body(), arguments, rewriter);
  }

  /** A space with an empty dimension is empty. */
  static boolean rewrite(ParallelOp op, Rewriter rewriter) {
    for (int i = 0; i < op.rank(); i++) {
      BigInteger count =
          TripCount.of(op.lowerBound().get(i), op.upperBound().get(i), op.step().get(i), false);
      if (BigInteger.ZERO.equals(count)) {
        rewriter.replace(op, op.initVals());
        return true;
      }
    }
    return false;
  }
}
