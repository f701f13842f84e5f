// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.AnyNumber;
import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.dialect.ptx.keyword.Rounding;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.constraint.UnitAttribute;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import java.util.Optional;

/** Divides the first number by the second. */
@OpDef(
    name = "ptx.div",
    format = "$lhs `,` $rhs attr-dict `:` type($result)",
    sameTypes = {"lhs", "rhs", "result"})
@Example("%d = ptx.div %a, %b : i32")
public abstract sealed class DivOp extends Operation implements Instruction, Pure, Verified
    permits DivOpImpl {

  /** The left operand. */
  @Operand(AnyNumber.class)
  public abstract Value lhs();

  /** The right operand. */
  @Operand(AnyNumber.class)
  public abstract Value rhs();

  /** What comes out. */
  @Result(AnyNumber.class)
  public abstract OpResult result();

  /** Is it computed fast, with a small error? */
  @Attr(UnitAttribute.class)
  public abstract boolean approx();

  /** How a result that has no exact form is rounded; to nearest even where nothing is said. */
  @Attr(Rounding.class)
  public abstract Optional<StringAttr> rounding();

  /** Are numbers too small for a normal form taken as zero? */
  @Attr(UnitAttribute.class)
  public abstract boolean ftz();

  /** Do whole numbers count from 0? */
  @Attr(UnitAttribute.class)
  public abstract boolean unsigned();

  /** Makes one. */
  public static DivOp create(Inserter at, Value lhs, Value rhs) {
    return DivOpImpl.at(at).operand(lhs).operand(rhs).result(lhs.type()).create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "div")
        .modifiers("approx")
        .wordIf(needsRounding(), "rn")
        .modifiers("rounding", "ftz")
        .typed(result().type())
        .result(result())
        .sources(lhs(), rhs());
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    Modifiers.verify(this, lhs().type(), diagnostics);
  }

  private boolean needsRounding() {
    return !Modifiers.isWhole(this, result().type()) && !approx() && rounding().isEmpty();
  }
}
