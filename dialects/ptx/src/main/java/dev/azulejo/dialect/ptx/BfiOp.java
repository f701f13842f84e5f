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
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;

/** Puts some bits of one number into another. */
@OpDef(
    name = "ptx.bfi",
    format = "$inserted `,` $into `,` $position `,` $length attr-dict `:` type($result)",
    sameTypes = {"inserted", "into", "result"})
@Example("%d = ptx.bfi %a, %b, %p, %n : i32")
public abstract sealed class BfiOp extends Operation implements Instruction, Pure, Verified
    permits BfiOpImpl {

  /** The bits that are put in, at its lower end. */
  @Operand(WholeNumber.class)
  public abstract Value inserted();

  /** Where they are put. */
  @Operand(WholeNumber.class)
  public abstract Value into();

  /** The lowest bit that is replaced. */
  @Operand(I32.class)
  public abstract Value position();

  /** How many are replaced. */
  @Operand(I32.class)
  public abstract Value length();

  /** What comes out. */
  @Result(WholeNumber.class)
  public abstract OpResult result();

  /** Makes one. */
  public static BfiOp create(
      Inserter at, Value inserted, Value into, Value position, Value length) {
    return BfiOpImpl.at(at)
        .operand(inserted)
        .operand(into)
        .operand(position)
        .operand(length)
        .result(inserted.type())
        .create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "bfi")
        .bits(result().type())
        .result(result())
        .sources(inserted(), into(), position(), length());
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    Modifiers.verifyWide(this, result().type(), diagnostics);
  }
}
