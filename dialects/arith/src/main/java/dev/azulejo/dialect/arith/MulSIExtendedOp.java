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
import dev.azulejo.ir.trait.NamesResults;
import java.math.BigInteger;
import java.util.function.BiConsumer;

/** Multiplies two signed integers and gives all bits of the product. */
@OpDef(
    name = "arith.mulsi_extended",
    format = "$lhs `,` $rhs attr-dict `:` type($low)",
    sameTypes = {"lhs", "rhs", "low", "high"})
@Example("%low, %high = arith.mulsi_extended %a, %b : i32")
public abstract sealed class MulSIExtendedOp extends Operation
    implements Pure, Commutative, NamesResults, Foldable, Canonicalizable
    permits MulSIExtendedOpImpl {

  /** The left number. */
  @Operand(SignlessIntegerLike.class)
  public abstract Value lhs();

  /** The right number. */
  @Operand(SignlessIntegerLike.class)
  public abstract Value rhs();

  /** The lower half of the bits. */
  @Result(SignlessIntegerLike.class)
  public abstract OpResult low();

  /** The upper half of the bits. */
  @Result(SignlessIntegerLike.class)
  public abstract OpResult high();

  /** Makes one. */
  public static MulSIExtendedOp create(Inserter at, Value lhs, Value rhs) {
    return MulSIExtendedOpImpl.at(at)
        .operand(lhs)
        .operand(rhs)
        .result(lhs.type())
        .result(lhs.type())
        .create();
  }

  @Override
  public void nameResults(BiConsumer<Value, String> namer) {
    namer.accept(low(), "low");
    namer.accept(high(), "high");
  }

  @Override
  public FoldResult fold() {
    if (Known.isZero(rhs())) {
      return Pair.of(rhs(), rhs());
    }
    int width = Widths.of(low().type());
    return Pair.of(
        ConstantFold.binary(this, low().type(), BigInteger::multiply),
        ConstantFold.binary(this, high().type(), (a, b) -> a.multiply(b).shiftRight(width)));
  }

  @Override
  public boolean canonicalize(Rewriter rewriter) {
    return DropUpperHalf.rewrite(
            this, rewriter, (at, lhs, rhs) -> MulIOp.create(at, lhs, rhs).result())
        || DropUpperHalf.multiplyByOne(this, rewriter);
  }
}
