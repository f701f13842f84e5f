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

/** Closes a group: the asynchronous matrix products since the last one. */
@OpDef(name = "ptx.wgmma.commit_group", format = "attr-dict")
@Example("ptx.wgmma.commit_group")
public abstract sealed class WgmmaCommitGroupOp extends Operation
    implements Instruction, UnknownEffects permits WgmmaCommitGroupOpImpl {

  /** Makes one. */
  public static WgmmaCommitGroupOp create(Inserter at) {
    return WgmmaCommitGroupOpImpl.at(at).create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "wgmma.commit_group.sync.aligned");
  }

  @Override
  public Needs needs() {
    return Needs.specific(80, 90);
  }
}
