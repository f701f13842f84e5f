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

/** The lesser of two signed integers. */
@OpDef(
    name = "arith.minsi",
    format = "$lhs `,` $rhs attr-dict `:` type($result)",
    sameTypes = {"lhs", "rhs", "result"})
@Example("%r = arith.minsi %a, %b : i32")
public abstract sealed class MinSIOp extends Operation implements Pure, Commutative, Foldable
    permits MinSIOpImpl {

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
  public static MinSIOp create(Inserter at, Value lhs, Value rhs) {
    return MinSIOpImpl.at(at).operand(lhs).operand(rhs).result(lhs.type()).create();
  }

  @Override
  public FoldResult fold() {
    if (lhs() == rhs()) {
      return FoldResult.value(lhs());
    }
    BigInteger bound = Known.integer(rhs());
    int width = Widths.of(result().type());
    if (bound != null && Widths.isSmallest(bound, width)) {
      return FoldResult.value(rhs());
    }
    if (bound != null && Widths.isGreatest(bound, width)) {
      return FoldResult.value(lhs());
    }
    return ConstantFold.signed(this, BigInteger::min);
  }
}
