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
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;

/** Counts the bits that are set. */
@OpDef(name = "ptx.popc", format = "$operand attr-dict `:` type($operand)")
@Example("%d = ptx.popc %a : i64")
public abstract sealed class PopcOp extends Operation implements Instruction, Pure, Verified
    permits PopcOpImpl {

  /** The bits. */
  @Operand(WholeNumber.class)
  public abstract Value operand();

  /** How many. */
  @Result(I32.class)
  public abstract OpResult result();

  /** Makes one. */
  public static PopcOp create(Inserter at, Value operand) {
    return PopcOpImpl.at(at).operand(operand).result(IntegerType.I32).create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "popc").bits(operand().type()).result(result()).sources(operand());
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    Modifiers.verifyWide(this, operand().type(), diagnostics);
  }
}
