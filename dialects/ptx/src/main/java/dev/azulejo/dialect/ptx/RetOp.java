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
import dev.azulejo.ir.trait.Terminator;

/** Ends the kernel for the thread. */
@OpDef(name = "ptx.ret", format = "attr-dict", parents = "ptx.kernel")
@Example(
    """
    ptx.kernel @k() {
      ptx.ret
    }\
    """)
public abstract sealed class RetOp extends Operation
    implements Instruction, Terminator, UnknownEffects permits RetOpImpl {

  /** Makes one. */
  public static RetOp create(Inserter at) {
    return RetOpImpl.at(at).create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "ret");
  }
}
