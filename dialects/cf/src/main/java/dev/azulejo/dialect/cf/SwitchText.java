// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.cf;

import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.OpParser;
import dev.azulejo.ir.OpPrinter;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.builtin.DenseElementsAttr;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.VectorType;
import dev.azulejo.ir.diag.Location;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.collections.api.list.primitive.MutableLongList;
import org.eclipse.collections.impl.factory.primitive.LongLists;

/** The custom form of {@code cf.switch}. */
final class SwitchText {
  private static final Set<String> SPELT =
      Set.of(SwitchOp.VALUES_ATTRIBUTE, SwitchOp.SEGMENTS_ATTRIBUTE);

  private SwitchText() {}

  static void parse(OpParser parser, OperationState state) {
    OpParser.Operand flag = parser.operand();
    parser.expect(":");
    Location place = parser.location();
    if (!(parser.type() instanceof IntegerType type)) {
      throw parser.error(place, "expected an integer type");
    }
    state.operand(parser.resolve(flag, type));
    parser.expect(",");
    parser.expect("[");
    parser.expect("default");
    parser.expect(":");
    OpParser.Successor otherwise = parser.successorWithOperands();
    state.operands(otherwise.operands()).successor(otherwise.block());
    cases(parser, type, state);
    parser.expect("]");
    parser.attributeDictionary(state);
  }

  private static void cases(OpParser parser, IntegerType type, OperationState state) {
    List<BigInteger> values = new ArrayList<>();
    List<Value> operands = new ArrayList<>();
    MutableLongList sizes = LongLists.mutable.empty();
    while (parser.accept(",")) {
      values.add(value(parser, type));
      parser.expect(":");
      OpParser.Successor successor = parser.successorWithOperands();
      state.successor(successor.block());
      operands.addAll(successor.operands());
      sizes.add(successor.operands().size());
    }
    state.operands(operands);
    state.attribute(
        SwitchOp.SEGMENTS_ATTRIBUTE, DenseArrayAttr.of(IntegerType.I32, sizes.toArray()));
    if (!values.isEmpty()) {
      VectorType shape = VectorType.of(new long[] {values.size()}, type);
      state.attribute(SwitchOp.VALUES_ATTRIBUTE, DenseElementsAttr.of(shape, values));
    }
  }

  /** A value of any type may be written from 0 and with a minus. */
  private static BigInteger value(OpParser parser, IntegerType type) {
    Location place = parser.location();
    if (parser.attribute(IntegerType.of(type.width())) instanceof IntegerAttr number) {
      return number.value();
    }
    throw parser.error(place, "expected integer value of type '%s'", AsmText.ofType(type));
  }

  static void print(SwitchOp op, OpPrinter printer) {
    printer.text(" ");
    printer.operand(op.flag()).text(" : ").type(op.flag().type());
    printer.text(", [");
    printer.newLine().text("  default: ");
    printer.successor(op.defaultDestination(), op.defaultOperands());
    List<SwitchOp.Case> cases = op.cases();
    for (SwitchOp.Case each : cases) {
      printer.text(",").newLine().text("  ");
      printer.text(unsigned(op.flag().type(), each.value()).toString()).text(": ");
      printer.successor(each.dest(), each.operands());
    }
    if (!cases.isEmpty()) {
      printer.newLine();
    }
    printer.text("]");
    printer.attributeDictionary(op, SPELT);
  }

  /** Values are written as bits: from 0. */
  private static BigInteger unsigned(Type type, BigInteger value) {
    return value.signum() < 0 && type instanceof IntegerType integer
        ? value.add(BigInteger.ONE.shiftLeft(integer.width()))
        : value;
  }
}
