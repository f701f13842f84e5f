// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.func;

import dev.azulejo.ir.NamedAttribute;
import dev.azulejo.ir.OpParser;
import dev.azulejo.ir.OpPrinter;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.builtin.DictionaryAttr;
import dev.azulejo.ir.builtin.FunctionType;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.TypeAttr;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.trait.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The custom form of functions. */
final class FunctionText {
  private static final List<String> INFERRED =
      List.of(Symbol.VISIBILITY_ATTRIBUTE, Symbol.NAME_ATTRIBUTE, FuncOp.TYPE_ATTRIBUTE);
  private static final Set<String> SPELT =
      Set.of(
          Symbol.VISIBILITY_ATTRIBUTE,
          Symbol.NAME_ATTRIBUTE,
          FuncOp.TYPE_ATTRIBUTE,
          FuncOp.ARGUMENTS_ATTRIBUTE,
          FuncOp.RESULTS_ATTRIBUTE);

  private final OpParser parser;
  private final List<OpParser.Argument> arguments = new ArrayList<>();
  private final List<Type> inputs = new ArrayList<>();
  private final List<Type> results = new ArrayList<>();
  private final List<DictionaryAttr> argumentAttributes = new ArrayList<>();
  private final List<DictionaryAttr> resultAttributes = new ArrayList<>();

  private FunctionText(OpParser parser) {
    this.parser = parser;
  }

  // --- Reading ----------------------------------------------------------------------------------

  static void parse(OpParser parser, OperationState state) {
    new FunctionText(parser).parse(state);
  }

  private void parse(OperationState state) {
    for (String visibility : Symbol.VISIBILITIES) {
      if (parser.accept(visibility)) {
        state.attribute(Symbol.VISIBILITY_ATTRIBUTE, StringAttr.of(visibility));
        break;
      }
    }
    String name = parser.symbolName();
    parser.list("(", ")", this::argument);
    if (parser.accept("->")) {
      results();
    }
    attributes(state);
    state.attribute(Symbol.NAME_ATTRIBUTE, StringAttr.of(name));
    state.attribute(FuncOp.TYPE_ATTRIBUTE, TypeAttr.of(FunctionType.of(inputs, results)));
    state.attribute(FuncOp.ARGUMENTS_ATTRIBUTE, PartAttributes.array(argumentAttributes));
    state.attribute(FuncOp.RESULTS_ATTRIBUTE, PartAttributes.array(resultAttributes));
    state.region(body());
  }

  /** Either all arguments have names, or none has. */
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
    argumentAttributes.add(dictionary());
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
          resultAttributes.add(dictionary());
        });
  }

  private DictionaryAttr dictionary() {
    return parser.at("{") && parser.attribute() instanceof DictionaryAttr entries
        ? entries
        : DictionaryAttr.EMPTY;
  }

  private void attributes(OperationState state) {
    Location place = parser.location();
    List<NamedAttribute> before = List.copyOf(state.attributes());
    state.attributes().clear();
    parser.attributeDictionaryWithKeyword(state);
    for (String name : INFERRED) {
      if (state.attribute(name) != null) {
        throw parser.error(
            place,
            "'%s' is an inferred attribute and should not be specified in the explicit attribute"
                + " dictionary",
            name);
      }
    }
    refuseTwice(FuncOp.ARGUMENTS_ATTRIBUTE, argumentAttributes, state, place);
    refuseTwice(FuncOp.RESULTS_ATTRIBUTE, resultAttributes, state, place);
    state.attributes().addAll(before);
  }

  private void refuseTwice(
      String name, List<DictionaryAttr> written, OperationState state, Location place) {
    if (state.attribute(name) != null && PartAttributes.array(written) != null) {
      throw parser.error(place, "attribute '%s' occurs more than once in the attribute list", name);
    }
  }

  private Region body() {
    if (!parser.at("{")) {
      return new Region();
    }
    Location place = parser.location();
    Region body = parser.region(arguments);
    if (body.isEmpty()) {
      throw parser.error(place, "expected non-empty function body");
    }
    return body;
  }

  // --- Printing ---------------------------------------------------------------------------------

  static void print(FuncOp op, OpPrinter printer) {
    printer.text(" ");
    op.symVisibility().ifPresent(visibility -> printer.text(visibility.value()).text(" "));
    printer.symbolName(op.symName().value()).text("(");
    List<Type> inputs = op.functionType().inputs();
    for (int i = 0; i < inputs.size(); i++) {
      printer.text(i == 0 ? "" : ", ");
      if (op.isDeclaration()) {
        part(inputs.get(i), op.argumentAttributes(i), printer);
      } else {
        printer.argument(op.entry().argument(i), op.argumentAttributes(i).entries());
      }
    }
    printer.text(")");
    printResults(op, printer);
    printer.attributeDictionaryWithKeyword(op, SPELT);
    if (!op.isDeclaration()) {
      printer.region(op.body(), false, true);
    }
  }

  private static void printResults(FuncOp op, OpPrinter printer) {
    List<Type> results = op.functionType().results();
    if (results.isEmpty()) {
      return;
    }
    printer.text(" -> ");
    boolean plain =
        results.size() == 1
            && !(results.getFirst() instanceof FunctionType)
            && op.resultAttributes(0).entries().isEmpty();
    if (plain) {
      printer.type(results.getFirst());
      return;
    }
    for (int i = 0; i < results.size(); i++) {
      printer.text(i == 0 ? "(" : ", ");
      part(results.get(i), op.resultAttributes(i), printer);
    }
    printer.text(")");
  }

  private static void part(Type type, DictionaryAttr attributes, OpPrinter printer) {
    printer.type(type);
    if (!attributes.entries().isEmpty()) {
      printer.text(" ");
      DictionaryAttr.printEntries(attributes.entries(), printer);
    }
  }
}
