// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref;

import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.UnknownEffects;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.constraint.AnyMemRef;
import dev.azulejo.ir.builtin.constraint.Index;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.Foldable;
import java.util.List;

/** Waits until the copy with a tag is over. */
@OpDef(
    name = "memref.dma_wait",
    format = "$tagMemRef `[` $tagIndices `]` `,` $numElements attr-dict `:` type($tagMemRef)")
@Example("memref.dma_wait %tag[%i], %n : memref<1xi32>")
public abstract sealed class DmaWaitOp extends Operation
    implements UnknownEffects, Foldable, Verified permits DmaWaitOpImpl {

  /** The buffer of the tag. */
  @Operand(AnyMemRef.class)
  public abstract Value tagMemRef();

  /** Which element of it. */
  @Operand(Index.class)
  public abstract List<Value> tagIndices();

  /** How many elements were copied. */
  @Operand(Index.class)
  public abstract Value numElements();

  /** Makes one. */
  public static DmaWaitOp create(
      Inserter at, Value tag, List<? extends Value> tagIndices, Value numElements) {
    return DmaWaitOpImpl.at(at).operand(tag).operands(tagIndices).operand(numElements).create();
  }

  @Override
  public FoldResult fold() {
    return Casts.foldIntoConsumer(this);
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    int rank = ((MemRefType) tagMemRef().type()).rank();
    if (tagIndices().size() != rank) {
      diagnostics.report(
          error(
              "expected tagIndices to have the same number of elements as the tagMemRef rank,"
                  + " expected %d, but got %d",
              rank, tagIndices().size()));
    }
  }
}
