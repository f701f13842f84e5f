// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.pipeline;

import dev.azulejo.dialect.tile.AsyncCopyOp;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.UnknownEffects;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.constraint.I64Attribute;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;

/**
 * Waits until at most {@code pending} of the latest groups of asynchronous copies are not complete.
 * The targets of the others may be used from here on, so nothing that touches memory may move
 * across it.
 */
@OpDef(name = "pipeline.wait_group", format = "$pending attr-dict")
@Example("pipeline.wait_group 2")
public abstract sealed class WaitGroupOp extends Operation implements UnknownEffects, Verified
    permits WaitGroupOpImpl {

  /** How many groups may still be under way. */
  @Attr(I64Attribute.class)
  public abstract IntegerAttr pending();

  /** Makes a wait for the queue {@link AsyncCopyOp#QUEUE}. */
  public static WaitGroupOp create(Inserter at, long pending) {
    return WaitGroupOpImpl.at(at).attribute("pending", IntegerAttr.i64(pending)).create();
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    if (pending().longValue() < 0) {
      diagnostics.report(error("can't leave %d groups pending", pending().longValue()));
    }
  }
}
