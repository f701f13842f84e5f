// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector;

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
import dev.azulejo.ir.builtin.DenseArrayAttr;
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
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.Foldable;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A vector with another element, or another vector, at a position of its first dimensions. */
@OpDef(
    name = "vector.insert",
    customAssembly = true,
    sameTypes = {"dest", "result"})
@Example("%0 = vector.insert %x, %v [0, %i] : f32 into vector<2x4xf32>")
public abstract sealed class InsertOp extends Operation
    implements Pure, CustomAssembly, Foldable, Canonicalizable, Verified permits InsertOpImpl {

  /** What is put there. */
  @Operand(AnyType.class)
  public abstract Value valueToStore();

  /** The vector. */
  @Operand(AnyVector.class)
  public abstract Value dest();

  /** The indices that are operands. */
  @Operand(Index.class)
  public abstract List<Value> dynamicPosition();

  /** All indices, with {@link ShapedType#DYNAMIC} for those that are operands. */
  @Attr(value = I64ArrayAttribute.class, name = "static_position")
  public abstract DenseArrayAttr staticPosition();

  /** The new vector. */
  @Result(AnyVector.class)
  public abstract OpResult result();

  /** Makes one. */
  public static InsertOp create(Inserter at, Value value, Value dest, List<Offset> position) {
    return InsertOpImpl.at(at)
        .operand(value)
        .operand(dest)
        .operands(MixedIndices.values(position))
        .result(dest.type())
        .attribute("static_position", MixedIndices.constants(position))
        .create();
  }

  /** All indices. */
  public List<Offset> position() {
    return MixedIndices.offsets(staticPosition(), dynamicPosition());
  }

  static void parse(OpParser parser, OperationState state) {
    OpParser.Operand value = parser.operand();
    parser.expect(",");
    OpParser.Operand dest = parser.operand();
    MixedIndices position = MixedIndices.parse(parser, "[", "]");
    state.attribute("static_position", position.constants());
    parser.attributeDictionary(state);
    parser.expect(":");
    state.operand(parser.resolve(value, parser.type()));
    parser.expect("into");
    Type type = parser.type();
    state.operand(parser.resolve(dest, type));
    state.operands(position.resolve(parser));
    state.result(type);
  }

  @Override
  public void print(OpPrinter printer) {
    printer.text(" ").operand(valueToStore()).text(", ").operand(dest()).text(" [");
    MixedIndices.print(printer, position());
    printer.text("]");
    printer.attributeDictionary(this, Set.of("static_position"));
    printer.text(" : ").type(valueToStore().type()).text(" into ").type(dest().type());
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    String problem = problem(Vectors.type(dest()));
    if (problem != null) {
      diagnostics.report(error("%s", problem));
    }
  }

  private @Nullable String problem(VectorType to) {
    if (!Vectors.elementType(valueToStore()).equals(to.elementType())) {
      return "failed to verify that source operand and result have same element type";
    }
    String problem = Positions.problem(to, staticPosition(), dynamicPosition(), Positions.Of.DEST);
    if (problem != null) {
      return problem;
    }
    int given = staticPosition().size();
    if (valueToStore().type() instanceof VectorType part) {
      if (given + part.rank() != to.rank()) {
        return "expected position attribute rank + source rank to match dest vector rank";
      }
    } else if (given != to.rank()) {
      return "expected position attribute rank to match the dest vector rank";
    }
    return Positions.range(to, staticPosition(), Positions.Of.DEST);
  }

  @Override
  public FoldResult fold() {
    if (staticPosition().size() == 0 && valueToStore().type().equals(result().type())) {
      return FoldResult.value(valueToStore());
    }
    return dest().definingOp() instanceof InsertOp before && before.position().equals(position())
        ? replaced(before)
        : FoldResult.unchanged();
  }

  /** What was put there before is put there no more. */
  private FoldResult replaced(InsertOp before) {
    setOperand(1, before.dest());
    return FoldResult.inPlace();
  }

  /** Indices that are constants move into the attribute. */
  @Override
  public boolean canonicalize(Rewriter rewriter) {
    List<Offset> known = Positions.known(Vectors.type(dest()), position());
    if (known.equals(position())) {
      return false;
    }
    rewriter.modify(
        this,
        () -> {
          setOperandGroup(2, MixedIndices.values(known));
          setAttribute("static_position", MixedIndices.constants(known));
        });
    return true;
  }
}
