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
 * The threads of the role, or of the block, come to a barrier that has a number and go on at once:
 * {@code barrier.named_sync} counts them.
 */
@OpDef(name = "barrier.named_arrive", format = "$id `,` $threads attr-dict")
@Example("barrier.named_arrive 2, 256")
public abstract sealed class NamedArriveOp extends Operation implements UnknownEffects, Verified
    permits NamedArriveOpImpl {

  /** The number of the barrier: 1 to 15, for 0 is the one of the whole block. */
  @Attr(value = I64Attribute.class, name = "id")
  public abstract IntegerAttr number();

  /** How many threads have to come. */
  @Attr(I64Attribute.class)
  public abstract IntegerAttr threads();

  /** Makes one. */
  public static NamedArriveOp create(Inserter at, long number, long threads) {
    return NamedArriveOpImpl.at(at)
        .attribute("id", IntegerAttr.i64(number))
        .attribute("threads", IntegerAttr.i64(threads))
        .create();
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    NamedBarrier.verify(this, number(), threads(), diagnostics);
  }
}
