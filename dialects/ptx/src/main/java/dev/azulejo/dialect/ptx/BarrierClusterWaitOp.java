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

/** Waits until all threads of the cluster have come to its barrier. */
@OpDef(name = "ptx.barrier.cluster.wait", format = "attr-dict")
@Example("ptx.barrier.cluster.wait")
public abstract sealed class BarrierClusterWaitOp extends Operation
    implements Instruction, UnknownEffects permits BarrierClusterWaitOpImpl {

  /** Makes one. */
  public static BarrierClusterWaitOp create(Inserter at) {
    return BarrierClusterWaitOpImpl.at(at).create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "barrier.cluster.wait.aligned");
  }

  @Override
  public Needs needs() {
    return Needs.of(78, 90);
  }
}
