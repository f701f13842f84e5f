// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.arith;

import static java.util.Objects.requireNonNull;

import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.constraint.BoolLike;
import dev.azulejo.ir.builtin.constraint.SignlessIntegerLike;
import dev.azulejo.ir.rewrite.Canonicalizable;
import dev.azulejo.ir.rewrite.Rewriter;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.spec.TypeRule;
import dev.azulejo.ir.trait.Constants;
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.Foldable;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Compares two integers. */
@OpDef(
    name = "arith.cmpi",
    format = "$predicate `,` $lhs `,` $rhs attr-dict `:` type($lhs)",
    sameTypes = {"lhs", "rhs"})
@TypeRule(target = "result", from = "lhs", rule = BoolLikeOf.class)
@Example("%r = arith.cmpi slt, %a, %b : i32")
public abstract sealed class CmpIOp extends Operation implements Pure, Foldable, Canonicalizable
    permits CmpIOpImpl {

  /** The left number. */
  @Operand(SignlessIntegerLike.class)
  public abstract Value lhs();

  /** The right number. */
  @Operand(SignlessIntegerLike.class)
  public abstract Value rhs();

  /** Does it hold? */
  @Result(BoolLike.class)
  public abstract OpResult result();

  /** The question as a number; {@link #comparison} has it in words. */
  @Attr(CmpIPredicateAttribute.class)
  public abstract IntegerAttr predicate();

  /** The question. */
  public CmpIPredicate comparison() {
    return requireNonNull(CmpIPredicate.of(predicate()));
  }

  /** Makes one. */
  public static CmpIOp create(Inserter at, CmpIPredicate predicate, Value lhs, Value rhs) {
    return CmpIOpImpl.at(at)
        .operand(lhs)
        .operand(rhs)
        .result(Shapes.withElement(lhs.type(), IntegerType.I1))
        .attribute("predicate", predicate.attribute())
        .create();
  }

  @Override
  public FoldResult fold() {
    CmpIPredicate comparison = comparison();
    if (lhs() == rhs()) {
      return ConstantFold.result(ConstantFold.splat(result().type(), truth(comparison.holds(0))));
    }
    Value asked = askedTruth(comparison);
    if (asked != null) {
      return FoldResult.value(asked);
    }
    if (Constants.of(lhs()) != null && Constants.of(rhs()) == null) {
      Value constant = lhs();
      setOperand(0, rhs());
      setOperand(1, constant);
      setAttribute("predicate", comparison.swapped().attribute());
      return FoldResult.inPlace();
    }
    return comparison.isUnsigned()
        ? ConstantFold.unsigned(this, (a, b) -> truth(comparison.holds(a.compareTo(b))))
        : ConstantFold.signed(this, (a, b) -> truth(comparison.holds(a.compareTo(b))));
  }

  @Override
  public boolean canonicalize(Rewriter rewriter) {
    return NarrowBehindExtension.rewrite(this, rewriter);
  }

  private static BigInteger truth(boolean value) {
    return value ? BigInteger.ONE.negate() : BigInteger.ZERO;
  }

  /** The truth value that this only asks for: is it not 0, or is it 1? */
  private @Nullable Value askedTruth(CmpIPredicate comparison) {
    if (comparison == CmpIPredicate.EQ) {
      return isTruth(lhs()) && Known.isOne(rhs()) ? lhs() : null;
    }
    if (comparison != CmpIPredicate.NE || !Known.isZero(rhs())) {
      return null;
    }
    Value source =
        switch (lhs().definingOp()) {
          case ExtSIOp extension -> extension.in();
          case ExtUIOp extension -> extension.in();
          case null, default -> lhs();
        };
    return isTruth(source) ? source : null;
  }

  private static boolean isTruth(Value value) {
    return Shapes.element(value.type()).equals(IntegerType.I1);
  }
}
