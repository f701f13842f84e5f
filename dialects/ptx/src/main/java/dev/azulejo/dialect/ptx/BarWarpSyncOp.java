// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.I32;
import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.UnknownEffects;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;

/** Lanes of a warp wait for each other. */
@OpDef(name = "ptx.bar.warp.sync", format = "$mask attr-dict")
@Example("ptx.bar.warp.sync %m")
public abstract sealed class BarWarpSyncOp extends Operation implements Instruction, UnknownEffects
    permits BarWarpSyncOpImpl {

  /** The lanes that take part, one bit each. */
  @Operand(I32.class)
  public abstract Value mask();

  /** Makes one. */
  public static BarWarpSyncOp create(Inserter at, Value mask) {
    return BarWarpSyncOpImpl.at(at).operand(mask).create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "bar.warp.sync").sources(mask());
  }
}
