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
import dev.azulejo.ir.builtin.constraint.Index;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.NamesResults;
import java.util.function.BiConsumer;

/** The address that a buffer's elements are counted from, as a number. */
@OpDef(
    name = "memref.extract_aligned_pointer_as_index",
    format = "$source `:` type($source) `->` type($alignedPointer) attr-dict")
@Example("%0 = memref.extract_aligned_pointer_as_index %m : memref<4xf32> -> index")
public abstract sealed class ExtractAlignedPointerAsIndexOp extends Operation
    implements Pure, NamesResults permits ExtractAlignedPointerAsIndexOpImpl {

  /** The buffer. */
  @Operand(AnyRankedOrUnranked.class)
  public abstract Value source();

  /** The address. */
  @Result(Index.class)
  public abstract OpResult alignedPointer();

  /** Makes one. */
  public static ExtractAlignedPointerAsIndexOp create(Inserter at, Value source) {
    return ExtractAlignedPointerAsIndexOpImpl.at(at)
        .operand(source)
        .result(IndexType.INSTANCE)
        .create();
  }

  @Override
  public void nameResults(BiConsumer<Value, String> namer) {
    namer.accept(alignedPointer(), "intptr");
  }
}
