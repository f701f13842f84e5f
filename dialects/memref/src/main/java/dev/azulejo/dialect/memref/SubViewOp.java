// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref;

import dev.azulejo.ir.CustomAssembly;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpParser;
import dev.azulejo.ir.OpPrinter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.access.ViewLike;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.MixedIndices;
import dev.azulejo.ir.builtin.constraint.AnyMemRef;
import dev.azulejo.ir.builtin.constraint.I64ArrayAttribute;
import dev.azulejo.ir.builtin.constraint.Index;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.rewrite.Canonicalizable;
import dev.azulejo.ir.rewrite.Rewriter;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.Foldable;
import dev.azulejo.ir.trait.NamesResults;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A part of a buffer: in each dimension {@code sizes} elements from {@code offsets} on, {@code
 * strides} apart. Dimensions of size 1 may be left out of the result.
 */
@OpDef(name = "memref.subview", customAssembly = true)
@Example(
    "%subview = memref.subview %m[0, 1] [2, %n] [1, 1] : memref<?x4xf32> to memref<2x?xf32,"
        + " strided<[4, 1], offset: 1>>")
public abstract sealed class SubViewOp extends Operation
    implements Pure,
        ViewLike,
        SliceLike,
        CustomAssembly,
        Foldable,
        Canonicalizable,
        NamesResults,
        Verified
    permits SubViewOpImpl {
  private static final Set<String> SPELT =
      Set.of("static_offsets", "static_sizes", "static_strides");

  @Override
  @Operand(AnyMemRef.class)
  public abstract Value source();

  @Override
  @Operand(Index.class)
  public abstract List<Value> offsets();

  @Override
  @Operand(Index.class)
  public abstract List<Value> sizes();

  @Override
  @Operand(Index.class)
  public abstract List<Value> strides();

  @Override
  @Attr(value = I64ArrayAttribute.class, name = "static_offsets")
  public abstract DenseArrayAttr staticOffsets();

  @Override
  @Attr(value = I64ArrayAttribute.class, name = "static_sizes")
  public abstract DenseArrayAttr staticSizes();

  @Override
  @Attr(value = I64ArrayAttribute.class, name = "static_strides")
  public abstract DenseArrayAttr staticStrides();

  /** The part. */
  @Result(AnyMemRef.class)
  public abstract OpResult result();

  /** Makes one that keeps all dimensions. */
  public static SubViewOp create(
      Inserter at, Value source, List<Offset> offsets, List<Offset> sizes, List<Offset> strides) {
    MemRefType type = SubViews.resultType((MemRefType) source.type(), offsets, sizes, strides);
    return create(at, type, source, offsets, sizes, strides);
  }

  /** Makes one of a type that may leave out dimensions. */
  public static SubViewOp create(
      Inserter at,
      MemRefType type,
      Value source,
      List<Offset> offsets,
      List<Offset> sizes,
      List<Offset> strides) {
    return SubViewOpImpl.at(at)
        .operand(source)
        .operands(MixedIndices.values(offsets))
        .operands(MixedIndices.values(sizes))
        .operands(MixedIndices.values(strides))
        .result(type)
        .attribute("static_offsets", MixedIndices.constants(offsets))
        .attribute("static_sizes", MixedIndices.constants(sizes))
        .attribute("static_strides", MixedIndices.constants(strides))
        .create();
  }

  /** The type of the buffer. */
  public MemRefType sourceType() {
    return (MemRefType) source().type();
  }

  /** The type of the part. */
  public MemRefType type() {
    return (MemRefType) result().type();
  }

  /** Which dimensions of the buffer the result leaves out. */
  public boolean[] droppedDimensions() {
    boolean[] dropped = SubViews.dropped(this);
    return dropped == null ? new boolean[sourceType().rank()] : dropped;
  }

  /** The size of a dimension of the result, or null where the result has no such dimension. */
  public @Nullable Offset sizeOf(long resultDimension) {
    boolean[] dropped = droppedDimensions();
    long left = resultDimension;
    for (int i = 0; i < dropped.length; i++) {
      if (!dropped[i] && left-- == 0) {
        return mixedSizes().get(i);
      }
    }
    return null;
  }

  @Override
  public Value viewSource() {
    return source();
  }

  @Override
  public void nameResults(BiConsumer<Value, String> namer) {
    namer.accept(result(), "subview");
  }

  static void parse(OpParser parser, OperationState state) {
    OpParser.Operand source = parser.operand();
    MixedIndices offsets = MixedIndices.parse(parser, "[", "]");
    MixedIndices sizes = MixedIndices.parse(parser, "[", "]");
    MixedIndices strides = MixedIndices.parse(parser, "[", "]");
    state.attribute("static_offsets", offsets.constants());
    state.attribute("static_sizes", sizes.constants());
    state.attribute("static_strides", strides.constants());
    parser.attributeDictionary(state);
    parser.expect(":");
    state.operand(parser.resolve(source, parser.type()));
    state.operands(offsets.resolve(parser));
    state.operands(sizes.resolve(parser));
    state.operands(strides.resolve(parser));
    parser.expect("to");
    state.result(parser.type());
  }

  @Override
  public void print(OpPrinter printer) {
    printer.text(" ").operand(source()).text("[");
    MixedIndices.print(printer, mixedOffsets());
    printer.text("] [");
    MixedIndices.print(printer, mixedSizes());
    printer.text("] [");
    MixedIndices.print(printer, mixedStrides());
    printer.text("]");
    printer.attributeDictionary(this, SPELT);
    printer.text(" : ").type(source().type()).text(" to ").type(result().type());
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    int rank = sourceType().rank();
    if (Slices.verify(this, this, rank, rank, diagnostics)) {
      String problem = SubViews.problem(this);
      if (problem != null) {
        diagnostics.report(Diagnostic.error(location(), "%s", problem));
      }
    }
  }

  @Override
  public FoldResult fold() {
    return SubViews.isTrivial(this) && sourceType().equals(type())
        ? FoldResult.value(source())
        : FoldResult.unchanged();
  }

  @Override
  public boolean canonicalize(Rewriter rewriter) {
    return SubViews.simplify(this, rewriter);
  }
}
