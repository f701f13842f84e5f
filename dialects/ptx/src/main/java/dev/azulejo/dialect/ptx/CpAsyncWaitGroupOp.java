// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Needs;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.UnknownEffects;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.constraint.I32Attribute;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;

/** Waits until of the groups of the thread only the latest few are under way. */
@OpDef(name = "ptx.cp.async.wait_group", format = "$pending attr-dict")
@Example("ptx.cp.async.wait_group 1")
public abstract sealed class CpAsyncWaitGroupOp extends Operation
    implements Instruction, UnknownEffects, Verified permits CpAsyncWaitGroupOpImpl {

  /** How many may still be. */
  @Attr(I32Attribute.class)
  public abstract IntegerAttr pending();

  /** Makes one. */
  public static CpAsyncWaitGroupOp create(Inserter at, int pending) {
    return CpAsyncWaitGroupOpImpl.at(at).attribute("pending", IntegerAttr.i32(pending)).create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "cp.async.wait_group").number(pending().longValue());
  }

  @Override
  public Needs needs() {
    return Needs.of(70, 80);
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    if (pending().longValue() < 0) {
      diagnostics.report(error("can't leave %d groups under way", pending().longValue()));
    }
  }
}
