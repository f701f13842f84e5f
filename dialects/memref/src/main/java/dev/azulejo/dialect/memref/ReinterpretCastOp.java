// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref;

import dev.azulejo.dialect.memref.constraint.AnyRankedOrUnranked;
import dev.azulejo.dialect.memref.constraint.StridedMemRef;
import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.CustomAssembly;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpParser;
import dev.azulejo.ir.OpPrinter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.access.ViewLike;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.MixedIndices;
import dev.azulejo.ir.builtin.ShapedType;
import dev.azulejo.ir.builtin.Strides;
import dev.azulejo.ir.builtin.constraint.I64ArrayAttribute;
import dev.azulejo.ir.builtin.constraint.Index;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.Foldable;
import dev.azulejo.ir.trait.NamesResults;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The memory of a buffer seen with another offset, other sizes and other strides. */
@OpDef(name = "memref.reinterpret_cast", customAssembly = true)
@Example(
    "%0 = memref.reinterpret_cast %m to offset: [0], sizes: [2, 2], strides: [2, 1] :"
        + " memref<4xf32> to memref<2x2xf32>")
public abstract sealed class ReinterpretCastOp extends Operation
    implements Pure, ViewLike, SliceLike, CustomAssembly, Foldable, NamesResults, Verified
    permits ReinterpretCastOpImpl {
  private static final Set<String> SPELT =
      Set.of("static_offsets", "static_sizes", "static_strides");

  @Override
  @Operand(AnyRankedOrUnranked.class)
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

  /** The same memory. */
  @Result(StridedMemRef.class)
  public abstract OpResult result();

  /** Makes one. */
  public static ReinterpretCastOp create(
      Inserter at,
      MemRefType type,
      Value source,
      Offset offset,
      List<Offset> sizes,
      List<Offset> strides) {
    List<Offset> offsets = List.of(offset);
    return ReinterpretCastOpImpl.at(at)
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

  /** The type of the result. */
  public MemRefType type() {
    return (MemRefType) result().type();
  }

  @Override
  public Value viewSource() {
    return source();
  }

  @Override
  public void nameResults(BiConsumer<Value, String> namer) {
    namer.accept(result(), "reinterpret_cast");
  }

  static void parse(OpParser parser, OperationState state) {
    OpParser.Operand source = parser.operand();
    parser.expect("to");
    MixedIndices offsets = list(parser, "offset");
    parser.expect(",");
    MixedIndices sizes = list(parser, "sizes");
    parser.expect(",");
    MixedIndices strides = list(parser, "strides");
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

  private static MixedIndices list(OpParser parser, String word) {
    parser.expect(word);
    parser.expect(":");
    return MixedIndices.parse(parser, "[", "]");
  }

  @Override
  public void print(OpPrinter printer) {
    printer.text(" ").operand(source()).text(" to offset: [");
    MixedIndices.print(printer, mixedOffsets());
    printer.text("], sizes: [");
    MixedIndices.print(printer, mixedSizes());
    printer.text("], strides: [");
    MixedIndices.print(printer, mixedStrides());
    printer.text("]");
    printer.attributeDictionary(this, SPELT);
    printer.text(" : ").type(source().type()).text(" to ").type(result().type());
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    if (Slices.verify(this, this, 1, type().rank(), diagnostics)) {
      String problem = problem();
      if (problem != null) {
        diagnostics.report(Diagnostic.error(location(), "%s", problem));
      }
    }
  }

  private @Nullable String problem() {
    Type from = source().type();
    MemRefType to = type();
    if (!Objects.equals(Casts.memorySpace(from), to.memorySpace())) {
      return differ("memory spaces");
    }
    if (!to.elementType().equals(Casts.elementType(from))) {
      return differ("element types");
    }
    long[] sizes = staticSizes().asLongs();
    for (int i = 0; i < sizes.length; i++) {
      if (disagree(sizes[i], to.shape()[i])) {
        return instead("size", sizes[i], to.shape()[i]) + " in dim = " + i;
      }
    }
    Strides strides = Strides.of(to);
    if (strides == null) {
      return null;
    }
    long offset = staticOffsets().asLongs()[0];
    if (disagree(offset, strides.offset())) {
      return instead("offset", offset, strides.offset());
    }
    for (int i = 0; i < sizes.length; i++) {
      long stride = staticStrides().asLongs()[i];
      if (disagree(stride, strides.stride(i))) {
        return instead("stride", stride, strides.stride(i)) + " in dim = " + i;
      }
    }
    return null;
  }

  /** A type may leave open what is given, but must not say what isn't. */
  private static boolean disagree(long given, long inType) {
    return inType != ShapedType.DYNAMIC && given != inType;
  }

  private static String instead(String what, long wanted, long found) {
    return "expected result type with %s = %s instead of %s"
        .formatted(what, number(wanted), number(found));
  }

  private static String number(long value) {
    return value == ShapedType.DYNAMIC ? "dynamic" : Long.toString(value);
  }

  private String differ(String what) {
    return "different %s specified for source type '%s' and result memref type '%s'"
        .formatted(what, AsmText.ofType(source().type()), AsmText.ofType(type()));
  }

  /**
   * It looks at the memory alone, so what casts, other reinterpretations and views from the start
   * say of the buffer before does not matter.
   */
  @Override
  public FoldResult fold() {
    Value behind =
        switch (source().definingOp()) {
          case ReinterpretCastOp before -> before.source();
          case CastOp cast -> cast.source();
          case null, default -> null;
        };
    if (behind != null) {
      setOperand(0, behind);
      return FoldResult.inPlace();
    }
    boolean isStatic = offsets().isEmpty() && sizes().isEmpty() && strides().isEmpty();
    return isStatic && source().type().equals(type()) && saysAllOfItsType()
        ? FoldResult.value(source())
        : FoldResult.unchanged();
  }

  private boolean saysAllOfItsType() {
    Strides strides = Strides.of(type());
    return type().hasStaticShape()
        && strides != null
        && strides.equals(Strides.of(staticStrides().asLongs(), staticOffsets().asLongs()[0]));
  }
}
