// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.I32;
import dev.azulejo.dialect.ptx.constraint.WholeNumber;
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

/** Cuts some bits out and moves them to the lower end. */
@OpDef(
    name = "ptx.bfe",
    format = "$operand `,` $position `,` $length attr-dict `:` type($result)",
    sameTypes = {"operand", "result"})
@Example("%d = ptx.bfe %a, %p, %n {unsigned} : i32")
public abstract sealed class BfeOp extends Operation implements Instruction, Pure, Verified
    permits BfeOpImpl {

  /** The bits. */
  @Operand(WholeNumber.class)
  public abstract Value operand();

  /** The lowest bit that is kept. */
  @Operand(I32.class)
  public abstract Value position();

  /** How many are kept. */
  @Operand(I32.class)
  public abstract Value length();

  /**
   * What comes out, with copies of the highest bit that is kept above, or zeros where {@code
   * unsigned} is there.
   */
  @Result(WholeNumber.class)
  public abstract OpResult result();

  /** Do whole numbers count from 0? */
  @Attr(UnitAttribute.class)
  public abstract boolean unsigned();

  /** Makes one. */
  public static BfeOp create(Inserter at, Value operand, Value position, Value length) {
    return BfeOpImpl.at(at)
        .operand(operand)
        .operand(position)
        .operand(length)
        .result(operand.type())
        .create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "bfe")
        .typed(result().type())
        .result(result())
        .sources(operand(), position(), length());
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    Modifiers.verifyWide(this, result().type(), diagnostics);
  }
}
