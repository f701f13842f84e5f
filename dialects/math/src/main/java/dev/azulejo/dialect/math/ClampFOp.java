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

/** The number of a range that is next to a number. */
@OpDef(
    name = "math.clampf",
    format =
        "$value `to` ` ` `[` $min `,` $max `]` (`fastmath` `` $fastmath^)? attr-dict `:` type($result)",
    sameTypes = {"value", "min", "max", "result"})
@Example("%r = math.clampf %a to [%lo, %hi] : f32")
public abstract sealed class ClampFOp extends Operation implements Pure permits ClampFOpImpl {

  /** The number. */
  @Operand(FloatLike.class)
  public abstract Value value();

  /** The least number of the range. */
  @Operand(FloatLike.class)
  public abstract Value min();

  /** The greatest number of the range. */
  @Operand(FloatLike.class)
  public abstract Value max();

  /** The outcome. */
  @Result(FloatLike.class)
  public abstract OpResult result();

  /** What may be taken for granted. */
  @Attr(value = FastMathAttribute.class, defaultValue = "none")
  public abstract FastMathAttr fastmath();

  /** Makes one without freedoms. */
  public static ClampFOp create(Inserter at, Value value, Value min, Value max) {
    return ClampFOpImpl.at(at)
        .operand(value)
        .operand(min)
        .operand(max)
        .result(value.type())
        .create();
  }

  /** Makes one with freedoms. */
  public static ClampFOp create(
      Inserter at, Value value, Value min, Value max, FastMathAttr fastmath) {
    return ClampFOpImpl.at(at)
        .operand(value)
        .operand(min)
        .operand(max)
        .result(value.type())
        .attribute("fastmath", fastmath)
        .create();
  }
}
