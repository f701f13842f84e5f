// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector;

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
import dev.azulejo.ir.builtin.ComplexType;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.builtin.DenseElementsAttr;
import dev.azulejo.ir.builtin.MixedIndices;
import dev.azulejo.ir.builtin.ShapedType;
import dev.azulejo.ir.builtin.VectorType;
import dev.azulejo.ir.builtin.constraint.AnyType;
import dev.azulejo.ir.builtin.constraint.AnyVector;
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
import dev.azulejo.ir.trait.Constants;
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.Foldable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The element, or the vector, at a position of the first dimensions of a vector. */
@OpDef(name = "vector.extract", customAssembly = true)
@Example("%0 = vector.extract %v[1, %i] : f32 from vector<2x4xf32>")
public abstract sealed class ExtractOp extends Operation
    implements Pure, CustomAssembly, Foldable, Canonicalizable, Verified permits ExtractOpImpl {

  /** The vector. */
  @Operand(AnyVector.class)
  public abstract Value source();

  /** The indices that are operands. */
  @Operand(Index.class)
  public abstract List<Value> dynamicPosition();

  /** All indices, with {@link ShapedType#DYNAMIC} for those that are operands. */
  @Attr(value = I64ArrayAttribute.class, name = "static_position")
  public abstract DenseArrayAttr staticPosition();

  /** What is there. */
  @Result(AnyType.class)
  public abstract OpResult result();

  /** Makes one; the type follows. */
  public static ExtractOp create(Inserter at, Value source, List<Offset> position) {
    return ExtractOpImpl.at(at)
        .operand(source)
        .operands(MixedIndices.values(position))
        .result(Vectors.withoutLeading((VectorType) source.type(), position.size()))
        .attribute("static_position", MixedIndices.constants(position))
        .create();
  }

  /** All indices. */
  public List<Offset> position() {
    return MixedIndices.offsets(staticPosition(), dynamicPosition());
  }

  static void parse(OpParser parser, OperationState state) {
    OpParser.Operand source = parser.operand();
    MixedIndices position = MixedIndices.parse(parser, "[", "]");
    state.attribute("static_position", position.constants());
    parser.attributeDictionary(state);
    parser.expect(":");
    state.result(parser.type());
    parser.expect("from");
    state.operand(parser.resolve(source, parser.type()));
    state.operands(position.resolve(parser));
  }

  @Override
  public void print(OpPrinter printer) {
    printer.text(" ").operand(source()).text("[");
    MixedIndices.print(printer, position());
    printer.text("]");
    printer.attributeDictionary(this, Set.of("static_position"));
    printer.text(" : ").type(result().type()).text(" from ").type(source().type());
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    VectorType from = Vectors.type(source());
    String problem =
        Positions.problem(from, staticPosition(), dynamicPosition(), Positions.Of.SOURCE);
    if (problem != null) {
      diagnostics.report(error("%s", problem));
      return;
    }
    Type wanted = Vectors.withoutLeading(from, staticPosition().size());
    if (!wanted.equals(result().type()) && !isVectorOfOne(wanted)) {
      diagnostics.report(
          error(
              "inferred type(s) '%s' are incompatible with return type(s) of operation '%s'",
              AsmText.ofType(wanted), AsmText.ofType(result().type())));
      return;
    }
    String range = Positions.range(from, staticPosition(), Positions.Of.SOURCE);
    if (range != null) {
      diagnostics.report(error("%s", range));
    }
  }

  /** Is the result a vector of one element where the element itself was to be expected? */
  private boolean isVectorOfOne(Type wanted) {
    return result().type() instanceof VectorType vector
        && vector.elementType().equals(wanted)
        && !vector.isScalable()
        && vector.elementCount() == 1;
  }

  @Override
  public FoldResult fold() {
    if (staticPosition().size() == 0 && source().type().equals(result().type())) {
      return FoldResult.value(source());
    }
    FoldResult splat = Vectors.foldSplat(source(), result().type());
    if (!(splat instanceof FoldResult.Unchanged)) {
      return splat;
    }
    return switch (source().definingOp()) {
      case ExtractOp before -> {
        List<Offset> all = new ArrayList<>(before.position());
        all.addAll(position());
        setOperand(0, before.source());
        setOperandGroup(1, MixedIndices.values(all));
        setAttribute("static_position", MixedIndices.constants(all));
        yield FoldResult.inPlace();
      }
      case BroadcastOp broadcast when broadcast.source().type().equals(result().type()) ->
          fromBroadcast(broadcast);
      case InsertOp insert -> fromInsert(insert);
      case FromElementsOp from when !(result().type() instanceof VectorType) -> fromElements(from);
      case null, default -> constantElement();
    };
  }

  private FoldResult fromBroadcast(BroadcastOp broadcast) {
    int lead = Vectors.rank(broadcast.vector().type()) - Vectors.rank(result().type());
    return staticPosition().size() == lead
        ? FoldResult.value(broadcast.source())
        : FoldResult.unchanged();
  }

  /** What was put there, or what was there before where something else was put elsewhere. */
  private FoldResult fromInsert(InsertOp insert) {
    if (insert.position().equals(position())) {
      return insert.valueToStore().type().equals(result().type())
          ? FoldResult.value(insert.valueToStore())
          : FoldResult.unchanged();
    }
    if (!dynamicPosition().isEmpty() || !insert.dynamicPosition().isEmpty()) {
      return FoldResult.unchanged();
    }
    long[] here = staticPosition().asLongs();
    long[] there = insert.staticPosition().asLongs();
    for (int i = 0; i < Math.min(here.length, there.length); i++) {
      if (here[i] != there[i]) {
        setOperand(0, insert.dest());
        return FoldResult.inPlace();
      }
    }
    return FoldResult.unchanged();
  }

  private FoldResult fromElements(FromElementsOp from) {
    int place = Positions.linear(Vectors.type(source()), staticPosition());
    return place < 0 ? FoldResult.unchanged() : FoldResult.value(from.elements().get(place));
  }

  private FoldResult constantElement() {
    int place = Positions.linear(Vectors.type(source()), staticPosition());
    return place >= 0
            && Constants.of(source()) instanceof DenseElementsAttr dense
            && dense.type().elementType().equals(result().type())
            && !(result().type() instanceof ComplexType)
        ? FoldResult.constant(dense.element(place))
        : FoldResult.unchanged();
  }

  /** Indices that are constants move into the attribute. */
  @Override
  public boolean canonicalize(Rewriter rewriter) {
    List<Offset> known = Positions.known(Vectors.type(source()), position());
    if (known.equals(position())) {
      return false;
    }
    rewriter.modify(
        this,
        () -> {
          setOperandGroup(1, MixedIndices.values(known));
          setAttribute("static_position", MixedIndices.constants(known));
        });
    return true;
  }
}
