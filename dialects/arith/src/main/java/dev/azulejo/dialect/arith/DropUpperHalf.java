// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.arith;

import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.TypedAttr;
import dev.azulejo.ir.rewrite.Rewriter;
import java.math.BigInteger;

/** An operation whose second result nobody uses becomes the plain one. */
final class DropUpperHalf {
  private DropUpperHalf() {}

  static boolean rewrite(Operation op, Rewriter rewriter, NarrowBehindExtension.Maker maker) {
    if (!op.result(1).isUnused()) {
      return false;
    }
    OpResult plain = maker.make(rewriter.before(op), op.operand(0), op.operand(1));
    rewriter.replaceAllUses(op.result(0), plain);
    rewriter.erase(op);
    return true;
  }

  /** {@code x * 1} is {@code x}, and above it stand copies of its sign. */
  static boolean multiplyByOne(MulSIExtendedOp op, Rewriter rewriter) {
    Value number = op.lhs();
    TypedAttr zero = ConstantFold.splat(number.type(), BigInteger.ZERO);
    if (Widths.of(number.type()) == 1 || !Known.isOne(op.rhs()) || zero == null) {
      return false;
    }
    Inserter at = rewriter.before(op);
    Value nothing = ConstantOp.create(at, zero).result();
    Value isNegative = CmpIOp.create(at, CmpIPredicate.SLT, number, nothing).result();
    rewriter.replaceAllUses(op.low(), number);
    rewriter.replaceAllUses(op.high(), ExtSIOp.create(at, isNegative, number.type()).out());
    rewriter.erase(op);
    return true;
  }
}
