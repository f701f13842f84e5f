// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.arith;

import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.constraint.SignlessIntegerLike;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.Commutative;
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.Foldable;
import java.math.BigInteger;

/** The lesser of two unsigned integers. */
@OpDef(
    name = "arith.minui",
    format = "$lhs `,` $rhs attr-dict `:` type($result)",
    sameTypes = {"lhs", "rhs", "result"})
@Example("%r = arith.minui %a, %b : i32")
public abstract sealed class MinUIOp extends Operation implements Pure, Commutative, Foldable
    permits MinUIOpImpl {

  /** The left number. */
  @Operand(SignlessIntegerLike.class)
  public abstract Value lhs();

  /** The right number. */
  @Operand(SignlessIntegerLike.class)
  public abstract Value rhs();

  /** The outcome. */
  @Result(SignlessIntegerLike.class)
  public abstract OpResult result();

  /** Makes one. */
  public static MinUIOp create(Inserter at, Value lhs, Value rhs) {
    return MinUIOpImpl.at(at).operand(lhs).operand(rhs).result(lhs.type()).create();
  }

  @Override
  public FoldResult fold() {
    if (lhs() == rhs() || Known.isAllOnes(rhs())) {
      return FoldResult.value(lhs());
    }
    if (Known.isZero(rhs())) {
      return FoldResult.value(rhs());
    }
    return ConstantFold.unsigned(this, BigInteger::min);
  }
}
