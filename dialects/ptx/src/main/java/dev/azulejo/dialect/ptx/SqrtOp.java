// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.F32OrF64;
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

/** Gives the square root of a number. */
@OpDef(
    name = "ptx.sqrt",
    format = "$operand attr-dict `:` type($result)",
    sameTypes = {"operand", "result"})
@Example("%d = ptx.sqrt %a {approx, ftz} : f32")
public abstract sealed class SqrtOp extends Operation implements Instruction, Pure, Verified
    permits SqrtOpImpl {

  /** The operand. */
  @Operand(F32OrF64.class)
  public abstract Value operand();

  /** What comes out. */
  @Result(F32OrF64.class)
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

  /** Makes one. */
  public static SqrtOp create(Inserter at, Value operand) {
    return SqrtOpImpl.at(at).operand(operand).result(operand.type()).create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "sqrt")
        .modifiers("approx")
        .wordIf(!approx() && rounding().isEmpty(), "rn")
        .modifiers("rounding", "ftz")
        .typed(result().type())
        .result(result())
        .sources(operand());
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    Modifiers.verify(this, operand().type(), diagnostics);
  }
}
