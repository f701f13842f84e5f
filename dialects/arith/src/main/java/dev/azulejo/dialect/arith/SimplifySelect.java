// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.arith;

import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.rewrite.Rewriter;

/** Choices that another choice, or the condition itself, makes already. */
final class SimplifySelect {
  private SimplifySelect() {}

  static boolean rewrite(SelectOp op, Rewriter rewriter) {
    return dropSecondChoice(op, rewriter)
        || dropNot(op, rewriter)
        || toNot(op, rewriter)
        || toExtension(op, rewriter);
  }

  /** {@code c ? (c ? a : b) : d = c ? a : d}, and the other way round. */
  private static boolean dropSecondChoice(SelectOp op, Rewriter rewriter) {
    if (op.trueValue().definingOp() instanceof SelectOp inner
        && inner != op
        && inner.condition() == op.condition()) {
      replace(op, op.condition(), inner.trueValue(), op.falseValue(), rewriter);
      return true;
    }
    if (op.falseValue().definingOp() instanceof SelectOp inner
        && inner != op
        && inner.condition() == op.condition()) {
      replace(op, op.condition(), op.trueValue(), inner.falseValue(), rewriter);
      return true;
    }
    return false;
  }

  /** {@code !c ? a : b = c ? b : a}. */
  private static boolean dropNot(SelectOp op, Rewriter rewriter) {
    // Two in a row fold away, unless they turn in a circle in a graph region.
    if (!(op.condition().definingOp() instanceof XOrIOp not && isNot(not))
        || (not.lhs().definingOp() instanceof XOrIOp second && isNot(second))) {
      return false;
    }
    replace(op, not.lhs(), op.falseValue(), op.trueValue(), rewriter);
    return true;
  }

  private static boolean isNot(XOrIOp op) {
    return Known.isAllOnes(op.rhs());
  }

  private static void replace(
      SelectOp op, Value condition, Value yes, Value no, Rewriter rewriter) {
    rewriter.replace(op, SelectOp.create(rewriter.before(op), condition, yes, no));
  }

  /** {@code c ? false : true = !c}. */
  private static boolean toNot(SelectOp op, Rewriter rewriter) {
    if (!op.result().type().equals(IntegerType.I1)
        || !Known.isZero(op.trueValue())
        || !Known.isOne(op.falseValue())) {
      return false;
    }
    rewriter.replace(op, not(rewriter.before(op), op.condition()));
    return true;
  }

  /** {@code c ? 1 : 0} is the condition as an integer. */
  private static boolean toExtension(SelectOp op, Rewriter rewriter) {
    if (!(op.result().type() instanceof IntegerType type) || type.equals(IntegerType.I1)) {
      return false;
    }
    boolean straight = Known.isOne(op.trueValue()) && Known.isZero(op.falseValue());
    boolean inverted = Known.isZero(op.trueValue()) && Known.isOne(op.falseValue());
    if (!straight && !inverted) {
      return false;
    }
    Inserter at = rewriter.before(op);
    Value condition = straight ? op.condition() : not(at, op.condition()).result();
    rewriter.replace(op, ExtUIOp.create(at, condition, type));
    return true;
  }

  private static XOrIOp not(Inserter at, Value condition) {
    return XOrIOp.create(at, condition, ConstantOp.create(at, IntegerAttr.bool(true)).result());
  }
}
