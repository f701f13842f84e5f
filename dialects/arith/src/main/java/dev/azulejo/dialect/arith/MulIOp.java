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
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.Commutative;
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.Foldable;
import java.math.BigInteger;

/** Multiplies two integers, modulo two to the number of bits. */
@OpDef(
    name = "arith.muli",
    format = "$lhs `,` $rhs (`overflow` `` $overflowFlags^)? attr-dict `:` type($result)",
    sameTypes = {"lhs", "rhs", "result"})
@Example("%r = arith.muli %a, %b overflow<nsw> : i32")
public abstract sealed class MulIOp extends Operation
    implements Pure, Commutative, Foldable, Canonicalizable permits MulIOpImpl {

  /** The left number. */
  @Operand(SignlessIntegerLike.class)
  public abstract Value lhs();

  /** The right number. */
  @Operand(SignlessIntegerLike.class)
  public abstract Value rhs();

  /** The outcome. */
  @Result(SignlessIntegerLike.class)
  public abstract OpResult result();

  /** What is promised of the exact outcome. */
  @Attr(value = OverflowAttribute.class, defaultValue = "none")
  public abstract OverflowAttr overflowFlags();

  /** Makes one without promises. */
  public static MulIOp create(Inserter at, Value lhs, Value rhs) {
    return MulIOpImpl.at(at).operand(lhs).operand(rhs).result(lhs.type()).create();
  }

  /** Makes one with promises. */
  public static MulIOp create(Inserter at, Value lhs, Value rhs, OverflowAttr overflow) {
    return MulIOpImpl.at(at)
        .operand(lhs)
        .operand(rhs)
        .result(lhs.type())
        .attribute("overflowFlags", overflow)
        .create();
  }

  @Override
  public FoldResult fold() {
    if (Known.isZero(rhs())) {
      return FoldResult.value(rhs());
    }
    if (Known.isOne(rhs())) {
      return FoldResult.value(lhs());
    }
    return ConstantFold.signed(this, BigInteger::multiply);
  }

  @Override
  public boolean canonicalize(Rewriter rewriter) {
    return ReassociateConstants.rewrite(this, rewriter);
  }
}
