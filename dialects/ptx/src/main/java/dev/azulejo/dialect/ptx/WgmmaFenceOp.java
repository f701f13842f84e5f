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

/** Orders accesses to registers before asynchronous matrix products that use them. */
@OpDef(name = "ptx.wgmma.fence", format = "attr-dict")
@Example("ptx.wgmma.fence")
public abstract sealed class WgmmaFenceOp extends Operation implements Instruction, UnknownEffects
    permits WgmmaFenceOpImpl {

  /** Makes one. */
  public static WgmmaFenceOp create(Inserter at) {
    return WgmmaFenceOpImpl.at(at).create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "wgmma.fence.sync.aligned");
  }

  @Override
  public Needs needs() {
    return Needs.specific(80, 90);
  }
}
