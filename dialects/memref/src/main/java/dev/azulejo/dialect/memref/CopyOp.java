// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref;

import dev.azulejo.dialect.memref.constraint.AnyRankedOrUnranked;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.rewrite.Canonicalizable;
import dev.azulejo.ir.rewrite.Rewriter;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.Foldable;
import java.util.Objects;
import java.util.function.Consumer;

/** Copies a buffer to another of the same shape; they must not overlap. */
@OpDef(
    name = "memref.copy",
    format = "$source `,` $target attr-dict `:` type($source) `to` type($target)")
@Example("memref.copy %a, %b : memref<4xf32> to memref<4xf32>")
public abstract sealed class CopyOp extends Operation
    implements Accessing, Foldable, Canonicalizable, Verified permits CopyOpImpl {

  /** What is read. */
  @Operand(AnyRankedOrUnranked.class)
  public abstract Value source();

  /** What is written. */
  @Operand(AnyRankedOrUnranked.class)
  public abstract Value target();

  /** Makes one. */
  public static CopyOp create(Inserter at, Value source, Value target) {
    return CopyOpImpl.at(at).operand(source).operand(target).create();
  }

  @Override
  public void accesses(Consumer<Access> sink) {
    sink.accept(Access.read(BufferRegion.whole(source())));
    sink.accept(Access.write(BufferRegion.whole(target())));
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    Type from = source().type();
    Type to = target().type();
    if (!Objects.equals(Casts.elementType(from), Casts.elementType(to))) {
      diagnostics.report(error("requires the same element type for all operands"));
    } else if (from instanceof MemRefType one
        && to instanceof MemRefType two
        && !Casts.haveCompatibleShapes(one, two)) {
      diagnostics.report(error("requires the same shape for all operands"));
    }
  }

  @Override
  public FoldResult fold() {
    return Casts.foldIntoConsumer(this);
  }

  /** A copy to itself, or of nothing, does nothing. */
  @Override
  public boolean canonicalize(Rewriter rewriter) {
    if (source() != target() && !isEmpty(source().type()) && !isEmpty(target().type())) {
      return false;
    }
    rewriter.erase(this);
    return true;
  }

  private static boolean isEmpty(Type type) {
    if (type instanceof MemRefType memref) {
      for (long size : memref.shape()) {
        if (size == 0) {
          return true;
        }
      }
    }
    return false;
  }
}
