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
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;

/** Cuts the upper bits of an integer off. */
@OpDef(
    name = "arith.trunci",
    format = "$in (`overflow` `` $overflowFlags^)?" + " attr-dict `:` type($in) `to` type($out)")
@Example("%r = arith.trunci %a overflow<nsw> : i32 to i8")
public abstract sealed class TruncIOp extends Operation implements Pure, Verified
    permits TruncIOpImpl {

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
}
