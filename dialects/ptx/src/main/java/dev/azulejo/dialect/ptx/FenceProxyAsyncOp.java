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

/** Orders ordinary accesses to shared memory before later ones through the asynchronous path. */
@OpDef(name = "ptx.fence.proxy.async", format = "attr-dict")
@Example("ptx.fence.proxy.async")
public abstract sealed class FenceProxyAsyncOp extends Operation
    implements Instruction, UnknownEffects permits FenceProxyAsyncOpImpl {

  /** Makes one. */
  public static FenceProxyAsyncOp create(Inserter at) {
    return FenceProxyAsyncOpImpl.at(at).create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "fence.proxy.async.shared::cta");
  }

  @Override
  public Needs needs() {
    return Needs.of(80, 90);
  }
}
