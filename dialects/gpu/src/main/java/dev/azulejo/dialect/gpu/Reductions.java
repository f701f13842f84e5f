// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.gpu;

import dev.azulejo.ir.EnumWords;
import dev.azulejo.ir.OpParser;
import dev.azulejo.ir.OpPrinter;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.FunctionType;
import dev.azulejo.ir.diag.Location;
import java.util.List;
import java.util.Optional;

/** What the custom forms of reductions share. */
final class Reductions {
  private Reductions() {}

  /** Takes the type behind everything else, and with it the operand and the result. */
  static void parseType(OpParser parser, OpParser.Operand value, OperationState state) {
    parser.expect(":");
    Location place = parser.location();
    if (!(parser.type() instanceof FunctionType type)) {
      throw parser.error(place, "expected function type");
    }
    state.operands(parser.resolve(List.of(value), type.inputs(), place));
    state.results(type.results());
  }

  /** Prints what the form begins with. */
  static void print(
      Optional<AllReduceOperationAttr> operation, Value value, boolean uniform, OpPrinter printer) {
    printer.text("  ");
    operation.ifPresent(known -> printer.text(EnumWords.of(known.value())).text(" "));
    printer.operand(value);
    if (uniform) {
      printer.text(" uniform");
    }
  }
}
