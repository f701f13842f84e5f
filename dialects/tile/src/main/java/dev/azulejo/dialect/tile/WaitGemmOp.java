// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.tile;

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
 * Waits until at most {@code pending} of the latest asynchronous products of the role are under
 * way. What the others read may be written from here on, and what they wrote may be used, so
 * nothing that touches memory may move across it.
 */
@OpDef(name = "tile.wait_gemm", format = "$pending attr-dict")
@Example("tile.wait_gemm 1")
public abstract sealed class WaitGemmOp extends Operation implements UnknownEffects, Verified
    permits WaitGemmOpImpl {

  /** How many products may still be under way. */
  @Attr(I64Attribute.class)
  public abstract IntegerAttr pending();

  /** Makes a wait. */
  public static WaitGemmOp create(Inserter at, long pending) {
    return WaitGemmOpImpl.at(at).attribute("pending", IntegerAttr.i64(pending)).create();
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    if (pending().longValue() < 0) {
      diagnostics.report(error("can't leave %d products under way", pending().longValue()));
    }
  }
}
