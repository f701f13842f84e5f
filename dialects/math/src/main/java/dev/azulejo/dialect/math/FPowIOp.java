// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.math;

import dev.azulejo.dialect.arith.FastMathAttr;
import dev.azulejo.dialect.arith.FastMathAttribute;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.constraint.FloatLike;
import dev.azulejo.ir.builtin.constraint.SignlessIntegerLike;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;

/** A floating-point number to the power of an integer. */
@OpDef(
    name = "math.fpowi",
    format = "$lhs `,` $rhs (`fastmath` `` $fastmath^)? attr-dict `:` type($lhs) `,` type($rhs)",
    sameTypes = {"lhs", "result"})
@Example("%r = math.fpowi %a, %n : f32, i32")
public abstract sealed class FPowIOp extends Operation implements Pure, Verified
    permits FPowIOpImpl {

  /** The base. */
  @Operand(FloatLike.class)
  public abstract Value lhs();

  /** The exponent. */
  @Operand(SignlessIntegerLike.class)
  public abstract Value rhs();

  /** The outcome. */
  @Result(FloatLike.class)
  public abstract OpResult result();

  /** What may be taken for granted. */
  @Attr(value = FastMathAttribute.class, defaultValue = "none")
  public abstract FastMathAttr fastmath();

  /** Makes one without freedoms. */
  public static FPowIOp create(Inserter at, Value lhs, Value rhs) {
    return FPowIOpImpl.at(at).operand(lhs).operand(rhs).result(lhs.type()).create();
  }

  /** Makes one with freedoms. */
  public static FPowIOp create(Inserter at, Value lhs, Value rhs, FastMathAttr fastmath) {
    return FPowIOpImpl.at(at)
        .operand(lhs)
        .operand(rhs)
        .result(lhs.type())
        .attribute("fastmath", fastmath)
        .create();
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    String problem = Containers.shapeProblem(lhs().type(), rhs().type());
    if (!problem.isEmpty()) {
      diagnostics.report(error("%s", problem));
    }
  }
}
