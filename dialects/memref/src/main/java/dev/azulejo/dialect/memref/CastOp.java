// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref;

import dev.azulejo.dialect.memref.constraint.AnyRankedOrUnranked;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.access.ViewLike;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.Foldable;
import dev.azulejo.ir.trait.NamesResults;
import java.util.function.BiConsumer;

/**
 * The same buffer with a type that says more or less of it: sizes, strides and offset may be known
 * or not, and the rank too. That they agree is checked by nobody.
 */
@OpDef(name = "memref.cast", format = "$source attr-dict `:` type($source) `to` type($dest)")
@Example("%cast = memref.cast %m : memref<4xf32> to memref<?xf32>")
public abstract sealed class CastOp extends Operation
    implements Pure, ViewLike, Foldable, NamesResults, Verified permits CastOpImpl {

  /** The buffer. */
  @Operand(AnyRankedOrUnranked.class)
  public abstract Value source();

  /** The same buffer. */
  @Result(AnyRankedOrUnranked.class)
  public abstract OpResult dest();

  /** Makes one. */
  public static CastOp create(Inserter at, Type type, Value source) {
    return CastOpImpl.at(at).operand(source).result(type).create();
  }

  @Override
  public Value viewSource() {
    return source();
  }

  @Override
  public void nameResults(BiConsumer<Value, String> namer) {
    namer.accept(dest(), "cast");
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    if (!Casts.areCompatible(source().type(), dest().type())) {
      Casts.refuse(this, diagnostics);
    }
  }

  @Override
  public FoldResult fold() {
    if (source().type().equals(dest().type())) {
      return FoldResult.value(source());
    }
    return Casts.foldIntoConsumer(this);
  }
}
