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

/** An index as an integer or the other way round; bits that come in are zero. */
@OpDef(name = "arith.index_castui", format = "$in attr-dict `:` type($in) `to` type($out)")
@Example("%r = arith.index_castui %a : index to i32")
public abstract sealed class IndexCastUIOp extends Operation implements Pure, Verified, Foldable
    permits IndexCastUIOpImpl {

  /** The number. */
  @Operand(IntegerLikeOrMemRef.class)
  public abstract Value in();

  /** The number in the other type. */
  @Result(IntegerLikeOrMemRef.class)
  public abstract OpResult out();

  /** Makes one. */
  public static IndexCastUIOp create(Inserter at, Value in, Type out) {
    return IndexCastUIOpImpl.at(at).operand(in).result(out).create();
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    Casts.verify(this, Casts::isFromOrToIndex, diagnostics);
  }

  @Override
  public FoldResult fold() {
    if (in().definingOp() instanceof ExtUIOp extension) {
      setOperand(0, extension.in());
      return FoldResult.inPlace();
    }
    if (in().definingOp() instanceof IndexCastUIOp inner
        && inner.in().type().equals(out().type())
        && Widths.of(in().type()) >= Widths.of(out().type())) {
      return FoldResult.value(inner.in());
    }
    int width = Widths.of(in().type());
    return ConstantFold.unary(this, a -> Widths.unsigned(a, width));
  }
}
