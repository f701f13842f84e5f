// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref;

import dev.azulejo.dialect.memref.constraint.AnyRankedOrUnranked;
import dev.azulejo.dialect.memref.constraint.MemRefOfSizes;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.access.ViewLike;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.NamesResults;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A dense buffer seen in a shape that stands in memory. */
@OpDef(
    name = "memref.reshape",
    format = "$source `(` $shape `)` attr-dict `:` functional-type(operands, results)")
@Example("%0 = memref.reshape %m(%s) : (memref<4x4xf32>, memref<1xindex>) -> memref<16xf32>")
public abstract sealed class ReshapeOp extends Operation
    implements Accessing, ViewLike, NamesResults, Verified permits ReshapeOpImpl {

  /** The buffer. */
  @Operand(AnyRankedOrUnranked.class)
  public abstract Value source();

  /** The sizes of the result. */
  @Operand(MemRefOfSizes.class)
  public abstract Value shape();

  /** The same memory. */
  @Result(AnyRankedOrUnranked.class)
  public abstract OpResult result();

  /** Makes one. */
  public static ReshapeOp create(Inserter at, Type type, Value source, Value shape) {
    return ReshapeOpImpl.at(at).operand(source).operand(shape).result(type).create();
  }

  @Override
  public Value viewSource() {
    return source();
  }

  @Override
  public void accesses(Consumer<Access> sink) {
    sink.accept(Access.read(BufferRegion.whole(shape())));
  }

  @Override
  public void nameResults(BiConsumer<Value, String> namer) {
    namer.accept(result(), "reshape");
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    Type from = source().type();
    Type to = result().type();
    long length = ((MemRefType) shape().type()).shape()[0];
    if (!Objects.equals(Casts.elementType(from), Casts.elementType(to))) {
      diagnostics.report(
          error("element types of source and destination memref types should be the same"));
    } else if (from instanceof MemRefType memref && memref.layout() != null) {
      diagnostics.report(error("source memref type should have identity affine map"));
    } else if (to instanceof MemRefType memref) {
      if (memref.layout() != null) {
        diagnostics.report(error("result memref type should have identity affine map"));
      } else if (length == MemRefType.DYNAMIC) {
        diagnostics.report(
            error(
                "cannot use shape operand with dynamic length to reshape to statically-ranked"
                    + " memref type"));
      } else if (length != memref.rank()) {
        diagnostics.report(error("length of shape operand differs from the result's memref rank"));
      }
    }
  }
}
