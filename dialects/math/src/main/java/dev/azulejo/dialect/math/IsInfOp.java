// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.math;

import dev.azulejo.dialect.arith.BoolLikeOf;
import dev.azulejo.dialect.arith.FastMathAttr;
import dev.azulejo.dialect.arith.FastMathAttribute;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.constraint.BoolLike;
import dev.azulejo.ir.builtin.constraint.FloatLike;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.spec.TypeRule;
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.Foldable;

/** Is a number infinite? */
@OpDef(name = "math.isinf", format = "$operand attr-dict `:` type($operand)")
@TypeRule(target = "result", from = "operand", rule = BoolLikeOf.class)
@Example("%r = math.isinf %a : f32")
public abstract sealed class IsInfOp extends Operation implements Pure, Foldable
    permits IsInfOpImpl {

  /** The number. */
  @Operand(FloatLike.class)
  public abstract Value operand();

  /** The answer. */
  @Result(BoolLike.class)
  public abstract OpResult result();

  /** What may be taken for granted. */
  @Attr(value = FastMathAttribute.class, defaultValue = "none")
  public abstract FastMathAttr fastmath();

  /** Makes one without freedoms. */
  public static IsInfOp create(Inserter at, Value operand) {
    return IsInfOpImpl.at(at)
        .operand(operand)
        .result(new BoolLikeOf().apply(operand.type()))
        .create();
  }

  /** Makes one with freedoms. */
  public static IsInfOp create(Inserter at, Value operand, FastMathAttr fastmath) {
    return IsInfOpImpl.at(at)
        .operand(operand)
        .result(new BoolLikeOf().apply(operand.type()))
        .attribute("fastmath", fastmath)
        .create();
  }

  @Override
  public FoldResult fold() {
    return Signs.classify(this, (format, bits) -> format.isInfinite(bits));
  }
}
