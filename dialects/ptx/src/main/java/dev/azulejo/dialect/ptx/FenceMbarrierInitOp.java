// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Needs;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.access.UnknownEffects;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;

/** Makes new barriers visible to the blocks of a cluster and to bulk copies. */
@OpDef(name = "ptx.fence.mbarrier_init", format = "attr-dict")
@Example("ptx.fence.mbarrier_init")
public abstract sealed class FenceMbarrierInitOp extends Operation
    implements Instruction, UnknownEffects permits FenceMbarrierInitOpImpl {

  /** Makes one. */
  public static FenceMbarrierInitOp create(Inserter at) {
    return FenceMbarrierInitOpImpl.at(at).create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "fence.mbarrier_init.release.cluster");
  }

  @Override
  public Needs needs() {
    return Needs.of(80, 90);
  }
}
