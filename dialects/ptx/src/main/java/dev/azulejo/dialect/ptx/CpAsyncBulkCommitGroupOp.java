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

/** Closes a group: the bulk copies to global memory that the thread began since the last one. */
@OpDef(name = "ptx.cp.async.bulk.commit_group", format = "attr-dict")
@Example("ptx.cp.async.bulk.commit_group")
public abstract sealed class CpAsyncBulkCommitGroupOp extends Operation
    implements Instruction, UnknownEffects permits CpAsyncBulkCommitGroupOpImpl {

  /** Makes one. */
  public static CpAsyncBulkCommitGroupOp create(Inserter at) {
    return CpAsyncBulkCommitGroupOpImpl.at(at).create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "cp.async.bulk.commit_group");
  }

  @Override
  public Needs needs() {
    return Needs.of(80, 90);
  }
}
