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
import dev.azulejo.ir.number.FloatFormat;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.Foldable;
import java.util.Optional;

/** Gives a floating-point number more room. */
@OpDef(
    name = "arith.extf",
    format = "$in (`fastmath` `` $fastmath^)?" + " attr-dict `:` type($in) `to` type($out)")
@Example("%r = arith.extf %a : f16 to f32")
public abstract sealed class ExtFOp extends Operation implements Pure, Verified, Foldable
    permits ExtFOpImpl {

  /** The number. */
  @Operand(FloatLike.class)
  public abstract Value in();

  /** The number in the other type. */
  @Result(FloatLike.class)
  public abstract OpResult out();

  /** What may be taken for granted. */
  @Attr(FastMathAttribute.class)
  public abstract Optional<FastMathAttr> fastmath();

  /** Makes one. */
  public static ExtFOp create(Inserter at, Value in, Type out) {
    return ExtFOpImpl.at(at).operand(in).result(out).create();
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    Casts.verify(this, Casts::widens, diagnostics);
  }

  @Override
  public FoldResult fold() {
    if (in().definingOp() instanceof TruncFOp truncation
        && truncation.in().type().equals(out().type())
        && contracts(fastmath())
        && contracts(truncation.fastmath())) {
      return FoldResult.value(truncation.in());
    }
    FloatFormat from = ConstantFold.format(in().type());
    FloatFormat to = ConstantFold.format(out().type());
    return ConstantFold.unary(this, a -> FloatConversion.lossless(from, to, a));
  }

  private static boolean contracts(Optional<FastMathAttr> flags) {
    return flags.isPresent() && flags.get().has(FastMathAttr.Flag.CONTRACT);
  }
}
