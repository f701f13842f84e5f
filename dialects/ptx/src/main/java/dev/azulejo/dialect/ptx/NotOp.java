// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.Bits;
import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;

/** Gives the bits that the operand lacks. */
@OpDef(
    name = "ptx.not",
    format = "$operand attr-dict `:` type($result)",
    sameTypes = {"operand", "result"})
@Example("%d = ptx.not %a : i32")
public abstract sealed class NotOp extends Operation implements Instruction, Pure
    permits NotOpImpl {

  /** The operand. */
  @Operand(Bits.class)
  public abstract Value operand();

  /** What comes out. */
  @Result(Bits.class)
  public abstract OpResult result();

  /** Makes one. */
  public static NotOp create(Inserter at, Value operand) {
    return NotOpImpl.at(at).operand(operand).result(operand.type()).create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "not").bits(result().type()).result(result()).sources(operand());
  }
}
