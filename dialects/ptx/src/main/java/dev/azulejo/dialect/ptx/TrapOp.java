// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.access.UnknownEffects;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;

/** Stops the kernel with an error. */
@OpDef(name = "ptx.trap", format = "attr-dict")
@Example("ptx.trap")
public abstract sealed class TrapOp extends Operation implements Instruction, UnknownEffects
    permits TrapOpImpl {

  /** Makes one. */
  public static TrapOp create(Inserter at) {
    return TrapOpImpl.at(at).create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "trap");
  }
}
