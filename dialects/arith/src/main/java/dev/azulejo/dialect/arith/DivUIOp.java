// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.arith;

import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.builtin.constraint.SignlessIntegerLike;
import dev.azulejo.ir.builtin.constraint.UnitAttribute;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.Foldable;
import java.util.function.Consumer;

/** Divides unsigned integers, rounding down. */
@OpDef(
    name = "arith.divui",
    format = "$lhs `,` $rhs (`exact` $isExact^)? attr-dict `:` type($result)",
    sameTypes = {"lhs", "rhs", "result"})
@Example("%r = arith.divui %a, %b exact : i32")
public abstract sealed class DivUIOp extends Operation implements Accessing, Foldable
    permits DivUIOpImpl {

  /** The dividend. */
  @Operand(SignlessIntegerLike.class)
  public abstract Value lhs();

  /** The divisor; not zero, or the outcome is anything. */
  @Operand(SignlessIntegerLike.class)
  public abstract Value rhs();

  /** The outcome. */
  @Result(SignlessIntegerLike.class)
  public abstract OpResult result();

  /** Is it promised that nothing is left over? */
  @Attr(UnitAttribute.class)
  public abstract boolean isExact();

  /** Makes one without promises. */
  public static DivUIOp create(Inserter at, Value lhs, Value rhs) {
    return DivUIOpImpl.at(at).operand(lhs).operand(rhs).result(lhs.type()).create();
  }

  @Override
  public FoldResult fold() {
    if (Known.isOne(rhs())) {
      return FoldResult.value(lhs());
    }
    Value factor = Division.otherFactor(lhs(), rhs(), false);
    if (factor != null) {
      return FoldResult.value(factor);
    }
    return ConstantFold.unsigned(this, Division::truncating);
  }

  /** It touches no memory; yet it must not be executed where it otherwise would not be. */
  @Override
  public void accesses(Consumer<Access> sink) {}
}
