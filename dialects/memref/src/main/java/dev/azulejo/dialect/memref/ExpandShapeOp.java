// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref;

import dev.azulejo.dialect.memref.constraint.ReassociationAttribute;
import dev.azulejo.dialect.memref.constraint.StridedMemRef;
import dev.azulejo.ir.AsmText;
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
import dev.azulejo.ir.builtin.ArrayAttr;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.MixedIndices;
import dev.azulejo.ir.builtin.ShapedType;
import dev.azulejo.ir.builtin.constraint.I64ArrayAttribute;
import dev.azulejo.ir.builtin.constraint.Index;
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

/** A buffer of which each dimension is seen as a group of dimensions. */
@OpDef(name = "memref.expand_shape", customAssembly = true)
@Example(
    "%0 = memref.expand_shape %m [[0, 1]] output_shape [%n, 4] : memref<?xf32> into"
        + " memref<?x4xf32>")
public abstract sealed class ExpandShapeOp extends Operation
    implements Pure, ViewLike, CustomAssembly, Foldable, Canonicalizable, NamesResults, Verified
    permits ExpandShapeOpImpl {

  /** The buffer. */
  @Operand(StridedMemRef.class)
  public abstract Value src();

  /** The sizes of the result that are operands. */
  @Operand(Index.class)
  public abstract List<Value> outputShape();

  /** The dimensions of the result that belong together, a group a dimension of the buffer. */
  @Attr(value = ReassociationAttribute.class, name = "reassociation")
  public abstract ArrayAttr reassociationAttribute();

  /** All sizes of the result, with {@link ShapedType#DYNAMIC} for those that are operands. */
  @Attr(value = I64ArrayAttribute.class, name = "static_output_shape")
  public abstract DenseArrayAttr staticOutputShape();

  /** The same memory. */
  @Result(StridedMemRef.class)
  public abstract OpResult result();

  /** Makes one; the type follows from the sizes. */
  public static ExpandShapeOp create(
      Inserter at, Value src, Reassociation groups, List<Offset> outputShape) {
    MemRefType type =
        groups.expand((MemRefType) src.type(), MixedIndices.constants(outputShape).asLongs());
    if (type == null) {
      throw new IllegalArgumentException("the source is not strided");
    }
    return create(at, type, src, groups, outputShape);
  }

  private static ExpandShapeOp create(
      Inserter at, MemRefType type, Value src, Reassociation groups, List<Offset> outputShape) {
    return ExpandShapeOpImpl.at(at)
        .operand(src)
        .operands(MixedIndices.values(outputShape))
        .result(type)
        .attribute("reassociation", groups.attribute())
        .attribute("static_output_shape", MixedIndices.constants(outputShape))
        .create();
  }

  /** The dimensions of the result that belong together, a group a dimension of the buffer. */
  public Reassociation reassociation() {
    return Reassociation.of(reassociationAttribute());
  }

  /** All sizes of the result. */
  public List<Offset> mixedOutputShape() {
    return MixedIndices.offsets(staticOutputShape(), outputShape());
  }

  /** The type of the result. */
  public MemRefType type() {
    return (MemRefType) result().type();
  }

  @Override
  public Value viewSource() {
    return src();
  }

  @Override
  public void nameResults(BiConsumer<Value, String> namer) {
    namer.accept(result(), "expand_shape");
  }

  static void parse(OpParser parser, OperationState state) {
    OpParser.Operand src = parser.operand();
    state.attribute("reassociation", parser.attribute());
    parser.expect("output_shape");
    MixedIndices shape = MixedIndices.parse(parser, "[", "]");
    state.attribute("static_output_shape", shape.constants());
    parser.attributeDictionary(state);
    parser.expect(":");
    state.operand(parser.resolve(src, parser.type()));
    state.operands(shape.resolve(parser));
    parser.expect("into");
    state.result(parser.type());
  }

  @Override
  public void print(OpPrinter printer) {
    printer.text(" ").operand(src()).text(" ").attribute(reassociationAttribute());
    printer.text(" output_shape [");
    MixedIndices.print(printer, mixedOutputShape());
    printer.text("]");
    printer.attributeDictionary(this, Set.of("reassociation", "static_output_shape"));
    printer.text(" : ").type(src().type()).text(" into ").type(result().type());
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    String problem = problem((MemRefType) src().type(), type());
    if (problem != null) {
      diagnostics.report(error("%s", problem));
    }
  }

  private @Nullable String problem(MemRefType from, MemRefType to) {
    if (from.rank() > to.rank()) {
      return "has source rank %d and result rank %d. This is not an expansion (%d > %d)."
          .formatted(from.rank(), to.rank(), from.rank(), to.rank());
    }
    String problem = reassociation().problem(from.shape(), to.shape(), true);
    if (problem != null) {
      return problem;
    }
    MemRefType wanted = reassociation().expand(from, to.shape());
    if (wanted == null) {
      return "invalid source layout map";
    }
    if (!wanted.equals(to)) {
      return "expected expanded type to be '%s' but found '%s'"
          .formatted(AsmText.ofType(wanted), AsmText.ofType(to));
    }
    long[] given = staticOutputShape().asLongs();
    if (given.length != to.rank()) {
      return "expected number of static shape bounds to be equal to the output rank (%d) but found %d inputs instead"
          .formatted(to.rank(), given.length);
    }
    int dynamic = MixedIndices.dynamicCount(staticOutputShape());
    if (dynamic != outputShape().size()) {
      return "mismatch in dynamic dims in output_shape and static_output_shape: static_output_shape has %d dynamic dims while output_shape has %d values"
          .formatted(dynamic, outputShape().size());
    }
    for (int i = 0; i < given.length; i++) {
      if (to.shape()[i] != ShapedType.DYNAMIC && to.shape()[i] != given[i]) {
        return "invalid output shape provided at pos " + i;
      }
    }
    return null;
  }

  /** It undoes a collapse by the same groups. */
  @Override
  public FoldResult fold() {
    if (src().type().equals(result().type()) && type().hasStaticShape()) {
      return FoldResult.value(src());
    }
    return src().definingOp() instanceof CollapseShapeOp before
            && before.reassociationAttribute().equals(reassociationAttribute())
            && before.src().type().equals(result().type())
            && type().hasStaticShape()
        ? FoldResult.value(before.src())
        : FoldResult.unchanged();
  }

  /** Two expansions are one. */
  @Override
  public boolean canonicalize(Rewriter rewriter) {
    if (!(src().definingOp() instanceof ExpandShapeOp before)) {
      return false;
    }
    Reassociation groups = reassociation().groupedBy(before.reassociation());
    rewriter.replace(
        this, create(rewriter.before(this), type(), before.src(), groups, mixedOutputShape()));
    return true;
  }
}
