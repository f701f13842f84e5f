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
import dev.azulejo.ir.builtin.constraint.UnitAttribute;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;

/**
 * Waits until of the groups of bulk copies only the latest few are under way, or with {@code read}
 * only until they have read their sources.
 */
@OpDef(name = "ptx.cp.async.bulk.wait_group", format = "$pending attr-dict")
@Example("ptx.cp.async.bulk.wait_group 1 {read}")
public abstract sealed class CpAsyncBulkWaitGroupOp extends Operation
    implements Instruction, UnknownEffects, Verified permits CpAsyncBulkWaitGroupOpImpl {

  /** How many may still be. */
  @Attr(I32Attribute.class)
  public abstract IntegerAttr pending();

  /** Is it enough that the sources have been read? */
  @Attr(UnitAttribute.class)
  public abstract boolean read();

  /** Makes one. */
  public static CpAsyncBulkWaitGroupOp create(Inserter at, int pending) {
    return CpAsyncBulkWaitGroupOpImpl.at(at)
        .attribute("pending", IntegerAttr.i32(pending))
        .create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "cp.async.bulk.wait_group")
        .modifiers("read")
        .number(pending().longValue());
  }

  @Override
  public Needs needs() {
    return Needs.of(80, 90);
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    if (pending().longValue() < 0) {
      diagnostics.report(error("can't leave %d groups under way", pending().longValue()));
    }
  }
}
