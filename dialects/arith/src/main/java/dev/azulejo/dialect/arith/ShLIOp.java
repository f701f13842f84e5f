// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.arith;

import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.constraint.SignlessIntegerLike;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.Foldable;

/** Shifts an integer to the left; zeros come in. */
@OpDef(
    name = "arith.shli",
    format = "$lhs `,` $rhs (`overflow` `` $overflowFlags^)? attr-dict `:` type($result)",
    sameTypes = {"lhs", "rhs", "result"})
@Example("%r = arith.shli %a, %b overflow<nsw> : i32")
public abstract sealed class ShLIOp extends Operation implements Pure, Foldable permits ShLIOpImpl {

  /** The number to shift. */
  @Operand(SignlessIntegerLike.class)
  public abstract Value lhs();

  /** How far; less than the number of bits, or the outcome is anything. */
  @Operand(SignlessIntegerLike.class)
  public abstract Value rhs();

  /** The outcome. */
  @Result(SignlessIntegerLike.class)
  public abstract OpResult result();

  /** What is promised of the exact outcome. */
  @Attr(value = OverflowAttribute.class, defaultValue = "none")
  public abstract OverflowAttr overflowFlags();

  /** Makes one without promises. */
  public static ShLIOp create(Inserter at, Value lhs, Value rhs) {
    return ShLIOpImpl.at(at).operand(lhs).operand(rhs).result(lhs.type()).create();
  }

  /** Makes one with promises. */
  public static ShLIOp create(Inserter at, Value lhs, Value rhs, OverflowAttr overflow) {
    return ShLIOpImpl.at(at)
        .operand(lhs)
        .operand(rhs)
        .result(lhs.type())
        .attribute("overflowFlags", overflow)
        .create();
  }

  @Override
  public FoldResult fold() {
    if (Known.isZero(rhs())) {
      return FoldResult.value(lhs());
    }
    int width = Widths.of(result().type());
    return ConstantFold.unsigned(this, (a, b) -> Shift.left(a, b, width));
  }
}
