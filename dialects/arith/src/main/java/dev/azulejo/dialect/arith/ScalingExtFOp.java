// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.arith;

import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.constraint.FloatLike;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import java.util.Optional;

/** Gives a scaled floating-point number more room and multiplies it by its scale. */
@OpDef(
    name = "arith.scaling_extf",
    format =
        "$in `,` $scale (`fastmath` `` $fastmath^)? attr-dict"
            + " `:` type($in) `,` type($scale) `to` type($out)")
@Example("%r = arith.scaling_extf %a, %s : f4E2M1FN, f8E8M0FNU to f32")
public abstract sealed class ScalingExtFOp extends Operation implements Pure, Verified
    permits ScalingExtFOpImpl {

  /** The number. */
  @Operand(FloatLike.class)
  public abstract Value in();

  /** The scale, of which only the exponent counts. */
  @Operand(FloatLike.class)
  public abstract Value scale();

  /** The scaled number in the other type. */
  @Result(FloatLike.class)
  public abstract OpResult out();

  /** What may be taken for granted. */
  @Attr(FastMathAttribute.class)
  public abstract Optional<FastMathAttr> fastmath();

  /** Makes one. */
  public static ScalingExtFOp create(Inserter at, Value in, Value scale, Type out) {
    return ScalingExtFOpImpl.at(at).operand(in).operand(scale).result(out).create();
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    Casts.verifyScaling(this, Casts::widens, diagnostics);
  }
}
