// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.arith;

import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.constraint.SignlessIntegerLike;
import dev.azulejo.ir.builtin.constraint.UnitAttribute;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.Foldable;

/** Shifts an integer to the right; copies of its sign come in. */
@OpDef(
    name = "arith.shrsi",
    format = "$lhs `,` $rhs (`exact` $isExact^)? attr-dict `:` type($result)",
    sameTypes = {"lhs", "rhs", "result"})
@Example("%r = arith.shrsi %a, %b exact : i32")
public abstract sealed class ShRSIOp extends Operation implements Pure, Foldable
    permits ShRSIOpImpl {

  /** The number to shift. */
  @Operand(SignlessIntegerLike.class)
  public abstract Value lhs();

  /** How far; less than the number of bits, or the outcome is anything. */
  @Operand(SignlessIntegerLike.class)
  public abstract Value rhs();

  /** The outcome. */
  @Result(SignlessIntegerLike.class)
  public abstract OpResult result();

  /** Is it promised that nothing is left over? */
  @Attr(UnitAttribute.class)
  public abstract boolean isExact();

  /** Makes one without promises. */
  public static ShRSIOp create(Inserter at, Value lhs, Value rhs) {
    return ShRSIOpImpl.at(at).operand(lhs).operand(rhs).result(lhs.type()).create();
  }

  @Override
  public FoldResult fold() {
    if (Known.isZero(rhs())) {
      return FoldResult.value(lhs());
    }
    int width = Widths.of(result().type());
    return ConstantFold.signed(this, (a, b) -> Shift.right(a, b, width));
  }
}
