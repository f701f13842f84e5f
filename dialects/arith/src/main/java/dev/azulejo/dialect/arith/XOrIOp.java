// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.arith;

import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.IntegerType;
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
import org.jspecify.annotations.Nullable;

/** One but not the other of two integers, bit by bit. */
@OpDef(
    name = "arith.xori",
    format = "$lhs `,` $rhs attr-dict `:` type($result)",
    sameTypes = {"lhs", "rhs", "result"})
@Example("%r = arith.xori %a, %b : i32")
public abstract sealed class XOrIOp extends Operation
    implements Pure, Commutative, Foldable, Canonicalizable permits XOrIOpImpl {

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
  public static XOrIOp create(Inserter at, Value lhs, Value rhs) {
    return XOrIOpImpl.at(at).operand(lhs).operand(rhs).result(lhs.type()).create();
  }

  @Override
  public FoldResult fold() {
    if (Known.isZero(rhs())) {
      return FoldResult.value(lhs());
    }
    if (lhs() == rhs()) {
      return ConstantFold.zero(result());
    }
    Value left = cancelled(lhs(), rhs());
    if (left != null) {
      return FoldResult.value(left);
    }
    Value right = cancelled(rhs(), lhs());
    if (right != null) {
      return FoldResult.value(right);
    }
    return ConstantFold.signed(this, BigInteger::xor);
  }

  @Override
  public boolean canonicalize(Rewriter rewriter) {
    if (lhs().definingOp() instanceof CmpIOp compare && rhs().type().equals(IntegerType.I1)) {
      return negate(compare, rewriter);
    }
    return NarrowBehindExtension.rewrite(
        this, rewriter, (at, lhs, rhs) -> XOrIOp.create(at, lhs, rhs).result());
  }

  /** What is left of a value when one of its two sides is taken out again. */
  private static @Nullable Value cancelled(Value value, Value side) {
    if (!(value.definingOp() instanceof XOrIOp inner)) {
      return null;
    }
    return inner.rhs() == side ? inner.lhs() : inner.lhs() == side ? inner.rhs() : null;
  }

  private boolean negate(CmpIOp compare, Rewriter rewriter) {
    if (!Known.isOne(rhs())) {
      return false;
    }
    rewriter.replace(
        this,
        CmpIOp.create(
            rewriter.before(this), compare.comparison().negated(), compare.lhs(), compare.rhs()));
    return true;
  }
}
