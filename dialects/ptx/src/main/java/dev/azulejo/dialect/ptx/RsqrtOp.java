// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.F32OrF64;
import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.constraint.UnitAttribute;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;

/** Gives one divided by the square root of a number, with a small error. */
@OpDef(
    name = "ptx.rsqrt",
    format = "$operand attr-dict `:` type($result)",
    sameTypes = {"operand", "result"})
@Example("%d = ptx.rsqrt %a {ftz} : f32")
public abstract sealed class RsqrtOp extends Operation implements Instruction, Pure, Verified
    permits RsqrtOpImpl {

  /** The operand. */
  @Operand(F32OrF64.class)
  public abstract Value operand();

  /** What comes out. */
  @Result(F32OrF64.class)
  public abstract OpResult result();

  /** Are numbers too small for a normal form taken as zero? */
  @Attr(UnitAttribute.class)
  public abstract boolean ftz();

  /** Makes one. */
  public static RsqrtOp create(Inserter at, Value operand) {
    return RsqrtOpImpl.at(at).operand(operand).result(operand.type()).create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "rsqrt.approx")
        .modifiers("ftz")
        .typed(result().type())
        .result(result())
        .sources(operand());
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    Modifiers.verify(this, operand().type(), diagnostics);
  }
}
