// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Needs;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.dialect.ptx.keyword.ClusterOrdering;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.access.UnknownEffects;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;

/** Tells the barrier of the cluster that the thread has come, and goes on. */
@OpDef(name = "ptx.barrier.cluster.arrive", format = "attr-dict")
@Example("ptx.barrier.cluster.arrive {ordering = \"relaxed\"}")
public abstract sealed class BarrierClusterArriveOp extends Operation
    implements Instruction, UnknownEffects permits BarrierClusterArriveOpImpl {

  /** Whether others see behind it what was written before. */
  @Attr(value = ClusterOrdering.class, defaultValue = "release")
  public abstract StringAttr ordering();

  /** Makes one. */
  public static BarrierClusterArriveOp create(Inserter at) {
    return BarrierClusterArriveOpImpl.at(at).create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "barrier.cluster.arrive")
        .wordIf(ordering().value().equals("relaxed"), "relaxed")
        .word("aligned");
  }

  @Override
  public Needs needs() {
    return ordering().value().equals("relaxed") ? Needs.of(80, 90) : Needs.of(78, 90);
  }
}
