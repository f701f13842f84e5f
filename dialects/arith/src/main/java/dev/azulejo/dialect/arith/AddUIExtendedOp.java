// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.arith;

import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.TypedAttr;
import dev.azulejo.ir.builtin.constraint.BoolLike;
import dev.azulejo.ir.builtin.constraint.SignlessIntegerLike;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.rewrite.Canonicalizable;
import dev.azulejo.ir.rewrite.Rewriter;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.Commutative;
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.Foldable;
import dev.azulejo.ir.trait.NamesResults;
import java.math.BigInteger;
import java.util.function.BiConsumer;

/** Adds two unsigned integers and tells whether the sum fits. */
@OpDef(
    name = "arith.addui_extended",
    format = "$lhs `,` $rhs attr-dict `:` type($sum) `,` type($overflow)",
    sameTypes = {"lhs", "rhs", "sum"})
@Example("%sum, %overflow = arith.addui_extended %a, %b : i32, i1")
public abstract sealed class AddUIExtendedOp extends Operation
    implements Pure, Commutative, NamesResults, Verified, Foldable, Canonicalizable
    permits AddUIExtendedOpImpl {

  /** The left number. */
  @Operand(SignlessIntegerLike.class)
  public abstract Value lhs();

  /** The right number. */
  @Operand(SignlessIntegerLike.class)
  public abstract Value rhs();

  /** The lower bits of the sum. */
  @Result(SignlessIntegerLike.class)
  public abstract OpResult sum();

  /** Is there a bit above them? */
  @Result(BoolLike.class)
  public abstract OpResult overflow();

  /** Makes one. */
  public static AddUIExtendedOp create(Inserter at, Value lhs, Value rhs) {
    return AddUIExtendedOpImpl.at(at)
        .operand(lhs)
        .operand(rhs)
        .result(lhs.type())
        .result(Shapes.withElement(lhs.type(), IntegerType.I1))
        .create();
  }

  @Override
  public void nameResults(BiConsumer<Value, String> namer) {
    namer.accept(sum(), "sum");
    namer.accept(overflow(), "overflow");
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    String problem = Shapes.elementwiseProblem(this);
    if (problem != null) {
      diagnostics.report(error("%s", problem));
    }
  }

  @Override
  public FoldResult fold() {
    TypedAttr none = ConstantFold.splat(overflow().type(), BigInteger.ZERO);
    if (Known.isZero(rhs()) && none != null) {
      return Pair.of(lhs(), none);
    }
    int width = Widths.of(sum().type());
    return Pair.of(
        ConstantFold.binary(this, sum().type(), BigInteger::add),
        ConstantFold.binary(this, overflow().type(), (a, b) -> carry(a, b, width)));
  }

  @Override
  public boolean canonicalize(Rewriter rewriter) {
    return DropUpperHalf.rewrite(
        this, rewriter, (at, lhs, rhs) -> AddIOp.create(at, lhs, rhs).result());
  }

  private static BigInteger carry(BigInteger a, BigInteger b, int width) {
    return Widths.unsigned(a, width).add(Widths.unsigned(b, width)).shiftRight(width);
  }
}
