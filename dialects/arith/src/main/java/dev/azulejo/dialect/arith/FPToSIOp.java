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
import dev.azulejo.ir.builtin.constraint.SignlessFixedWidthIntegerLike;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.number.FloatFormat;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.Foldable;

/**
 * Rounds a floating-point number towards zero to a signed integer; where that does not fit, the
 * outcome is anything.
 */
@OpDef(name = "arith.fptosi", format = "$in attr-dict `:` type($in) `to` type($out)")
@Example("%r = arith.fptosi %a : f32 to i32")
public abstract sealed class FPToSIOp extends Operation implements Pure, Verified, Foldable
    permits FPToSIOpImpl {

  /** The number. */
  @Operand(FloatLike.class)
  public abstract Value in();

  /** The number in the other type. */
  @Result(SignlessFixedWidthIntegerLike.class)
  public abstract OpResult out();

  /** Makes one. */
  public static FPToSIOp create(Inserter at, Value in, Type out) {
    return FPToSIOpImpl.at(at).operand(in).result(out).create();
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    Casts.verify(this, Casts::always, diagnostics);
  }

  @Override
  public FoldResult fold() {
    FloatFormat from = ConstantFold.format(in().type());
    int width = Widths.of(out().type());
    return ConstantFold.unary(this, a -> FloatConversion.toInteger(from, a, width, true));
  }
}
