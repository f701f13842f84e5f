// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

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

/** Gives the bits in the opposite order. */
@OpDef(
    name = "ptx.brev",
    format = "$operand attr-dict `:` type($result)",
    sameTypes = {"operand", "result"})
@Example("%d = ptx.brev %a : i32")
public abstract sealed class BrevOp extends Operation implements Instruction, Pure, Verified
    permits BrevOpImpl {

  /** The operand. */
  @Operand(WholeNumber.class)
  public abstract Value operand();

  /** What comes out. */
  @Result(WholeNumber.class)
  public abstract OpResult result();

  /** Makes one. */
  public static BrevOp create(Inserter at, Value operand) {
    return BrevOpImpl.at(at).operand(operand).result(operand.type()).create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "brev").bits(result().type()).result(result()).sources(operand());
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    Modifiers.verifyWide(this, result().type(), diagnostics);
  }
}
