// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.arith;

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
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.DenseElementsAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.TypedAttr;
import dev.azulejo.ir.builtin.constraint.AnyType;
import dev.azulejo.ir.builtin.constraint.BoolLike;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.rewrite.Canonicalizable;
import dev.azulejo.ir.rewrite.Rewriter;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.Constants;
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.Foldable;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One of two values: the first where the condition is true, else the second. A condition for each
 * element chooses element by element.
 */
@OpDef(name = "arith.select", customAssembly = true)
@Example("%r = arith.select %c, %a, %b : f32")
public abstract sealed class SelectOp extends Operation
    implements Pure, CustomAssembly, Verified, Foldable, Canonicalizable permits SelectOpImpl {

  /** Which one. */
  @Operand(BoolLike.class)
  public abstract Value condition();

  /** The value where the condition is true. */
  @Operand(AnyType.class)
  public abstract Value trueValue();

  /** The value where the condition is false. */
  @Operand(AnyType.class)
  public abstract Value falseValue();

  /** The chosen value. */
  @Result(AnyType.class)
  public abstract OpResult result();

  /** Makes one. */
  public static SelectOp create(Inserter at, Value condition, Value trueValue, Value falseValue) {
    return SelectOpImpl.at(at)
        .operand(condition)
        .operand(trueValue)
        .operand(falseValue)
        .result(trueValue.type())
        .create();
  }

  static void parse(OpParser parser, OperationState state) {
    OpParser.Operand condition = parser.operand();
    parser.expect(",");
    OpParser.Operand trueValue = parser.operand();
    parser.expect(",");
    OpParser.Operand falseValue = parser.operand();
    parser.attributeDictionary(state);
    parser.expect(":");
    Type type = parser.type();
    Type conditionType = IntegerType.I1;
    if (parser.accept(",")) {
      conditionType = type;
      type = parser.type();
    }
    state.operand(parser.resolve(condition, conditionType));
    state.operand(parser.resolve(trueValue, type));
    state.operand(parser.resolve(falseValue, type));
    state.result(type);
  }

  @Override
  public void print(OpPrinter printer) {
    printer.text(" ").operands(operands());
    printer.attributeDictionary(this, Set.of());
    printer.text(" : ");
    if (!condition().type().equals(IntegerType.I1)) {
      printer.type(condition().type()).text(", ");
    }
    printer.type(result().type());
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    Type type = result().type();
    Type condition = condition().type();
    if (!trueValue().type().equals(type) || !falseValue().type().equals(type)) {
      diagnostics.report(
          error("failed to verify that all of {true_value, false_value, result} have same type"));
    } else if (!condition.equals(IntegerType.I1)
        && (Shapes.isScalar(type) || !condition.equals(Shapes.withElement(type, IntegerType.I1)))) {
      diagnostics.report(
          error("failed to verify that condition is signless i1 or has matching shape"));
    }
  }

  @Override
  public FoldResult fold() {
    if (trueValue() == falseValue() || Known.isOne(condition())) {
      return FoldResult.value(trueValue());
    }
    if (Known.isZero(condition())) {
      return FoldResult.value(falseValue());
    }
    if (result().type().equals(IntegerType.I1)
        && Known.isOne(trueValue())
        && Known.isZero(falseValue())) {
      return FoldResult.value(condition());
    }
    if (condition().definingOp() instanceof CmpIOp compare && compares(compare)) {
      switch (compare.comparison()) {
        case EQ -> {
          return FoldResult.value(falseValue());
        }
        case NE -> {
          return FoldResult.value(trueValue());
        }
        case SLT, SLE, SGT, SGE, ULT, ULE, UGT, UGE -> {}
      }
    }
    return ConstantFold.result(chosenElements());
  }

  @Override
  public boolean canonicalize(Rewriter rewriter) {
    return SimplifySelect.rewrite(this, rewriter);
  }

  private boolean compares(CmpIOp compare) {
    return (compare.lhs() == trueValue() && compare.rhs() == falseValue())
        || (compare.rhs() == trueValue() && compare.lhs() == falseValue());
  }

  /** The elements that a condition for each of them chooses, where all is known. */
  private @Nullable TypedAttr chosenElements() {
    if (!(Constants.of(condition()) instanceof DenseElementsAttr conditions
        && Constants.of(trueValue()) instanceof DenseElementsAttr yes
        && Constants.of(falseValue()) instanceof DenseElementsAttr no)) {
      return null;
    }
    List<BigInteger> numbers = new ArrayList<>();
    for (int i = 0; i < conditions.size(); i++) {
      numbers.add((conditions.bits(i).signum() != 0 ? yes : no).bits(i));
    }
    return DenseElementsAttr.of(yes.type(), numbers);
  }
}
