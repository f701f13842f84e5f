// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.scf;

import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.OpParser;
import dev.azulejo.ir.OpPrinter;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IndexType;
import java.util.ArrayList;
import java.util.List;

/**
 * The list {@code (%a = %x, %b = %y)} that says what the arguments of a region begin as.
 *
 * @param names the arguments, whose types are read later
 * @param values what they begin as
 */
record Assignments(List<OpParser.Argument> names, List<OpParser.Operand> values) {
  static final Assignments NONE = new Assignments(List.of(), List.of());

  /** Reads a list in parentheses. */
  static Assignments parse(OpParser parser) {
    List<OpParser.Argument> names = new ArrayList<>();
    List<OpParser.Operand> values = new ArrayList<>();
    parser.list(
        "(",
        ")",
        () -> {
          names.add(parser.argument(IndexType.INSTANCE));
          parser.expect("=");
          values.add(parser.operand());
        });
    return new Assignments(names, values);
  }

  int size() {
    return values.size();
  }

  /** The arguments, once there are as many types. */
  List<OpParser.Argument> arguments(List<Type> types) {
    List<OpParser.Argument> typed = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      OpParser.Argument name = names.get(i);
      typed.add(new OpParser.Argument(name.name(), types.get(i), name.location()));
    }
    return typed;
  }

  /** Prints a list in parentheses. */
  static void print(
      OpPrinter printer, List<BlockArgument> arguments, List<? extends Value> values) {
    for (int i = 0; i < arguments.size(); i++) {
      printer.text(i == 0 ? "(" : ", ");
      printer.operand(arguments.get(i)).text(" = ");
      printer.operand(values.get(i));
    }
    printer.text(")");
  }
}
