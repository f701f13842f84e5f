// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.AnyNumber;
import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Needs;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.dialect.ptx.keyword.Comparison;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.constraint.I1;
import dev.azulejo.ir.builtin.constraint.UnitAttribute;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import java.util.List;

/** Compares two numbers. */
@OpDef(
    name = "ptx.setp",
    format = "$comparison $lhs `,` $rhs attr-dict `:` type($lhs)",
    sameTypes = {"lhs", "rhs"})
@Example("%p = ptx.setp lt %a, %b {unsigned} : i32")
public abstract sealed class SetpOp extends Operation implements Instruction, Pure, Verified
    permits SetpOpImpl {

  /** The left operand. */
  @Operand(AnyNumber.class)
  public abstract Value lhs();

  /** The right operand. */
  @Operand(AnyNumber.class)
  public abstract Value rhs();

  /** Whether it is so. */
  @Result(I1.class)
  public abstract OpResult result();

  /** How they are compared. */
  @Attr(Comparison.class)
  public abstract StringAttr comparison();

  /** Are numbers too small for a normal form taken as zero? */
  @Attr(UnitAttribute.class)
  public abstract boolean ftz();

  /** Do whole numbers count from 0? */
  @Attr(UnitAttribute.class)
  public abstract boolean unsigned();

  /** Makes one. */
  public static SetpOp create(Inserter at, Value lhs, Value rhs, String comparison) {
    return SetpOpImpl.at(at)
        .operand(lhs)
        .operand(rhs)
        .result(IntegerType.I1)
        .attribute("comparison", StringAttr.of(comparison))
        .create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "setp")
        .modifiers("comparison", "ftz")
        .typed(lhs().type())
        .result(result())
        .sources(lhs(), rhs());
  }

  @Override
  public Needs needs() {
    return Halves.arithmetic(this, lhs().type());
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    Modifiers.verify(this, lhs().type(), diagnostics);
    if (lhs().type() instanceof IntegerType && ORDERED_OR_NOT.contains(comparison().value())) {
      diagnostics.report(
          error("compares whole numbers by '%s', which asks for NaN", comparison().value()));
    }
  }

  private static final List<String> ORDERED_OR_NOT =
      List.of("equ", "neu", "ltu", "leu", "gtu", "geu", "num", "nan");
}
