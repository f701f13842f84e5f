// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.arith;

import dev.azulejo.ir.OpParser;
import dev.azulejo.ir.OpPrinter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.diag.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The form of operations that round: {@code operands rounding-mode? (fastmath<flags>)? attr-dict :
 * types to type}. No format has it, for the mode stands without a keyword in front.
 */
final class RoundingText {
  private static final String MODE = "roundingmode";
  private static final String FASTMATH = "fastmath";
  private static final Set<String> SPELT = Set.of(MODE, FASTMATH);

  private RoundingText() {}

  /** Reads an operation of some operands. */
  static void parse(OpParser parser, OperationState state, int operandCount) {
    List<OpParser.Operand> operands = new ArrayList<>();
    Location place = parser.location();
    do {
      operands.add(parser.operand());
    } while (parser.accept(","));
    for (RoundingMode mode : RoundingMode.values()) {
      if (parser.accept(mode.word())) {
        state.attribute(MODE, mode.attribute());
        break;
      }
    }
    if (parser.accept(FASTMATH)) {
      state.attribute(FASTMATH, FastMathAttr.parse(parser));
    }
    parser.attributeDictionary(state);
    parser.expect(":");
    List<Type> types = parser.types();
    parser.expect("to");
    if (operands.size() != operandCount) {
      throw parser.error(place, "expected %d operands, but got %d", operandCount, operands.size());
    }
    parser.resolve(operands, types, place).forEach(state::operand);
    state.result(parser.type());
  }

  /** Prints an operation. */
  static void print(OpPrinter printer, Operation op) {
    printer.text(" ").operands(op.operands());
    RoundingMode mode = RoundingMode.of(op.attribute(MODE));
    if (mode != null) {
      printer.text(" ").text(mode.word());
    }
    if (op.attribute(FASTMATH) instanceof FastMathAttr flags) {
      printer.text(" ").text(FASTMATH);
      flags.printFlags(printer);
    }
    printer.attributeDictionary(op, SPELT);
    printer.text(" : ").typesOf(op.operands());
    printer.text(" to ").type(op.result(0).type());
  }
}
