// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref;

import dev.azulejo.dialect.memref.constraint.Alignment;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.constraint.AnyMemRef;
import dev.azulejo.ir.builtin.constraint.Index;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.rewrite.Canonicalizable;
import dev.azulejo.ir.rewrite.Rewriter;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.NamesResults;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Allocates a buffer, which lives until it is deallocated. Its contents are undefined. */
@OpDef(
    name = "memref.alloc",
    format = "`(` $dynamicSizes `)` (`` `[` $symbolOperands^ `]`)? attr-dict `:` type($memref)")
@Example("%alloc = memref.alloc(%n) : memref<?x4xf32>")
public abstract sealed class AllocOp extends Operation
    implements Accessing, AllocLike, Canonicalizable, NamesResults, Verified permits AllocOpImpl {

  @Override
  @Operand(Index.class)
  public abstract List<Value> dynamicSizes();

  @Override
  @Operand(Index.class)
  public abstract List<Value> symbolOperands();

  @Override
  @Result(AnyMemRef.class)
  public abstract OpResult memref();

  /** How its address is aligned, in bytes. */
  @Attr(Alignment.class)
  public abstract Optional<IntegerAttr> alignment();

  /** Makes a buffer of a static shape. */
  public static AllocOp create(Inserter at, MemRefType type) {
    return create(at, type, List.of());
  }

  /** Makes a buffer; the sizes that the type leaves open are given in order. */
  public static AllocOp create(Inserter at, MemRefType type, List<? extends Value> dynamicSizes) {
    return AllocOpImpl.at(at).operands(dynamicSizes).operands(List.of()).result(type).create();
  }

  @Override
  public void accesses(Consumer<Access> sink) {
    sink.accept(Access.allocate(memref()));
  }

  @Override
  public void nameResults(BiConsumer<Value, String> namer) {
    namer.accept(memref(), "alloc");
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    Allocations.verify(this, this, diagnostics);
  }

  @Override
  public boolean canonicalize(Rewriter rewriter) {
    return Allocations.eraseIfOnlyWritten(this, this, rewriter)
        || Allocations.makeStatic(this, this, rewriter);
  }
}
