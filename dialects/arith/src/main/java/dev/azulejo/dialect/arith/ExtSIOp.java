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
import dev.azulejo.ir.builtin.constraint.SignlessFixedWidthIntegerLike;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.rewrite.Canonicalizable;
import dev.azulejo.ir.rewrite.Rewriter;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.Foldable;

/** Gives an integer more bits, which are copies of its sign. */
@OpDef(name = "arith.extsi", format = "$in attr-dict `:` type($in) `to` type($out)")
@Example("%r = arith.extsi %a : i8 to i32")
public abstract sealed class ExtSIOp extends Operation
    implements Pure, Verified, Foldable, Canonicalizable permits ExtSIOpImpl {

  /** The number. */
  @Operand(SignlessFixedWidthIntegerLike.class)
  public abstract Value in();

  /** The number in the other type. */
  @Result(SignlessFixedWidthIntegerLike.class)
  public abstract OpResult out();

  /** Makes one. */
  public static ExtSIOp create(Inserter at, Value in, Type out) {
    return ExtSIOpImpl.at(at).operand(in).result(out).create();
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    Casts.verify(this, Casts::widens, diagnostics);
  }

  @Override
  public FoldResult fold() {
    if (in().definingOp() instanceof ExtSIOp inner) {
      setOperand(0, inner.in());
      return FoldResult.inPlace();
    }
    return ConstantFold.unary(this, a -> a);
  }

  @Override
  public boolean canonicalize(Rewriter rewriter) {
    if (!(in().definingOp() instanceof ExtUIOp inner)) {
      return false;
    }
    rewriter.replace(this, ExtUIOp.create(rewriter.before(this), inner.in(), out().type()));
    return true;
  }
}
