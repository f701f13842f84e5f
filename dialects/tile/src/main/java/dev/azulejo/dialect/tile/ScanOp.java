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
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Combines each element of a region with all those before it along one dimension, itself included:
 * {@code y[i] = x[0] + ... + x[i]} for {@code sum}. Under {@code reverse} it is those behind it.
 * Elements are converted to the type of the target where the types differ. The target may be the
 * source. The order of combination is not fixed, but for one layout it is the same in each run.
 */
@OpDef(name = "tile.scan", customAssembly = true)
@Example(
    """
    tile.scan sum %x -> %y dim(0) reverse : memref<64x32xf32, "shared"> to \
    memref<64x32xf32, "shared">\
    """)
public abstract sealed class ScanOp extends Operation
    implements Accessing, CustomAssembly, Rebasable, Verified permits ScanOpImpl {
  private static final Set<String> SPELT =
      Set.of(
          "kind", "dim", "reverse", "sourceOffsets", "sourceSizes", "targetOffsets", "targetSizes");

  /** The buffer that is read. */
  @Operand(OnChipBuffer.class)
  public abstract Value source();

  /** The offsets of the source that are values. */
  @Operand(Index.class)
  public abstract List<Value> sourceIndices();

  /** The buffer that receives the combinations; it may be the source. */
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

  /** How elements are combined: the word of a {@link ScanKind}. */
  @Attr(ScanKindAttribute.class)
  public abstract StringAttr kind();

  /** The dimension along which it goes, from 0. */
  @Attr(I64Attribute.class)
  public abstract IntegerAttr dim();

  /** Go from the last element to the first. */
  @Attr(UnitAttribute.class)
  public abstract boolean reverse();

  /**
   * Makes one that goes from the first element to the last.
   *
   * @param dim the dimension along which it goes
   */
  public static ScanOp create(
      Inserter at, ScanKind kind, BufferRegion source, BufferRegion target, int dim) {
    return ScanOpImpl.at(at)
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

  /** How elements are combined. */
  public ScanKind scanKind() {
    return ScanKind.of(kind());
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
    StringAttr kind = StringAttr.of(parser.keyword("the kind of scan"));
    if (ScanKind.find(kind).isEmpty()) {
      throw parser.error(kindAt, "expected one of %s", ScanKindAttribute.words());
    }
    state.attribute("kind", kind);
    RegionOperand source = RegionOperand.parse(parser);
    parser.expect("->");
    RegionOperand target = RegionOperand.parse(parser);
    parser.expect("dim");
    parser.expect("(");
    state.attribute("dim", IntegerAttr.i64(parser.integer()));
    parser.expect(")");
    if (parser.accept("reverse")) {
      state.attribute("reverse", UnitAttr.INSTANCE);
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
    printer.text(" dim(").number(dim().longValue()).text(reverse() ? ") reverse" : ")");
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
    List<Long> from = sourceRegion().sizes();
    List<Long> to = targetRegion().sizes();
    long along = dim().longValue();
    if (along < 0 || along >= from.size()) {
      diagnostics.report(error("has no dimension %d to go along", along));
    } else if (!RegionOperand.withoutLeadingOnes(from)
        .equals(RegionOperand.withoutLeadingOnes(to))) {
      diagnostics.report(
          error(
              "scans a region of %s to one of %s; without leading ones the sizes must be equal",
              from, to));
    }
  }
}
