// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.func;

import dev.azulejo.ir.NamedAttribute;
import dev.azulejo.ir.OpParser;
import dev.azulejo.ir.OpPrinter;
import dev.azulejo.ir.OperationState;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.builtin.ArrayAttr;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.TypeAttr;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.ir.function.SignatureText;
import dev.azulejo.ir.trait.Symbol;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
    SignatureText signature = SignatureText.parse(parser);
    attributes(signature, state);
    state.attribute(Symbol.NAME_ATTRIBUTE, StringAttr.of(name));
    state.attribute(FuncOp.TYPE_ATTRIBUTE, TypeAttr.of(signature.type()));
    state.attribute(FuncOp.ARGUMENTS_ATTRIBUTE, signature.argumentAttributes());
    state.attribute(FuncOp.RESULTS_ATTRIBUTE, signature.resultAttributes());
    state.region(body(signature.arguments()));
  }

  private void attributes(SignatureText signature, OperationState state) {
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
    refuseTwice(FuncOp.ARGUMENTS_ATTRIBUTE, signature.argumentAttributes(), state, place);
    refuseTwice(FuncOp.RESULTS_ATTRIBUTE, signature.resultAttributes(), state, place);
    state.attributes().addAll(before);
  }

  private void refuseTwice(
      String name, @Nullable ArrayAttr written, OperationState state, Location place) {
    if (state.attribute(name) != null && written != null) {
      throw parser.error(place, "attribute '%s' occurs more than once in the attribute list", name);
    }
  }

  private Region body(List<OpParser.Argument> arguments) {
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
    printer.symbolName(op.symName().value());
    SignatureText.print(
        op.functionType(),
        op.isDeclaration() ? null : op.entry(),
        op.argAttrs(),
        op.resAttrs(),
        printer);
    printer.attributeDictionaryWithKeyword(op, SPELT);
    if (!op.isDeclaration()) {
      printer.region(op.body(), false, true);
    }
  }
}
