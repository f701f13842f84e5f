// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref;

import dev.azulejo.dialect.memref.constraint.AnyRankedOrUnranked;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.constraint.Index;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.Foldable;

/** How many dimensions a buffer has. */
@OpDef(name = "memref.rank", format = "$memref attr-dict `:` type($memref)")
@Example("%0 = memref.rank %m : memref<*xf32>")
public abstract sealed class RankOp extends Operation implements Pure, Foldable permits RankOpImpl {

  /** The buffer. */
  @Operand(AnyRankedOrUnranked.class)
  public abstract Value memref();

  /** How many dimensions it has. */
  @Result(Index.class)
  public abstract OpResult result();

  /** Makes one. */
  public static RankOp create(Inserter at, Value memref) {
    return RankOpImpl.at(at).operand(memref).result(IndexType.INSTANCE).create();
  }

  @Override
  public FoldResult fold() {
    return memref().type() instanceof MemRefType type
        ? FoldResult.constant(IntegerAttr.index(type.rank()))
        : Casts.foldIntoConsumer(this);
  }
}
