// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.math;

import dev.azulejo.dialect.arith.FastMathAttr;
import dev.azulejo.dialect.arith.FastMathAttribute;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.constraint.FloatLike;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.Foldable;

/** The tangent of an angle in radians. */
@OpDef(
    name = "math.tan",
    format = "$operand (`fastmath` `` $fastmath^)? attr-dict `:` type($result)",
    sameTypes = {"operand", "result"})
@Example("%r = math.tan %a : f32")
public abstract sealed class TanOp extends Operation implements Pure, Foldable permits TanOpImpl {

  /** The number. */
  @Operand(FloatLike.class)
  public abstract Value operand();

  /** The outcome. */
  @Result(FloatLike.class)
  public abstract OpResult result();

  /** What may be taken for granted. */
  @Attr(value = FastMathAttribute.class, defaultValue = "none")
  public abstract FastMathAttr fastmath();

  /** Makes one without freedoms. */
  public static TanOp create(Inserter at, Value operand) {
    return TanOpImpl.at(at).operand(operand).result(operand.type()).create();
  }

  /** Makes one with freedoms. */
  public static TanOp create(Inserter at, Value operand, FastMathAttr fastmath) {
    return TanOpImpl.at(at)
        .operand(operand)
        .result(operand.type())
        .attribute("fastmath", fastmath)
        .create();
  }

  @Override
  public FoldResult fold() {
    return Analytic.unary(this, StrictMath::tan);
  }
}
