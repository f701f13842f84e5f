// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref;

import dev.azulejo.dialect.memref.constraint.AnyRankedOrUnranked;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.Foldable;
import java.util.function.Consumer;

/** Gives back the memory of a buffer that {@code memref.alloc} made. */
@OpDef(name = "memref.dealloc", format = "$memref attr-dict `:` type($memref)")
@Example("memref.dealloc %m : memref<4xf32>")
public abstract sealed class DeallocOp extends Operation implements Accessing, Foldable
    permits DeallocOpImpl {

  /** The buffer. */
  @Operand(AnyRankedOrUnranked.class)
  public abstract Value memref();

  /** Makes one. */
  public static DeallocOp create(Inserter at, Value memref) {
    return DeallocOpImpl.at(at).operand(memref).create();
  }

  /** A buffer that is gone holds nothing that was in it, as if it had been written. */
  @Override
  public void accesses(Consumer<Access> sink) {
    sink.accept(Access.write(BufferRegion.whole(memref())));
  }

  @Override
  public FoldResult fold() {
    return Casts.foldIntoConsumer(this);
  }
}
