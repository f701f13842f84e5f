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
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.Foldable;

/** Cuts the upper bits of an integer off. */
@OpDef(
    name = "arith.trunci",
    format = "$in (`overflow` `` $overflowFlags^)?" + " attr-dict `:` type($in) `to` type($out)")
@Example("%r = arith.trunci %a overflow<nsw> : i32 to i8")
public abstract sealed class TruncIOp extends Operation
    implements Pure, Verified, Foldable, Canonicalizable permits TruncIOpImpl {

  /** The number. */
  @Operand(SignlessFixedWidthIntegerLike.class)
  public abstract Value in();

  /** The number in the other type. */
  @Result(SignlessFixedWidthIntegerLike.class)
  public abstract OpResult out();

  /** What is promised of the bits that are cut off. */
  @Attr(value = OverflowAttribute.class, defaultValue = "none")
  public abstract OverflowAttr overflowFlags();

  /** Makes one. */
  public static TruncIOp create(Inserter at, Value in, Type out) {
    return TruncIOpImpl.at(at).operand(in).result(out).create();
  }

  /** Makes one with promises. */
  public static TruncIOp create(Inserter at, Value in, Type out, OverflowAttr overflow) {
    return TruncIOpImpl.at(at)
        .operand(in)
        .result(out)
        .attribute("overflowFlags", overflow)
        .create();
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    Casts.verify(this, Casts::narrows, diagnostics);
  }

  @Override
  public FoldResult fold() {
    Value source =
        switch (in().definingOp()) {
          case ExtSIOp extension -> extension.in();
          case ExtUIOp extension -> extension.in();
          case TruncIOp inner -> inner.in();
          case null, default -> null;
        };
    if (source == null) {
      return ConstantFold.unary(this, a -> a);
    }
    if (source.type().equals(out().type())) {
      return FoldResult.value(source);
    }
    if (Widths.of(source.type()) < Widths.of(out().type())) {
      return FoldResult.unchanged();
    }
    if (in().definingOp() instanceof TruncIOp inner) {
      setAttribute("overflowFlags", overflowFlags().and(inner.overflowFlags()));
    }
    setOperand(0, source);
    return FoldResult.inPlace();
  }

  @Override
  public boolean canonicalize(Rewriter rewriter) {
    return SimplifyTruncation.rewrite(this, rewriter);
  }
}
