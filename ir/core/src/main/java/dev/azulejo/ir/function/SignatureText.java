// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.function;

import dev.azulejo.ir.Block;
import dev.azulejo.ir.OpParser;
import dev.azulejo.ir.OpPrinter;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.ArrayAttr;
import dev.azulejo.ir.builtin.DictionaryAttr;
import dev.azulejo.ir.builtin.FunctionType;
import dev.azulejo.ir.diag.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The part of a function's custom form that says what it takes and gives: {@code (%x: f32 {a.b},
 * %y: i32) -> (f32 {a.c})}. Either all arguments have names, or none has.
 */
public final class SignatureText {
  private final OpParser parser;
  private final List<OpParser.Argument> arguments = new ArrayList<>();
  private final List<Type> inputs = new ArrayList<>();
  private final List<Type> results = new ArrayList<>();
  private final List<DictionaryAttr> argumentAttributes = new ArrayList<>();
  private final List<DictionaryAttr> resultAttributes = new ArrayList<>();

  private SignatureText(OpParser parser) {
    this.parser = parser;
  }

  // --- Reading ----------------------------------------------------------------------------------

  /** Takes the arguments in parentheses, and the results behind an arrow where there is one. */
  public static SignatureText parse(OpParser parser) {
    SignatureText text = new SignatureText(parser);
    parser.list("(", ")", text::argument);
    if (parser.accept("->")) {
      text.results();
    }
    return text;
  }

  /** The arguments that have names, to be bound in the body. */
  public List<OpParser.Argument> arguments() {
    return arguments;
  }

  /** The type that it stands for. */
  public FunctionType type() {
    return FunctionType.of(inputs, results);
  }

  /** The attributes of each argument, or null where none has any. */
  public @Nullable ArrayAttr argumentAttributes() {
    return PartAttributes.array(argumentAttributes);
  }

  /** The attributes of each result, or null where none has any. */
  public @Nullable ArrayAttr resultAttributes() {
    return PartAttributes.array(resultAttributes);
  }

  private void argument() {
    Location place = parser.location();
    OpParser.Operand named = parser.acceptOperand();
    boolean first = inputs.isEmpty();
    if (named != null && !first && arguments.isEmpty()) {
      throw parser.error(place, "expected type instead of SSA identifier");
    }
    if (named == null && !arguments.isEmpty()) {
      throw parser.error(place, "expected SSA identifier");
    }
    if (named != null) {
      if (named.number() != 0) {
        throw parser.error(place, "result number not allowed in argument list");
      }
      parser.expect(":");
    }
    Type type = parser.type();
    OpParser.Argument argument =
        new OpParser.Argument(named == null ? "" : named.name(), type, place);
    inputs.add(type);
    argumentAttributes.add(dictionary(parser));
    parser.trailingLocation(argument);
    if (named != null) {
      arguments.add(argument);
    }
  }

  private void results() {
    if (!parser.at("(")) {
      results.add(parser.type());
      resultAttributes.add(DictionaryAttr.EMPTY);
      return;
    }
    parser.list(
        "(",
        ")",
        () -> {
          results.add(parser.type());
          resultAttributes.add(dictionary(parser));
        });
  }

  /** Takes the attributes of a part, where a brace comes next. */
  public static DictionaryAttr dictionary(OpParser parser) {
    return parser.at("{") && parser.attribute() instanceof DictionaryAttr entries
        ? entries
        : DictionaryAttr.EMPTY;
  }

  // --- Printing ---------------------------------------------------------------------------------

  /**
   * Prints what {@link #parse} reads.
   *
   * @param entry the block whose first arguments are those of the function; null for a function
   *     without a body, whose arguments have no names
   */
  public static void print(
      FunctionType type,
      @Nullable Block entry,
      Optional<ArrayAttr> argumentAttributes,
      Optional<ArrayAttr> resultAttributes,
      OpPrinter printer) {
    printer.text("(");
    List<Type> inputs = type.inputs();
    for (int i = 0; i < inputs.size(); i++) {
      printer.text(i == 0 ? "" : ", ");
      DictionaryAttr attributes = PartAttributes.of(argumentAttributes, i);
      if (entry == null) {
        part(inputs.get(i), attributes, printer);
      } else {
        printer.argument(entry.argument(i), attributes.entries());
      }
    }
    printer.text(")");
    printResults(type.results(), resultAttributes, printer);
  }

  private static void printResults(
      List<Type> results, Optional<ArrayAttr> attributes, OpPrinter printer) {
    if (results.isEmpty()) {
      return;
    }
    printer.text(" -> ");
    boolean plain =
        results.size() == 1
            && !(results.getFirst() instanceof FunctionType)
            && PartAttributes.of(attributes, 0).entries().isEmpty();
    if (plain) {
      printer.type(results.getFirst());
      return;
    }
    for (int i = 0; i < results.size(); i++) {
      printer.text(i == 0 ? "(" : ", ");
      part(results.get(i), PartAttributes.of(attributes, i), printer);
    }
    printer.text(")");
  }

  /** Prints a type and the attributes of what is of it. */
  public static void part(Type type, DictionaryAttr attributes, OpPrinter printer) {
    printer.type(type);
    if (!attributes.entries().isEmpty()) {
      printer.text(" ");
      DictionaryAttr.printEntries(attributes.entries(), printer);
    }
  }
}
