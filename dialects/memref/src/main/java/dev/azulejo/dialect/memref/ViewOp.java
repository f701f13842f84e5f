// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref;

import dev.azulejo.dialect.memref.constraint.MemRefOfBytes;
import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.access.ViewLike;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.constraint.AnyMemRef;
import dev.azulejo.ir.builtin.constraint.Index;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.rewrite.Canonicalizable;
import dev.azulejo.ir.rewrite.Rewriter;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.NamesResults;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;

/** A dense buffer of any element type that begins at a byte of a buffer of bytes. */
@OpDef(
    name = "memref.view",
    format =
        "$source `` `[` $byteShift `]` `` `[` $sizes `]` attr-dict `:` type($source) `to`"
            + " type($result)")
@Example("%view = memref.view %m[%i][%n] : memref<2048xi8> to memref<?x4xf32>")
public abstract sealed class ViewOp extends Operation
    implements Pure, ViewLike, Canonicalizable, NamesResults, Verified permits ViewOpImpl {

  /** The bytes. */
  @Operand(MemRefOfBytes.class)
  public abstract Value source();

  /** The byte at which it begins. */
  @Operand(Index.class)
  public abstract Value byteShift();

  /** The sizes that the type leaves open, in order. */
  @Operand(Index.class)
  public abstract List<Value> sizes();

  /** The buffer. */
  @Result(AnyMemRef.class)
  public abstract OpResult result();

  /** Makes one. */
  public static ViewOp create(
      Inserter at, MemRefType type, Value source, Value byteShift, List<? extends Value> sizes) {
    return ViewOpImpl.at(at)
        .operand(source)
        .operand(byteShift)
        .operands(sizes)
        .result(type)
        .create();
  }

  /** The type of the buffer. */
  public MemRefType type() {
    return (MemRefType) result().type();
  }

  @Override
  public Value viewSource() {
    return source();
  }

  @Override
  public void nameResults(BiConsumer<Value, String> namer) {
    namer.accept(result(), "view");
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    MemRefType base = (MemRefType) source().type();
    int wanted = DynamicDimensions.count(type().shape());
    if (base.layout() != null) {
      diagnostics.report(
          Diagnostic.error(
              location(), "unsupported map for base memref type '%s'", AsmText.ofType(base)));
    } else if (type().layout() != null) {
      diagnostics.report(
          Diagnostic.error(
              location(), "unsupported map for result memref type '%s'", AsmText.ofType(type())));
    } else if (!Objects.equals(base.memorySpace(), type().memorySpace())) {
      diagnostics.report(
          Diagnostic.error(
              location(),
              "different memory spaces specified for base memref type '%s' and view memref type"
                  + " '%s'",
              AsmText.ofType(base),
              AsmText.ofType(type())));
    } else if (sizes().size() != wanted) {
      diagnostics.report(
          error("incorrect number of dynamic sizes, has %d, expected %d", sizes().size(), wanted));
    }
  }

  /** Sizes that are constants move into the type; a cast of the bytes is of no use. */
  @Override
  public boolean canonicalize(Rewriter rewriter) {
    if (source().definingOp() instanceof CastOp cast
        && new MemRefOfBytes().accepts(cast.source().type())
        && ((MemRefType) cast.source().type()).layout() == null) {
      rewriter.modify(this, () -> setOperand(0, cast.source()));
      return true;
    }
    DynamicDimensions.Known known = DynamicDimensions.learn(type(), sizes());
    if (known == null) {
      return false;
    }
    Inserter at = rewriter.before(this);
    ViewOp made = create(at, known.type(), source(), byteShift(), known.dynamic());
    rewriter.replace(this, CastOp.create(at, type(), made.result()));
    return true;
  }
}
