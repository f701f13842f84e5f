// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.arith;

import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.constraint.SignlessIntegerLike;
import dev.azulejo.ir.rewrite.Canonicalizable;
import dev.azulejo.ir.rewrite.Rewriter;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.Commutative;
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.Foldable;
import java.math.BigInteger;

/** Both of two integers, bit by bit. */
@OpDef(
    name = "arith.andi",
    format = "$lhs `,` $rhs attr-dict `:` type($result)",
    sameTypes = {"lhs", "rhs", "result"})
@Example("%r = arith.andi %a, %b : i32")
public abstract sealed class AndIOp extends Operation
    implements Pure, Commutative, Foldable, Canonicalizable permits AndIOpImpl {

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
  public static AndIOp create(Inserter at, Value lhs, Value rhs) {
    return AndIOpImpl.at(at).operand(lhs).operand(rhs).result(lhs.type()).create();
  }

  @Override
  public FoldResult fold() {
    if (Known.isZero(rhs())) {
      return FoldResult.value(rhs());
    }
    if (lhs() == rhs() || Known.isAllOnes(rhs())) {
      return FoldResult.value(lhs());
    }
    if (Known.isComplementOf(lhs(), rhs()) || Known.isComplementOf(rhs(), lhs())) {
      return ConstantFold.zero(result());
    }
    if (lhs().definingOp() instanceof AndIOp inner && inner.hasOperand(rhs())) {
      return FoldResult.value(inner.result());
    }
    if (rhs().definingOp() instanceof AndIOp inner && inner.hasOperand(lhs())) {
      return FoldResult.value(inner.result());
    }
    return ConstantFold.signed(this, BigInteger::and);
  }

  @Override
  public boolean canonicalize(Rewriter rewriter) {
    return NarrowBehindExtension.rewrite(
        this, rewriter, (at, lhs, rhs) -> AndIOp.create(at, lhs, rhs).result());
  }

  private boolean hasOperand(Value value) {
    return lhs() == value || rhs() == value;
  }
}
