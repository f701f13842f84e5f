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
import dev.azulejo.ir.builtin.MixedIndices;
import dev.azulejo.ir.builtin.constraint.I64ArrayAttribute;
import dev.azulejo.ir.builtin.constraint.Index;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Writes a region with its last two dimensions exchanged: {@code B[j, i] = A[i, j]}. Elements are
 * converted as {@code tile.copy} converts them where the types differ. Source and target may not
 * overlap.
 */
@OpDef(name = "tile.transpose", customAssembly = true)
@Example(
    """
    tile.transpose %A -> %B : memref<64x32xf16, "shared"> to memref<32x64xf16, "shared">\
    """)
public abstract sealed class TransposeOp extends Operation
    implements Accessing, CustomAssembly, Rebasable, Verified permits TransposeOpImpl {
  private static final Set<String> SPELT =
      Set.of("sourceOffsets", "sourceSizes", "targetOffsets", "targetSizes");

  /** The buffer that is read. */
  @Operand(OnChipBuffer.class)
  public abstract Value source();

  /** The offsets of the source that are values. */
  @Operand(Index.class)
  public abstract List<Value> sourceIndices();

  /** The buffer that is written. */
  @Operand(OnChipBuffer.class)
  public abstract Value target();

  /** The offsets of the target that are values. */
  @Operand(Index.class)
  public abstract List<Value> targetIndices();

  /** The offsets of the source that are constants. */
  @Attr(I64ArrayAttribute.class)
  public abstract DenseArrayAttr sourceOffsets();

  /** The sizes of the source. */
  @Attr(I64ArrayAttribute.class)
  public abstract DenseArrayAttr sourceSizes();

  /** The offsets of the target that are constants. */
  @Attr(I64ArrayAttribute.class)
  public abstract DenseArrayAttr targetOffsets();

  /** The sizes of the target. */
  @Attr(I64ArrayAttribute.class)
  public abstract DenseArrayAttr targetSizes();

  /** Makes one between two regions. */
  public static TransposeOp create(Inserter at, BufferRegion source, BufferRegion target) {
    return TransposeOpImpl.at(at)
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

  /** What is read. */
  public BufferRegion sourceRegion() {
    return RegionOperand.region(source(), sourceIndices(), sourceOffsets(), sourceSizes());
  }

  /** What is written. */
  public BufferRegion targetRegion() {
    return RegionOperand.region(target(), targetIndices(), targetOffsets(), targetSizes());
  }

  static void parse(OpParser parser, OperationState state) {
    RegionOperand source = RegionOperand.parse(parser);
    parser.expect("->");
    RegionOperand target = RegionOperand.parse(parser);
    parser.attributeDictionary(state);
    parser.expect(":");
    Type sourceType = parser.type();
    parser.expect("to");
    Type targetType = parser.type();
    state.attribute("sourceSizes", sizes(parser, source, sourceType));
    state.attribute("targetSizes", sizes(parser, target, targetType));
    state.attribute("sourceOffsets", source.resolve(parser, state, sourceType));
    state.attribute("targetOffsets", target.resolve(parser, state, targetType));
  }

  private static DenseArrayAttr sizes(OpParser parser, RegionOperand region, Type type) {
    long[] sizes = region.sizes(type);
    if (sizes == null) {
      throw parser.error(region.location(), "needs the region's sizes: [offsets][sizes]");
    }
    return DenseArrayAttr.ofI64(sizes);
  }

  @Override
  public void print(OpPrinter printer) {
    RegionOperand.print(printer.text(" "), sourceRegion(), true);
    RegionOperand.print(printer.text(" -> "), targetRegion(), true);
    printer.attributeDictionary(this, SPELT);
    printer.text(" : ").type(source().type()).text(" to ").type(target().type());
  }

  @Override
  public void accesses(Consumer<Access> sink) {
    sink.accept(BufferAccess.read(sourceRegion()));
    sink.accept(BufferAccess.write(targetRegion()));
  }

  @Override
  public void rebase(Value buffer, Value versioned, Offset slot) {
    if (source() == buffer) {
      RegionOperand.rebase(this, 0, "sourceOffsets", "sourceSizes", versioned, slot);
    }
    if (target() == buffer) {
      RegionOperand.rebase(this, 2, "targetOffsets", "targetSizes", versioned, slot);
    }
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    int before = diagnostics.errorCount();
    RegionOperand.verify(
        this, "the source", source(), sourceIndices(), sourceOffsets(), sourceSizes(), diagnostics);
    RegionOperand.verify(
        this, "the target", target(), targetIndices(), targetOffsets(), targetSizes(), diagnostics);
    if (diagnostics.errorCount() > before) {
      return;
    }
    List<Long> from = sourceRegion().sizes();
    List<Long> to = targetRegion().sizes();
    if (from.size() < 2 || to.size() < 2) {
      diagnostics.report(error("exchanges two dimensions; both buffers need them"));
      return;
    }
    List<Long> exchanged = new ArrayList<>(from);
    Collections.swap(exchanged, from.size() - 1, from.size() - 2);
    if (!isOneMatrix(from) || !isOneMatrix(to) || !tail(exchanged).equals(tail(to))) {
      diagnostics.report(
          error(
              "transposes a region of %s to one of %s; expected %s, ones in front apart",
              from, to, exchanged));
    }
  }

  private static boolean isOneMatrix(List<Long> sizes) {
    return sizes.subList(0, sizes.size() - 2).stream().allMatch(size -> size == 1);
  }

  private static List<Long> tail(List<Long> sizes) {
    return sizes.subList(sizes.size() - 2, sizes.size());
  }
}
