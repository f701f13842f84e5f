// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.Scalar;
import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.dialect.ptx.instruction.TypeWords;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;

/** Copies a register. */
@OpDef(
    name = "ptx.mov",
    format = "$operand attr-dict `:` type($result)",
    sameTypes = {"operand", "result"})
@Example("%d = ptx.mov %a : f32")
public abstract sealed class MovOp extends Operation implements Instruction, Pure
    permits MovOpImpl {

  /** The register. */
  @Operand(Scalar.class)
  public abstract Value operand();

  /** The copy. */
  @Result(Scalar.class)
  public abstract OpResult result();

  /** Makes one. */
  public static MovOp create(Inserter at, Value operand) {
    return MovOpImpl.at(at).operand(operand).result(operand.type()).create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "mov")
        .word(TypeWords.memory(result().type()))
        .result(result())
        .sources(operand());
  }
}
