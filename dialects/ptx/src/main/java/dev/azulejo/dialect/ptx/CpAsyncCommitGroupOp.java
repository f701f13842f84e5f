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

/** Closes a group: the asynchronous copies that the thread began since the last one. */
@OpDef(name = "ptx.cp.async.commit_group", format = "attr-dict")
@Example("ptx.cp.async.commit_group")
public abstract sealed class CpAsyncCommitGroupOp extends Operation
    implements Instruction, UnknownEffects permits CpAsyncCommitGroupOpImpl {

  /** Makes one. */
  public static CpAsyncCommitGroupOp create(Inserter at) {
    return CpAsyncCommitGroupOpImpl.at(at).create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "cp.async.commit_group");
  }

  @Override
  public Needs needs() {
    return Needs.of(70, 80);
  }
}
