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
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.spec.TypeRule;

/** Compares two integers. */
@OpDef(
    name = "arith.cmpi",
    format = "$predicate `,` $lhs `,` $rhs attr-dict `:` type($lhs)",
    sameTypes = {"lhs", "rhs"})
@TypeRule(target = "result", from = "lhs", rule = BoolLikeOf.class)
@Example("%r = arith.cmpi slt, %a, %b : i32")
public abstract sealed class CmpIOp extends Operation implements Pure permits CmpIOpImpl {

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
}
