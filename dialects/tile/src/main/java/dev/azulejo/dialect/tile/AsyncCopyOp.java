// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.tile;

import dev.azulejo.ir.CustomAssembly;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpParser;
import dev.azulejo.ir.OpPrinter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Type;
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
 * Begins to copy a region of global memory to one of shared memory, as {@code tile.copy} would. The
 * copy joins the open group of asynchronous copies and is complete when a {@code
 * pipeline.wait_group} says so; until then the target may not be touched and the source may not
 * change. The element types are equal.
 */
@OpDef(name = "tile.async_copy", customAssembly = true)
@Example(
    "tile.async_copy %A[%m, %k] -> %As : memref<256x128xf16> to memref<128x32xf16, \"shared\">")
public abstract sealed class AsyncCopyOp extends Operation
    implements Accessing, Copying, CustomAssembly, Rebasable, Verified permits AsyncCopyOpImpl {

  /** The queue of asynchronous copies that commits and waits speak of. */
  public static final Access.Resource QUEUE = Access.Resource.ASYNC_COPIES;

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

  /** May a copy from one buffer to another be asynchronous? Global to shared, equal elements. */
  public static boolean isPossible(Type source, Type target) {
    return Space.of(source) == Space.GLOBAL
        && Space.of(target) == Space.SHARED
        && source instanceof MemRefType from
        && target instanceof MemRefType to
        && from.elementType().equals(to.elementType());
  }

  /** Makes an asynchronous copy between two regions whose offsets and sizes are written out. */
  public static AsyncCopyOp create(Inserter at, BufferRegion source, BufferRegion target) {
    return AsyncCopyOpImpl.at(at)
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
    sink.accept(BufferAccess.read(sourceRegion()).completing(Access.Completion.ASYNC_GROUP));
    sink.accept(BufferAccess.write(targetRegion()).completing(Access.Completion.ASYNC_GROUP));
    sink.accept(Access.write(QUEUE));
  }

  @Override
  public void rebase(Value buffer, Value versioned, Offset slot) {
    Copying.rebase(this, buffer, versioned, slot);
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    if (!isPossible(source().type(), target().type())) {
      diagnostics.report(
          error("copies from global to shared memory, between equal element types, and no other"));
      return;
    }
    verifyCopy(this, diagnostics);
  }
}
