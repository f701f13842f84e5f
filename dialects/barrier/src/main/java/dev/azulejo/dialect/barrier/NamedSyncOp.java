// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.barrier;

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
 * The threads of the role, or of the block, come to a barrier that has a number and wait until so
 * many threads have come to it, with this operation or with {@code barrier.named_arrive}. Then all
 * of them go on, it is fresh again, and what they wrote before they came, those see that waited.
 */
@OpDef(name = "barrier.named_sync", format = "$id `,` $threads attr-dict")
@Example("barrier.named_sync 2, 256")
public abstract sealed class NamedSyncOp extends Operation implements UnknownEffects, Verified
    permits NamedSyncOpImpl {

  /** The number of the barrier: 1 to 15, for 0 is the one of the whole block. */
  @Attr(value = I64Attribute.class, name = "id")
  public abstract IntegerAttr number();

  /** How many threads have to come. */
  @Attr(I64Attribute.class)
  public abstract IntegerAttr threads();

  /** Makes one. */
  public static NamedSyncOp create(Inserter at, long number, long threads) {
    return NamedSyncOpImpl.at(at)
        .attribute("id", IntegerAttr.i64(number))
        .attribute("threads", IntegerAttr.i64(threads))
        .create();
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    NamedBarrier.verify(this, number(), threads(), diagnostics);
  }
}
