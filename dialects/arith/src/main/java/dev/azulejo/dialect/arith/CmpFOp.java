// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.arith;

import static java.util.Objects.requireNonNull;

import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.FloatAttr;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.constraint.BoolLike;
import dev.azulejo.ir.builtin.constraint.FloatLike;
import dev.azulejo.ir.number.FloatArithmetic;
import dev.azulejo.ir.number.FloatFormat;
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
import org.jspecify.annotations.Nullable;

/** Compares two floating-point numbers. */
@OpDef(
    name = "arith.cmpf",
    format =
        "$predicate `,` $lhs `,` $rhs (`fastmath` `` $fastmath^)?" + " attr-dict `:` type($lhs)",
    sameTypes = {"lhs", "rhs"})
@TypeRule(target = "result", from = "lhs", rule = BoolLikeOf.class)
@Example("%r = arith.cmpf olt, %a, %b : f32")
public abstract sealed class CmpFOp extends Operation implements Pure, Foldable, Canonicalizable
    permits CmpFOpImpl {

  /** The left number. */
  @Operand(FloatLike.class)
  public abstract Value lhs();

  /** The right number. */
  @Operand(FloatLike.class)
  public abstract Value rhs();

  /** Does it hold? */
  @Result(BoolLike.class)
  public abstract OpResult result();

  /** The question as a number; {@link #comparison} has it in words. */
  @Attr(CmpFPredicateAttribute.class)
  public abstract IntegerAttr predicate();

  /** What may be taken for granted. */
  @Attr(value = FastMathAttribute.class, defaultValue = "none")
  public abstract FastMathAttr fastmath();

  /** The question. */
  public CmpFPredicate comparison() {
    return requireNonNull(CmpFPredicate.of(predicate()));
  }

  /** Makes one without freedoms. */
  public static CmpFOp create(Inserter at, CmpFPredicate predicate, Value lhs, Value rhs) {
    return CmpFOpImpl.at(at)
        .operand(lhs)
        .operand(rhs)
        .result(Shapes.withElement(lhs.type(), IntegerType.I1))
        .attribute("predicate", predicate.attribute())
        .create();
  }

  /** Makes one with freedoms. */
  public static CmpFOp create(
      Inserter at, CmpFPredicate predicate, Value lhs, Value rhs, FastMathAttr fastmath) {
    return CmpFOpImpl.at(at)
        .operand(lhs)
        .operand(rhs)
        .result(Shapes.withElement(lhs.type(), IntegerType.I1))
        .attribute("predicate", predicate.attribute())
        .attribute("fastmath", fastmath)
        .create();
  }

  @Override
  public FoldResult fold() {
    FloatAttr left = Constants.of(lhs()) instanceof FloatAttr real ? real : null;
    FloatAttr right = Constants.of(rhs()) instanceof FloatAttr real ? real : null;
    FloatFormat format = ConstantFold.format(lhs().type());
    boolean unordered = isNan(left) || isNan(right);
    if (unordered) {
      return FoldResult.constant(IntegerAttr.bool(comparison().holdsUnordered()));
    }
    if (left == null || right == null) {
      return FoldResult.unchanged();
    }
    int order = FloatArithmetic.compare(format, left.bits(), right.bits());
    return FoldResult.constant(IntegerAttr.bool(comparison().holds(order)));
  }

  @Override
  public boolean canonicalize(Rewriter rewriter) {
    return CompareAsIntegers.rewrite(this, rewriter);
  }

  private static boolean isNan(@Nullable FloatAttr number) {
    return number != null && number.type().format().isNan(number.bits());
  }
}
