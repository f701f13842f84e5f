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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Copies a region of a fragment to global memory, converting the elements as {@code tile.copy}
 * does, through a buffer in shared memory, out of which the engine that moves whole boxes takes
 * them. Elements that lie outside of the target are not written.
 *
 * <p>The buffer holds some versions of a piece of the region: all of its rows, and as many columns
 * as make 128 bytes; they are used in turn. When the operation is over the fragment may be written.
 * The buffer belongs to the operation until the next one through it, which waits as far as it must,
 * or until the role ends, which waits for it too.
 */
@OpDef(name = "tile.tma_store", customAssembly = true)
@Example(
    """
    tile.tma_store %acc -> %C[%m, %n] through(%Cs) : memref<128x256xf32, "fragment"> to \
    memref<512x512xf16>, memref<2x128x64xf16, "shared">\
    """)
public abstract sealed class TmaStoreOp extends Operation
    implements Accessing, Copying, CustomAssembly, Rebasable, Verified permits TmaStoreOpImpl {

  /** How many bytes a row of the staging buffer has. */
  public static final long ROW_BYTES = 128;

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

  /** The buffer in shared memory that the elements go through: versions, rows, columns. */
  @Operand(OnChipBuffer.class)
  public abstract Value staging();

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
  public static TmaStoreOp create(
      Inserter at, BufferRegion source, BufferRegion target, Value staging) {
    return TmaStoreOpImpl.at(at)
        .operand(source.buffer())
        .operands(MixedIndices.values(source.offsets()))
        .operand(target.buffer())
        .operands(MixedIndices.values(target.offsets()))
        .operand(staging)
        .attribute("sourceOffsets", MixedIndices.constants(source.offsets()))
        .attribute("sourceSizes", DenseArrayAttr.ofI64(source.sizes()))
        .attribute("targetOffsets", MixedIndices.constants(target.offsets()))
        .attribute("targetSizes", DenseArrayAttr.ofI64(target.sizes()))
        .create();
  }

  static void parse(OpParser parser, OperationState state) {
    List<OpParser.Operand> staging = new ArrayList<>();
    Copying.parse(
        parser,
        state,
        () -> {
          parser.expect("through");
          parser.expect("(");
          staging.add(parser.operand());
          parser.expect(")");
        });
    parser.expect(",");
    state.operand(parser.resolve(staging.getFirst(), parser.type()));
  }

  @Override
  public void print(OpPrinter printer) {
    printCopy(printer, this, () -> printer.text(" through(").operand(staging()).text(")"));
    printer.text(", ").type(staging().type());
  }

  @Override
  public void accesses(Consumer<Access> sink) {
    BufferRegion pieces = RegionOperand.all(staging());
    sink.accept(BufferAccess.read(sourceRegion()));
    sink.accept(Access.write(pieces));
    sink.accept(
        Access.read(pieces).by(Access.Proxy.ASYNC).completing(Access.Completion.ASYNC_GROUP));
    sink.accept(
        Access.write(targetRegion())
            .by(Access.Proxy.ASYNC)
            .completing(Access.Completion.ASYNC_GROUP));
  }

  @Override
  public void rebase(Value buffer, Value versioned, Offset slot) {
    Copying.rebase(this, buffer, versioned, slot);
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    if (Space.of(source()) != Space.FRAGMENT || Space.of(target()) != Space.GLOBAL) {
      diagnostics.report(error("copies a fragment to global memory, and nothing else"));
      return;
    }
    int before = diagnostics.errorCount();
    verifyCopy(this, diagnostics);
    if (diagnostics.errorCount() == before) {
      verifyStaging(diagnostics);
    }
  }

  private void verifyStaging(Diagnostics diagnostics) {
    List<Long> sizes = RegionOperand.withoutLeadingOnes(sourceRegion().sizes());
    if (sizes.size() > 2) {
      diagnostics.report(error("copies matrices; this region has %d dimensions", sizes.size()));
      return;
    }
    if (!(staging().type() instanceof MemRefType pieces)
        || !(target().type() instanceof MemRefType to)
        || Space.of(pieces) != Space.SHARED
        || pieces.rank() != 3
        || !pieces.elementType().equals(to.elementType())) {
      diagnostics.report(
          error(
              "needs a buffer of versions, rows and columns in shared memory with the elements of"
                  + " the target to go through"));
      return;
    }
    long rows = sizes.size() < 2 ? 1 : sizes.getFirst();
    long columns = sizes.isEmpty() ? 1 : sizes.getLast();
    long[] shape = pieces.shape();
    long bytes = RegionOperand.bytes(shape[2], pieces);
    if (shape[1] != rows || bytes != ROW_BYTES || columns % shape[2] != 0) {
      diagnostics.report(
          error(
              "goes through pieces of %dx%d elements with rows of %d bytes; a region of %dx%d needs"
                  + " %d rows of %d bytes that divide its rows",
              shape[1], shape[2], bytes, rows, columns, rows, ROW_BYTES));
    }
  }
}
