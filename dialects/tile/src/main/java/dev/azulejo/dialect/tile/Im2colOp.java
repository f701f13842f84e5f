// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.tile;

import dev.azulejo.dialect.barrier.BarrierArray;
import dev.azulejo.dialect.barrier.Slot;
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
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.MixedIndices;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.UnitAttr;
import dev.azulejo.ir.builtin.constraint.I64ArrayAttribute;
import dev.azulejo.ir.builtin.constraint.I64Attribute;
import dev.azulejo.ir.builtin.constraint.Index;
import dev.azulejo.ir.builtin.constraint.StringAttribute;
import dev.azulejo.ir.builtin.constraint.UnitAttribute;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Copies a tile of the matrix that a convolution multiplies by its weights from the image that it
 * stands for: of X in (N, H, W, C), row {@code (n * OH + oh) * OW + ow} and column {@code (kh *
 * kernel + kw) * C + c} are {@code X[n, oh * stride - padding + kh * dilation, ow * stride -
 * padding + kw * dilation, c]}, and zero outside of the image; {@code OH = (H + 2 * padding -
 * dilation * (kernel - 1) - 1) / stride + 1}, and OW alike. {@code %X[%y, %k]} is the tile in row
 * {@code y} and column {@code k} of all tiles of the target's sizes.
 *
 * <p>Alone it is complete when the operation is. With a barrier the engine that moves boxes brings
 * it, as {@code tile.tma_copy} does, and all of its bytes count there. Under {@code asynchronous}
 * it joins the open group of asynchronous copies, as {@code tile.async_copy} does.
 */
@OpDef(name = "tile.im2col", customAssembly = true)
@Example(
    """
    tile.im2col %X[%y, %k] -> %As kernel(3) stride(1) dilation(1) padding(1) : \
    memref<2x8x8x32xf16> to memref<64x32xf16, "shared">\
    """)
public abstract sealed class Im2colOp extends Operation
    implements Accessing, CustomAssembly, Rebasable, Verified permits Im2colOpImpl {
  /** By the engine that moves whole boxes. */
  public static final String TMA = "tma";

  /** By threads that fetch element by element, or some elements at a time. */
  public static final String GATHER = "gather";

  private static final int TARGET_GROUP = 3;
  private static final int ARRAY_GROUP = 5;
  private static final int RANK_OF_IMAGES = 4;
  private static final Set<String> SPELT =
      Set.of("kernel", "stride", "dilation", "padding", "targetOffsets", "targetSizes");

  /** The images, as (N, H, W, C). */
  @Operand(Buffer.class)
  public abstract Value source();

  /** Which row of tiles. */
  @Operand(Index.class)
  public abstract Value row();

  /** Which column of tiles. */
  @Operand(Index.class)
  public abstract Value step();

  /** The buffer that is written. */
  @Operand(OnChipBuffer.class)
  public abstract Value target();

  /** The offsets of the target that are values. */
  @Operand(Index.class)
  public abstract List<Value> targetIndices();

  /** The barriers, where one is told of it. */
  @Operand(BarrierArray.class)
  public abstract Optional<Value> array();

  /** Which of them the bytes count on. */
  @Operand(Index.class)
  public abstract Optional<Value> index();

  /** The offsets of the target that are constants. */
  @Attr(I64ArrayAttribute.class)
  public abstract DenseArrayAttr targetOffsets();

  /** The sizes of the target. */
  @Attr(I64ArrayAttribute.class)
  public abstract DenseArrayAttr targetSizes();

  /** How many rows and columns of the image meet the weights at once. */
  @Attr(I64Attribute.class)
  public abstract IntegerAttr kernel();

  /** How far neighbours of the result lie apart in the image. */
  @Attr(I64Attribute.class)
  public abstract IntegerAttr stride();

  /** How far neighbours that meet the weights at once lie apart. */
  @Attr(I64Attribute.class)
  public abstract IntegerAttr dilation();

  /** How many zeros there are around the image. */
  @Attr(I64Attribute.class)
  public abstract IntegerAttr padding();

  /** It joins the open group of asynchronous copies. */
  @Attr(UnitAttribute.class)
  public abstract boolean asynchronous();

  /**
   * How it is to be done, {@value #TMA} or {@value #GATHER}, and in no other way; nothing where
   * passes may choose.
   */
  @Attr(StringAttribute.class)
  public abstract Optional<StringAttr> instruction();

  /** Is it to be done in a way? */
  public boolean isMadeBy(String way) {
    return instruction().map(StringAttr::value).filter(way::equals).isPresent();
  }

  /** What is written. */
  public BufferRegion targetRegion() {
    return RegionOperand.region(target(), targetIndices(), targetOffsets(), targetSizes());
  }

  /** The barrier that the bytes count on; null where there is none. */
  public @Nullable BufferRegion barrier() {
    return array().isPresent() && index().isPresent()
        ? Slot.of(array().get(), index().get())
        : null;
  }

  /** How many bytes it brings, zeros included. */
  public long bytes() {
    return RegionOperand.bytes(targetRegion());
  }

  /** Lets its bytes count on a barrier. */
  public void completeOn(Value barriers, Value slot) {
    setOperandGroup(ARRAY_GROUP, List.of(barriers));
    setOperandGroup(ARRAY_GROUP + 1, List.of(slot));
  }

  /** Lets it join the open group of asynchronous copies. */
  public void makeAsynchronous() {
    setAttribute("asynchronous", UnitAttr.INSTANCE);
  }

  /** Says how it is done. */
  public void setInstruction(String way) {
    setAttribute("instruction", StringAttr.of(way));
  }

  static void parse(OpParser parser, OperationState state) {
    OpParser.Operand source = parser.operand();
    parser.expect("[");
    OpParser.Operand row = parser.operand();
    parser.expect(",");
    OpParser.Operand step = parser.operand();
    parser.expect("]");
    parser.expect("->");
    RegionOperand target = RegionOperand.parse(parser);
    for (String word : List.of("kernel", "stride", "dilation", "padding")) {
      parser.expect(word);
      parser.expect("(");
      state.attribute(word, IntegerAttr.i64(parser.integer()));
      parser.expect(")");
    }
    List<OpParser.Operand> barrier = new ArrayList<>();
    if (parser.accept("barrier")) {
      parser.expect("(");
      barrier.add(parser.operand());
      parser.expect("[");
      barrier.add(parser.operand());
      parser.expect("]");
      parser.expect(")");
    }
    parser.attributeDictionary(state);
    parser.expect(":");
    Type sourceType = parser.type();
    parser.expect("to");
    Type targetType = parser.type();
    long[] sizes = target.sizes(targetType);
    if (sizes == null) {
      throw parser.error(target.location(), "needs the region's sizes: [offsets][sizes]");
    }
    state.operand(parser.resolve(source, sourceType));
    state.operand(parser.resolve(row, IndexType.INSTANCE));
    state.operand(parser.resolve(step, IndexType.INSTANCE));
    state.attribute("targetOffsets", target.resolve(parser, state, targetType));
    state.attribute("targetSizes", DenseArrayAttr.ofI64(sizes));
    if (barrier.isEmpty()) {
      state.operands(List.of());
      state.operands(List.of());
    } else {
      parser.expect(",");
      state.operands(List.of(parser.resolve(barrier.getFirst(), parser.type())));
      state.operands(List.of(parser.resolve(barrier.getLast(), IndexType.INSTANCE)));
    }
  }

  @Override
  public void print(OpPrinter printer) {
    printer.text(" ").operand(source()).text("[").operand(row()).text(", ");
    printer.operand(step()).text("] -> ");
    RegionOperand.print(printer, targetRegion(), true);
    printer.text(" kernel(").number(kernel().longValue());
    printer.text(") stride(").number(stride().longValue());
    printer.text(") dilation(").number(dilation().longValue());
    printer.text(") padding(").number(padding().longValue()).text(")");
    if (array().isPresent() && index().isPresent()) {
      printer.text(" barrier(").operand(array().get()).text("[");
      printer.operand(index().get()).text("])");
    }
    printer.attributeDictionary(this, SPELT);
    printer.text(" : ").type(source().type()).text(" to ").type(target().type());
    array().ifPresent(barriers -> printer.text(", ").type(barriers.type()));
  }

  @Override
  public void accesses(Consumer<Access> sink) {
    Access read = Access.read(BufferRegion.whole(source()));
    Access write = Access.write(targetRegion());
    BufferRegion barrier = barrier();
    if (barrier != null) {
      sink.accept(read.by(Access.Proxy.ASYNC).completingOn(barrier));
      sink.accept(write.by(Access.Proxy.ASYNC).completingOn(barrier));
      sink.accept(Access.write(barrier));
    } else if (asynchronous()) {
      sink.accept(read.completing(Access.Completion.ASYNC_GROUP));
      sink.accept(write.completing(Access.Completion.ASYNC_GROUP));
      sink.accept(Access.write(AsyncCopyOp.QUEUE));
    } else {
      sink.accept(read);
      sink.accept(write);
    }
  }

  @Override
  public void rebase(Value buffer, Value versioned, Offset slot) {
    if (target() == buffer) {
      RegionOperand.rebase(this, TARGET_GROUP, "targetOffsets", "targetSizes", versioned, slot);
    }
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    if (!AsyncCopyOp.isPossible(source().type(), target().type())) {
      diagnostics.report(
          error("copies from global to shared memory, between equal element types, and no other"));
      return;
    }
    int before = diagnostics.errorCount();
    RegionOperand.verify(
        this, "the target", target(), targetIndices(), targetOffsets(), targetSizes(), diagnostics);
    if (diagnostics.errorCount() > before) {
      return;
    }
    List<Long> sizes = targetRegion().sizes();
    boolean isMatrix =
        sizes.size() >= 2 && sizes.subList(0, sizes.size() - 2).stream().allMatch(s -> s == 1);
    if (!(source().type() instanceof MemRefType images) || images.rank() != RANK_OF_IMAGES) {
      diagnostics.report(error("reads images of four dimensions: number, row, column, channel"));
    } else if (!isMatrix) {
      diagnostics.report(
          error("writes a matrix: only the last two sizes of the target may differ from 1"));
    } else if (kernel().longValue() < 1
        || stride().longValue() < 1
        || dilation().longValue() < 1
        || padding().longValue() < 0) {
      diagnostics.report(
          error("needs a kernel, stride and dilation of one at least, and no negative padding"));
    } else {
      verifyResult(images, diagnostics);
      verifyCompletion(diagnostics);
    }
  }

  private void verifyResult(MemRefType images, Diagnostics diagnostics) {
    for (int dimension = 1; dimension <= 2; dimension++) {
      long size = images.shape()[dimension];
      if (size != MemRefType.DYNAMIC && resultSize(size) < 1) {
        diagnostics.report(
            error(
                "has a kernel that reaches over %d elements, more than the %d of dimension %d with"
                    + " its padding",
                reach(), size + 2 * padding().longValue(), dimension));
        return;
      }
    }
  }

  private long reach() {
    return dilation().longValue() * (kernel().longValue() - 1) + 1;
  }

  /** How many rows or columns the result has, of images with so many. */
  public long resultSize(long size) {
    return Math.floorDiv(size + 2 * padding().longValue() - reach(), stride().longValue()) + 1;
  }

  private void verifyCompletion(Diagnostics diagnostics) {
    if (array().isPresent() != index().isPresent()) {
      diagnostics.report(error("names barriers and one of them, or neither"));
    } else if (array().isPresent() && (asynchronous() || isMadeBy(GATHER))) {
      diagnostics.report(
          error("counts its bytes on a barrier, so it is brought by \"%s\" alone", TMA));
    } else if (asynchronous() && isMadeBy(TMA)) {
      diagnostics.report(
          error("is brought by \"%s\", which completes on a barrier and in no group", TMA));
    } else if (instruction().isPresent() && !isMadeBy(TMA) && !isMadeBy(GATHER)) {
      diagnostics.report(
          error(
              "is made by \"%s\"; \"%s\" and \"%s\" are known",
              instruction().get().value(), TMA, GATHER));
    } else if (array().isPresent() && bytes() > Slot.MAX_COUNT) {
      diagnostics.report(
          error("brings %d bytes; a barrier counts up to %d", bytes(), Slot.MAX_COUNT));
    }
  }

  /** Makes one that is complete when the operation is. */
  public static Im2colOp create(
      Inserter at, Value source, Value row, Value step, BufferRegion target, Window window) {
    return Im2colOpImpl.at(at)
        .operand(source)
        .operand(row)
        .operand(step)
        .operand(target.buffer())
        .operands(MixedIndices.values(target.offsets()))
        .operands(List.of())
        .operands(List.of())
        .attribute("targetOffsets", MixedIndices.constants(target.offsets()))
        .attribute("targetSizes", DenseArrayAttr.ofI64(target.sizes()))
        .attribute("kernel", IntegerAttr.i64(window.kernel()))
        .attribute("stride", IntegerAttr.i64(window.stride()))
        .attribute("dilation", IntegerAttr.i64(window.dilation()))
        .attribute("padding", IntegerAttr.i64(window.padding()))
        .create();
  }

  /**
   * What of an image meets the weights.
   *
   * @param kernel how many rows and columns at once
   * @param stride how far neighbours of the result lie apart
   * @param dilation how far neighbours lie apart that meet the weights at once
   * @param padding how many zeros there are around the image
   */
  public record Window(long kernel, long stride, long dilation, long padding) {}
}
