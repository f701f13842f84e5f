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
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.Commutative;
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.Foldable;

/** The greater of two floating-point numbers: NaN if one is a NaN, and 0 is greater than -0. */
@OpDef(
    name = "arith.maximumf",
    format = "$lhs `,` $rhs (`fastmath` `` $fastmath^)? attr-dict `:` type($result)",
    sameTypes = {"lhs", "rhs", "result"})
@Example("%r = arith.maximumf %a, %b fastmath<contract> : f32")
public abstract sealed class MaximumFOp extends Operation implements Pure, Commutative, Foldable
    permits MaximumFOpImpl {

  /** The left number. */
  @Operand(FloatLike.class)
  public abstract Value lhs();

  /** The right number. */
  @Operand(FloatLike.class)
  public abstract Value rhs();

  /** The outcome. */
  @Result(FloatLike.class)
  public abstract OpResult result();

  /** What may be taken for granted. */
  @Attr(value = FastMathAttribute.class, defaultValue = "none")
  public abstract FastMathAttr fastmath();

  /** Makes one without freedoms. */
  public static MaximumFOp create(Inserter at, Value lhs, Value rhs) {
    return MaximumFOpImpl.at(at).operand(lhs).operand(rhs).result(lhs.type()).create();
  }

  /** Makes one with freedoms. */
  public static MaximumFOp create(Inserter at, Value lhs, Value rhs, FastMathAttr fastmath) {
    return MaximumFOpImpl.at(at)
        .operand(lhs)
        .operand(rhs)
        .result(lhs.type())
        .attribute("fastmath", fastmath)
        .create();
  }

  @Override
  public FoldResult fold() {
    if (lhs() == rhs() || Reals.isInfinity(rhs(), true)) {
      return FoldResult.value(lhs());
    }
    return ConstantFold.reals(this, FloatArithmetic::maximum);
  }
}
