// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.tile;

import dev.azulejo.dialect.barrier.BarrierArray;
import dev.azulejo.dialect.barrier.Multicast;
import dev.azulejo.dialect.barrier.Slot;
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
import dev.azulejo.ir.builtin.IndexType;
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
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Begins to copy a box of global memory to shared memory, by the engine that moves whole boxes and
 * once for the role. Elements of the source that lie outside of it arrive as zero. The copy is over
 * when the phase of the barrier is, on which its bytes count: all of the box, those outside
 * included. Until then the target may not be touched and the source may not change. The element
 * types are equal.
 *
 * <p>With {@code multicast}, all blocks of the cluster along these dimensions execute it, with one
 * source. Each of them fetches its part of the box for all of them, and the barrier of each
 * receives the bytes of the whole box.
 */
@OpDef(name = "tile.tma_copy", customAssembly = true)
@Example(
    """
    tile.tma_copy %A[%m, %k] -> %As[%s, 0, 0][1, 128, 64] barrier(%full[%s]) : \
    memref<256x128xf16> to memref<4x128x64xf16, "shared">, !barrier.array<4>\
    """)
public abstract sealed class TmaCopyOp extends Operation
    implements Accessing, Copying, CustomAssembly, Rebasable, Verified permits TmaCopyOpImpl {

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

  /** The barriers. */
  @Operand(BarrierArray.class)
  public abstract Value array();

  /** Which of them the bytes count on. */
  @Operand(Index.class)
  public abstract Value index();

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

  /** The dimensions of the cluster along which all blocks get the same; without it, none. */
  @Attr(I64ArrayAttribute.class)
  public abstract Optional<DenseArrayAttr> multicast();

  /** Makes a copy between two regions whose offsets and sizes are written out. */
  public static TmaCopyOp create(
      Inserter at, BufferRegion source, BufferRegion target, Value array, Value index) {
    return TmaCopyOpImpl.at(at)
        .operand(source.buffer())
        .operands(MixedIndices.values(source.offsets()))
        .operand(target.buffer())
        .operands(MixedIndices.values(target.offsets()))
        .operand(array)
        .operand(index)
        .attribute("sourceOffsets", MixedIndices.constants(source.offsets()))
        .attribute("sourceSizes", DenseArrayAttr.ofI64(source.sizes()))
        .attribute("targetOffsets", MixedIndices.constants(target.offsets()))
        .attribute("targetSizes", DenseArrayAttr.ofI64(target.sizes()))
        .create();
  }

  /** Says along which dimensions of the cluster all blocks get the same; none takes it back. */
  public void setMulticast(long... dimensions) {
    if (dimensions.length == 0) {
      removeAttribute(Multicast.ATTRIBUTE);
    } else {
      setAttribute(Multicast.ATTRIBUTE, DenseArrayAttr.ofI64(dimensions));
    }
  }

  /** The barrier that the bytes count on. */
  public BufferRegion barrier() {
    return Slot.of(array(), index());
  }

  /** How many bytes count on the barrier: those of the whole box. */
  public long bytes() {
    return RegionOperand.bytes(targetRegion());
  }

  static void parse(OpParser parser, OperationState state) {
    List<OpParser.Operand> barrier = new ArrayList<>();
    Copying.parse(
        parser,
        state,
        () -> {
          parser.expect("barrier");
          parser.expect("(");
          barrier.add(parser.operand());
          parser.expect("[");
          barrier.add(parser.operand());
          parser.expect("]");
          parser.expect(")");
        });
    parser.expect(",");
    state.operand(parser.resolve(barrier.getFirst(), parser.type()));
    state.operand(parser.resolve(barrier.getLast(), IndexType.INSTANCE));
  }

  @Override
  public void print(OpPrinter printer) {
    printCopy(
        printer,
        this,
        () -> {
          printer.text(" barrier(").operand(array()).text("[");
          printer.operand(index()).text("])");
        });
    printer.text(", ").type(array().type());
  }

  @Override
  public void accesses(Consumer<Access> sink) {
    sink.accept(Access.read(sourceRegion()).by(Access.Proxy.ASYNC).completingOn(barrier()));
    sink.accept(Access.write(targetRegion()).by(Access.Proxy.ASYNC).completingOn(barrier()));
    sink.accept(Slot.update(array(), index()));
  }

  @Override
  public void rebase(Value buffer, Value versioned, Offset slot) {
    Copying.rebase(this, buffer, versioned, slot);
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    if (!AsyncCopyOp.isPossible(source().type(), target().type())) {
      diagnostics.report(
          error("copies from global to shared memory, between equal element types, and no other"));
      return;
    }
    int before = diagnostics.errorCount();
    verifyCopy(this, diagnostics);
    if (diagnostics.errorCount() > before) {
      return;
    }
    if (bytes() > Slot.MAX_COUNT) {
      diagnostics.report(
          error("brings %d bytes; a barrier counts up to %d", bytes(), Slot.MAX_COUNT));
      return;
    }
    multicast().ifPresent(dimensions -> Multicast.verify(this, dimensions, diagnostics));
  }
}
