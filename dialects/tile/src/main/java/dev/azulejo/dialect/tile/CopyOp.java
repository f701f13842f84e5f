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
import dev.azulejo.ir.builtin.MixedIndices;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.constraint.I64ArrayAttribute;
import dev.azulejo.ir.builtin.constraint.Index;
import dev.azulejo.ir.builtin.constraint.StringAttribute;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Copies a region of one buffer to a region of another, converting the elements where their types
 * differ (floating point rounds to nearest, ties to even; integers wrap). Elements of a global
 * source that lie outside of it read as zero; elements of a global target outside of it are not
 * written. The copy is complete when the operation is.
 */
@OpDef(name = "tile.copy", customAssembly = true)
@Example("tile.copy %A[%m, %k] -> %As : memref<256x128xf16> to memref<128x32xf16, \"shared\">")
public abstract sealed class CopyOp extends Operation
    implements Accessing, Copying, CustomAssembly, Rebasable, Verified permits CopyOpImpl {
  /** By loads and stores. */
  public static final String SYNC = "sync";

  /** By copies that threads need not wait for at once. */
  public static final String CP_ASYNC = "cp_async";

  /** By the engine that moves whole boxes. */
  public static final String TMA = "tma";

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

  /**
   * How it is to be done, {@value #SYNC}, {@value #CP_ASYNC} or {@value #TMA}, and in no other way;
   * nothing where passes may choose.
   */
  @Attr(StringAttribute.class)
  public abstract Optional<StringAttr> prefer();

  /** Is it to be done in a way? */
  public boolean prefers(String way) {
    return prefer().map(StringAttr::value).filter(way::equals).isPresent();
  }

  /** Makes a copy between two regions whose offsets and sizes are written out. */
  public static CopyOp create(Inserter at, BufferRegion source, BufferRegion target) {
    return CopyOpImpl.at(at)
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
    sink.accept(BufferAccess.read(sourceRegion()));
    sink.accept(BufferAccess.write(targetRegion()));
  }

  @Override
  public void rebase(Value buffer, Value versioned, Offset slot) {
    Copying.rebase(this, buffer, versioned, slot);
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    verifyCopy(this, diagnostics);
    if (prefer().isPresent() && !prefers(SYNC) && !prefers(CP_ASYNC) && !prefers(TMA)) {
      diagnostics.report(
          error(
              "prefers \"%s\"; \"%s\", \"%s\" and \"%s\" are known",
              prefer().get().value(), SYNC, CP_ASYNC, TMA));
    }
  }
}
