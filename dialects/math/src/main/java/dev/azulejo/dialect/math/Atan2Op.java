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

/** The angle from -pi to pi of a point, counted from the first axis. */
@OpDef(
    name = "math.atan2",
    format = "$lhs `,` $rhs (`fastmath` `` $fastmath^)? attr-dict `:` type($result)",
    sameTypes = {"lhs", "rhs", "result"})
@Example("%r = math.atan2 %a, %b : f32")
public abstract sealed class Atan2Op extends Operation implements Pure, Foldable
    permits Atan2OpImpl {

  /** The second coordinate of the point. */
  @Operand(FloatLike.class)
  public abstract Value lhs();

  /** The first coordinate of the point. */
  @Operand(FloatLike.class)
  public abstract Value rhs();

  /** The outcome. */
  @Result(FloatLike.class)
  public abstract OpResult result();

  /** What may be taken for granted. */
  @Attr(value = FastMathAttribute.class, defaultValue = "none")
  public abstract FastMathAttr fastmath();

  /** Makes one without freedoms. */
  public static Atan2Op create(Inserter at, Value lhs, Value rhs) {
    return Atan2OpImpl.at(at).operand(lhs).operand(rhs).result(lhs.type()).create();
  }

  /** Makes one with freedoms. */
  public static Atan2Op create(Inserter at, Value lhs, Value rhs, FastMathAttr fastmath) {
    return Atan2OpImpl.at(at)
        .operand(lhs)
        .operand(rhs)
        .result(lhs.type())
        .attribute("fastmath", fastmath)
        .create();
  }

  @Override
  public FoldResult fold() {
    return Analytic.angle(this);
  }
}
