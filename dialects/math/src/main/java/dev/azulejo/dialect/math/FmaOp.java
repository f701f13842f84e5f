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

/** The product of two numbers and the sum with a third, rounded once. */
@OpDef(
    name = "math.fma",
    format = "$a `,` $b `,` $c (`fastmath` `` $fastmath^)? attr-dict `:` type($result)",
    sameTypes = {"a", "b", "c", "result"})
@Example("%r = math.fma %a, %b, %c : f32")
public abstract sealed class FmaOp extends Operation implements Pure permits FmaOpImpl {

  /** One factor. */
  @Operand(FloatLike.class)
  public abstract Value a();

  /** The other factor. */
  @Operand(FloatLike.class)
  public abstract Value b();

  /** What is added. */
  @Operand(FloatLike.class)
  public abstract Value c();

  /** The outcome. */
  @Result(FloatLike.class)
  public abstract OpResult result();

  /** What may be taken for granted. */
  @Attr(value = FastMathAttribute.class, defaultValue = "none")
  public abstract FastMathAttr fastmath();

  /** Makes one without freedoms. */
  public static FmaOp create(Inserter at, Value a, Value b, Value c) {
    return FmaOpImpl.at(at).operand(a).operand(b).operand(c).result(a.type()).create();
  }

  /** Makes one with freedoms. */
  public static FmaOp create(Inserter at, Value a, Value b, Value c, FastMathAttr fastmath) {
    return FmaOpImpl.at(at)
        .operand(a)
        .operand(b)
        .operand(c)
        .result(a.type())
        .attribute("fastmath", fastmath)
        .create();
  }
}
