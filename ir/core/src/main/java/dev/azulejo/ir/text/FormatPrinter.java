// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.text;

import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.OpSchema;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.FunctionType;
import dev.azulejo.ir.format.FormatElement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Prints an operation by the form in its schema. */
final class FormatPrinter {
  private static final String NO_SPACE_BEFORE = "<>(){}[],";
  private static final String NO_SPACE_BEFORE_IN_A_ROW = ">)}],";
  private static final String NO_SPACE_BEHIND = "<({[";

  private final Printer printer;
  private final Operation op;
  private final OpSchema schema;
  private boolean space = true;
  private boolean lastWasPunctuation;

  FormatPrinter(Printer printer, Operation op) {
    this.printer = printer;
    this.op = op;
    this.schema = op.schema();
  }

  void print() {
    List<FormatElement> format = schema.format();
    if (format != null) {
      print(format);
    }
  }

  private void print(List<FormatElement> elements) {
    for (FormatElement element : elements) {
      print(element);
    }
  }

  private void print(FormatElement element) {
    switch (element) {
      case FormatElement.Literal literal -> literal(literal.text());
      case FormatElement.OperandRef ref -> operands(operands(ref.group()));
      case FormatElement.OperandType type -> types(typesOf(operands(type.group())));
      case FormatElement.ResultType type -> types(resultTypes(type.group()));
      case FormatElement.FunctionalType type -> {
        separate();
        printer.type(
            FunctionType.of(
                typesOf(operands(type.operandGroup())), resultTypes(type.resultGroup())));
      }
      case FormatElement.AttributeRef ref -> attribute(ref.index());
      case FormatElement.RegionRef ref -> {
        if (!op.region(ref.index()).isEmpty()) {
          printer.region(op.region(ref.index()), true, true);
          behindWord();
        }
      }
      case FormatElement.SuccessorRef ref -> {
        separate();
        printer.successor(op.successors().get(ref.index()), List.of());
      }
      case FormatElement.AttributeDictionary dictionary -> dictionary(dictionary.withKeyword());
      case FormatElement.Optional optional ->
          print(isPresent(optional.anchor()) ? optional.present() : optional.otherwise());
    }
  }

  private void literal(String text) {
    if (text.isBlank()) {
      printer.text(text);
      space = false;
      lastWasPunctuation = true;
      return;
    }
    boolean word = Character.isLetter(text.charAt(0)) || text.charAt(0) == '_';
    if (space && wantsSpaceBefore(text)) {
      printer.text(" ");
    }
    printer.text(text);
    space = text.length() != 1 || NO_SPACE_BEHIND.indexOf(text.charAt(0)) < 0;
    lastWasPunctuation = !word;
  }

  private boolean wantsSpaceBefore(String text) {
    if (text.length() != 1) {
      return true;
    }
    String without = lastWasPunctuation ? NO_SPACE_BEFORE_IN_A_ROW : NO_SPACE_BEFORE;
    return without.indexOf(text.charAt(0)) < 0;
  }

  private void separate() {
    if (space || !lastWasPunctuation) {
      printer.text(" ");
    }
    behindWord();
  }

  private void behindWord() {
    space = true;
    lastWasPunctuation = false;
  }

  private void operands(List<? extends Value> values) {
    if (!values.isEmpty()) {
      separate();
      printer.operands(values);
    }
  }

  private void types(List<Type> types) {
    if (!types.isEmpty()) {
      separate();
      printer.types(types);
    }
  }

  private void attribute(int index) {
    Attribute value = op.inherentAttribute(index);
    if (value != null && !Printer.isUnit(value)) {
      separate();
      schema.attributes().get(index).constraint().print(printer, value);
    }
  }

  private void dictionary(boolean withKeyword) {
    Set<String> elided = new HashSet<>();
    List<FormatElement> format = schema.format();
    if (format != null) {
      collectAttributes(format, elided);
    }
    int before = printer.length();
    if (withKeyword) {
      printer.attributeDictionaryWithKeyword(op, elided);
    } else {
      printer.attributeDictionary(op, elided);
    }
    if (printer.length() != before) {
      behindWord();
    }
  }

  private void collectAttributes(List<FormatElement> elements, Set<String> names) {
    for (FormatElement element : elements) {
      if (element instanceof FormatElement.AttributeRef ref) {
        names.add(schema.attributes().get(ref.index()).name());
      } else if (element instanceof FormatElement.Optional optional) {
        collectAttributes(optional.present(), names);
        collectAttributes(optional.otherwise(), names);
      }
    }
  }

  private boolean isPresent(FormatElement anchor) {
    return switch (anchor) {
      case FormatElement.OperandRef ref -> !operands(ref.group()).isEmpty();
      case FormatElement.OperandType type -> !operands(type.group()).isEmpty();
      case FormatElement.ResultType type -> !resultTypes(type.group()).isEmpty();
      case FormatElement.AttributeRef ref -> isShown(ref.index());
      case FormatElement.RegionRef ref ->
          ref.index() < op.regionCount() && !op.region(ref.index()).isEmpty();
      case FormatElement.SuccessorRef ref -> ref.index() < op.successors().size();
      default -> true;
    };
  }

  private boolean isShown(int index) {
    @Nullable Attribute value = op.inherentAttribute(index);
    return value != null && !value.equals(schema.attributes().get(index).defaultValue());
  }

  private List<Value> operands(int group) {
    return group == FormatElement.ALL ? op.operands() : op.operandGroup(group);
  }

  private List<Type> resultTypes(int group) {
    return group == FormatElement.ALL ? op.resultTypes() : typesOf(op.resultGroup(group));
  }

  private static List<Type> typesOf(List<? extends Value> values) {
    return values.stream().map(Value::type).toList();
  }
}
