// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.I64;
import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Needs;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.UnknownEffects;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;

/** Fetches a tensor map into the cache of such; nothing waits for it. */
@OpDef(name = "ptx.prefetch.tensormap", format = "$map attr-dict")
@Example("ptx.prefetch.tensormap %map")
public abstract sealed class PrefetchTensormapOp extends Operation
    implements Instruction, UnknownEffects permits PrefetchTensormapOpImpl {

  /** The generic address of the tensor map. */
  @Operand(I64.class)
  public abstract Value map();

  /** Makes one. */
  public static PrefetchTensormapOp create(Inserter at, Value map) {
    return PrefetchTensormapOpImpl.at(at).operand(map).create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "prefetch.tensormap").address(map(), 0);
  }

  @Override
  public Needs needs() {
    return Needs.of(80, 90);
  }
}
