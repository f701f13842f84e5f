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
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.Foldable;

/** The same bits as a number of another type. */
@OpDef(name = "arith.bitcast", format = "$in attr-dict `:` type($in) `to` type($out)")
@Example("%r = arith.bitcast %a : f32 to i32")
public abstract sealed class BitcastOp extends Operation implements Pure, Verified, Foldable
    permits BitcastOpImpl {

  /** The number. */
  @Operand(NumberLikeOrMemRef.class)
  public abstract Value in();

  /** The number in the other type. */
  @Result(NumberLikeOrMemRef.class)
  public abstract OpResult out();

  /** Makes one. */
  public static BitcastOp create(Inserter at, Value in, Type out) {
    return BitcastOpImpl.at(at).operand(in).result(out).create();
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    Casts.verify(this, Casts::keepsWidth, diagnostics);
  }

  @Override
  public FoldResult fold() {
    if (in().type().equals(out().type())) {
      return FoldResult.value(in());
    }
    if (in().definingOp() instanceof BitcastOp inner) {
      setOperand(0, inner.in());
      return FoldResult.inPlace();
    }
    int width = Widths.of(in().type());
    return ConstantFold.unary(this, a -> Widths.unsigned(a, width));
  }
}
