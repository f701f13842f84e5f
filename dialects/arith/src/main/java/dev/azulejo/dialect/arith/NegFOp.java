// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.arith;

import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.constraint.FloatLike;
import dev.azulejo.ir.number.FloatArithmetic;
import dev.azulejo.ir.number.FloatFormat;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.Foldable;

/** Changes the sign of a floating-point number, also that of a zero or a NaN. */
@OpDef(
    name = "arith.negf",
    format = "$operand (`fastmath` `` $fastmath^)? attr-dict `:` type($result)",
    sameTypes = {"operand", "result"})
@Example("%r = arith.negf %a : f32")
public abstract sealed class NegFOp extends Operation implements Pure, Foldable permits NegFOpImpl {

  /** The number. */
  @Operand(FloatLike.class)
  public abstract Value operand();

  /** The number with the other sign. */
  @Result(FloatLike.class)
  public abstract OpResult result();

  /** What may be taken for granted. */
  @Attr(value = FastMathAttribute.class, defaultValue = "none")
  public abstract FastMathAttr fastmath();

  /** Makes one without freedoms. */
  public static NegFOp create(Inserter at, Value operand) {
    return NegFOpImpl.at(at).operand(operand).result(operand.type()).create();
  }

  /** Makes one with freedoms. */
  public static NegFOp create(Inserter at, Value operand, FastMathAttr fastmath) {
    return NegFOpImpl.at(at)
        .operand(operand)
        .result(operand.type())
        .attribute("fastmath", fastmath)
        .create();
  }

  @Override
  public FoldResult fold() {
    if (operand().definingOp() instanceof NegFOp inner) {
      return FoldResult.value(inner.operand());
    }
    FloatFormat format = ConstantFold.format(result().type());
    if (!format.isSigned()) {
      return FoldResult.unchanged();
    }
    return ConstantFold.unary(this, a -> FloatArithmetic.negate(format, a));
  }
}
