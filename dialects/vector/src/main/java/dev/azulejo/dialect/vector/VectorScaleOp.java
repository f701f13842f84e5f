// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector;

import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.constraint.Index;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.NamesResults;
import java.util.function.BiConsumer;

/** By how much dimensions that are scaled at run time are scaled. */
@OpDef(name = "vector.vscale", format = "attr-dict")
@Example("%vscale = vector.vscale")
public abstract sealed class VectorScaleOp extends Operation implements Pure, NamesResults
    permits VectorScaleOpImpl {

  /** The factor. */
  @Result(Index.class)
  public abstract OpResult res();

  /** Makes one. */
  public static VectorScaleOp create(Inserter at) {
    return VectorScaleOpImpl.at(at).result(IndexType.INSTANCE).create();
  }

  @Override
  public void nameResults(BiConsumer<Value, String> namer) {
    namer.accept(res(), "vscale");
  }
}
