// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.tile;

import dev.azulejo.ir.CustomAssembly;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpParser;
import dev.azulejo.ir.OpPrinter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.access.Rebasable;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.MixedIndices;
import dev.azulejo.ir.builtin.constraint.I64ArrayAttribute;
import dev.azulejo.ir.builtin.constraint.Index;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import java.util.List;
import java.util.function.Consumer;

/**
 * Copies a region of shared memory to global memory by the engine that moves whole boxes, which
 * reads it on the asynchronous path: what threads wrote there needs a fence in front. Elements that
 * lie outside of the target are not written. The element types are equal. When the operation is
 * over the source has been read.
 */
@OpDef(name = "tile.bulk_store", customAssembly = true)
@Example(
    """
    tile.bulk_store %Cs -> %C[%m, %n] : memref<64x64xf16, "shared"> to memref<512x512xf16>\
    """)
public abstract sealed class BulkStoreOp extends Operation
    implements Accessing, Copying, CustomAssembly, Rebasable, Verified permits BulkStoreOpImpl {

  @Override
  @Operand(Buffer.class)
  public abstract Value source();

  @Override
  @Operand(Index.class)
  public abstract List<Value> sourceIndices();

  @Override
  @Operand(Buffer.class)
  public abstract Value target();

  @Override
  @Operand(Index.class)
  public abstract List<Value> targetIndices();

  @Override
  @Attr(I64ArrayAttribute.class)
  public abstract DenseArrayAttr sourceOffsets();

  @Override
  @Attr(I64ArrayAttribute.class)
  public abstract DenseArrayAttr sourceSizes();

  @Override
  @Attr(I64ArrayAttribute.class)
  public abstract DenseArrayAttr targetOffsets();

  @Override
  @Attr(I64ArrayAttribute.class)
  public abstract DenseArrayAttr targetSizes();

  /** Makes a store between two regions whose offsets and sizes are written out. */
  public static BulkStoreOp create(Inserter at, BufferRegion source, BufferRegion target) {
    return BulkStoreOpImpl.at(at)
        .operand(source.buffer())
        .operands(MixedIndices.values(source.offsets()))
        .operand(target.buffer())
        .operands(MixedIndices.values(target.offsets()))
        .attribute("sourceOffsets", MixedIndices.constants(source.offsets()))
        .attribute("sourceSizes", DenseArrayAttr.ofI64(source.sizes()))
        .attribute("targetOffsets", MixedIndices.constants(target.offsets()))
        .attribute("targetSizes", DenseArrayAttr.ofI64(target.sizes()))
        .create();
  }

  static void parse(OpParser parser, OperationState state) {
    Copying.parse(parser, state);
  }

  @Override
  public void print(OpPrinter printer) {
    printCopy(printer, this);
  }

  @Override
  public void accesses(Consumer<Access> sink) {
    sink.accept(Access.read(sourceRegion()).by(Access.Proxy.ASYNC));
    sink.accept(Access.write(targetRegion()).by(Access.Proxy.ASYNC));
  }

  @Override
  public void rebase(Value buffer, Value versioned, Offset slot) {
    Copying.rebase(this, buffer, versioned, slot);
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    if (Space.of(source()) != Space.SHARED || Space.of(target()) != Space.GLOBAL) {
      diagnostics.report(error("copies shared memory to global memory, and nothing else"));
      return;
    }
    if (source().type() instanceof MemRefType from
        && target().type() instanceof MemRefType to
        && !from.elementType().equals(to.elementType())) {
      diagnostics.report(error("converts no elements; both buffers must have the same"));
      return;
    }
    verifyCopy(this, diagnostics);
  }
}
