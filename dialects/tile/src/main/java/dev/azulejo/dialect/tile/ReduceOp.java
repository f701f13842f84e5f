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
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.MixedIndices;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.UnitAttr;
import dev.azulejo.ir.builtin.constraint.I64ArrayAttribute;
import dev.azulejo.ir.builtin.constraint.I64Attribute;
import dev.azulejo.ir.builtin.constraint.Index;
import dev.azulejo.ir.builtin.constraint.UnitAttribute;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Combines the elements of a region along one dimension. The target's sizes are the source's
 * without that dimension, or with one in its place, ones in front apart. The old contents of the
 * target are combined in under {@code accumulate} and are overwritten otherwise. The order of
 * combination is not fixed, but for one layout it is the same in each run.
 */
@OpDef(name = "tile.reduce", customAssembly = true)
@Example(
    """
    tile.reduce max %x -> %m dim(1) : memref<64x32xf32, "fragment"> to \
    memref<64xf32, "fragment">\
    """)
public abstract sealed class ReduceOp extends Operation
    implements Accessing, CustomAssembly, Rebasable, Verified permits ReduceOpImpl {
  private static final Set<String> SPELT =
      Set.of(
          "kind",
          "dim",
          "accumulate",
          "sourceOffsets",
          "sourceSizes",
          "targetOffsets",
          "targetSizes");

  /** The buffer that is read. */
  @Operand(OnChipBuffer.class)
  public abstract Value source();

  /** The offsets of the source that are values. */
  @Operand(Index.class)
  public abstract List<Value> sourceIndices();

  /** The buffer that receives the combinations. */
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

  /** How two elements are combined: the word of a {@link ReduceKind}. */
  @Attr(ReduceKindAttribute.class)
  public abstract StringAttr kind();

  /** The dimension of the source that goes, from 0. */
  @Attr(I64Attribute.class)
  public abstract IntegerAttr dim();

  /** Combine with the target's old contents. */
  @Attr(UnitAttribute.class)
  public abstract boolean accumulate();

  /**
   * Makes one that overwrites its target.
   *
   * @param dim the dimension of the source that goes
   */
  public static ReduceOp create(
      Inserter at, ReduceKind kind, BufferRegion source, BufferRegion target, int dim) {
    return ReduceOpImpl.at(at)
        .operand(source.buffer())
        .operands(MixedIndices.values(source.offsets()))
        .operand(target.buffer())
        .operands(MixedIndices.values(target.offsets()))
        .attribute("sourceOffsets", MixedIndices.constants(source.offsets()))
        .attribute("sourceSizes", DenseArrayAttr.ofI64(source.sizes()))
        .attribute("targetOffsets", MixedIndices.constants(target.offsets()))
        .attribute("targetSizes", DenseArrayAttr.ofI64(target.sizes()))
        .attribute("kind", StringAttr.of(kind.word()))
        .attribute("dim", IntegerAttr.i64(dim))
        .create();
  }

  /** How two elements are combined. */
  public ReduceKind reduceKind() {
    return ReduceKind.of(kind());
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
    Location kindAt = parser.location();
    StringAttr kind = StringAttr.of(parser.keyword("the kind of reduction"));
    if (ReduceKind.find(kind).isEmpty()) {
      throw parser.error(kindAt, "expected one of %s", ReduceKindAttribute.words());
    }
    state.attribute("kind", kind);
    RegionOperand source = RegionOperand.parse(parser);
    parser.expect("->");
    RegionOperand target = RegionOperand.parse(parser);
    parser.expect("dim");
    parser.expect("(");
    state.attribute("dim", IntegerAttr.i64(parser.integer()));
    parser.expect(")");
    if (parser.accept("accumulate")) {
      state.attribute("accumulate", UnitAttr.INSTANCE);
    }
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
    printer.text(" ").text(kind().value());
    RegionOperand.print(printer.text(" "), sourceRegion(), true);
    RegionOperand.print(printer.text(" -> "), targetRegion(), true);
    printer.text(" dim(").number(dim().longValue()).text(accumulate() ? ") accumulate" : ")");
    printer.attributeDictionary(this, SPELT);
    printer.text(" : ").type(source().type()).text(" to ").type(target().type());
  }

  @Override
  public void accesses(Consumer<Access> sink) {
    sink.accept(BufferAccess.read(sourceRegion()));
    if (accumulate()) {
      sink.accept(BufferAccess.read(targetRegion()));
    }
    sink.accept(BufferAccess.write(targetRegion()));
  }

  @Override
  public void rebase(Value buffer, Value versioned, Offset slot) {
    if (source() == buffer) {
      RegionOperand.rebase(this, 0, "sourceOffsets", "sourceSizes", versioned, slot);
      setAttribute("dim", IntegerAttr.i64(dim().longValue() + 1));
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
    if (reduceKind().isBitwise() && !isInteger(source().type())) {
      diagnostics.report(error("combines bits; its elements must be integers"));
      return;
    }
    List<Long> from = sourceRegion().sizes();
    List<Long> to = targetRegion().sizes();
    long along = dim().longValue();
    if (along < 0 || along >= from.size()) {
      diagnostics.report(error("has no dimension %d to reduce", along));
      return;
    }
    List<Long> without = new ArrayList<>(from);
    without.remove((int) along);
    List<Long> kept = new ArrayList<>(from);
    kept.set((int) along, 1L);
    List<Long> bare = RegionOperand.withoutLeadingOnes(to);
    if (!bare.equals(RegionOperand.withoutLeadingOnes(without))
        && !bare.equals(RegionOperand.withoutLeadingOnes(kept))) {
      diagnostics.report(
          error(
              "reduces sizes %s to %s; expected %s or %s, ones in front apart",
              from, to, without, kept));
    }
  }

  private static boolean isInteger(Type buffer) {
    return buffer instanceof MemRefType memref && memref.elementType() instanceof IntegerType;
  }
}
