// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref;

import dev.azulejo.dialect.memref.constraint.PositiveI32;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.access.ViewLike;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.constraint.AnyMemRef;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.Foldable;
import dev.azulejo.ir.trait.NamesResults;
import java.util.function.BiConsumer;

/** The same buffer, whose address may be taken to be a multiple of a power of two. */
@OpDef(
    name = "memref.assume_alignment",
    format = "$memref `,` $alignment attr-dict `:` type($memref)",
    sameTypes = {"memref", "result"})
@Example("%0 = memref.assume_alignment %m, 16 : memref<4xf32>")
public abstract sealed class AssumeAlignmentOp extends Operation
    implements Pure, ViewLike, Foldable, NamesResults, Verified permits AssumeAlignmentOpImpl {

  /** The buffer. */
  @Operand(AnyMemRef.class)
  public abstract Value memref();

  /** What its address is a multiple of, in bytes. */
  @Attr(PositiveI32.class)
  public abstract IntegerAttr alignment();

  /** The same buffer. */
  @Result(AnyMemRef.class)
  public abstract OpResult result();

  /** Makes one. */
  public static AssumeAlignmentOp create(Inserter at, Value memref, int alignment) {
    return AssumeAlignmentOpImpl.at(at)
        .operand(memref)
        .result(memref.type())
        .attribute("alignment", IntegerAttr.i32(alignment))
        .create();
  }

  @Override
  public Value viewSource() {
    return memref();
  }

  @Override
  public void nameResults(BiConsumer<Value, String> namer) {
    namer.accept(result(), "assume_align");
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    if (Long.bitCount(alignment().longValue()) != 1) {
      diagnostics.report(error("alignment must be power of 2"));
    }
  }

  /** Saying the same of the same buffer twice says nothing new. */
  @Override
  public FoldResult fold() {
    return memref().definingOp() instanceof AssumeAlignmentOp before
            && before.alignment().equals(alignment())
        ? FoldResult.value(memref())
        : FoldResult.unchanged();
  }
}
