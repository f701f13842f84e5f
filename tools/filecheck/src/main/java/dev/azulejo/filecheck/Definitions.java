// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Carries out the definitions of variables on the command line, {@code -D}. */
final class Definitions {
  private Definitions() {}

  /**
   * Sets the variables.
   *
   * @throws CheckException if a definition is malformed
   */
  static void apply(List<String> definitions, Variables variables) {
    for (String definition : definitions) {
      if (definition.indexOf('=') < 0) {
        throw new CheckException(
            "Missing equal sign in command-line definition '-D%s'".formatted(definition));
      }
      if (definition.startsWith("=")) {
        throw new CheckException(
            "Missing variable name in command-line definition '-D%s'".formatted(definition));
      }
    }
    // All in one text, a line each, so that a message can show the one it is about.
    var text = new StringBuilder();
    var starts = new ArrayList<Integer>();
    for (int i = 0; i < definitions.size(); i++) {
      String definition = definitions.get(i);
      text.append("Global define #").append(i + 1).append(": ");
      if (definition.startsWith("#")) {
        text.append(definition).append(" (parsed as: [[");
        starts.add(text.length());
        text.append(definition.replaceFirst("=", ":")).append("]])\n");
      } else {
        starts.add(text.length());
        text.append(definition).append('\n');
      }
    }
    var buffer = new TextBuffer("Global defines", text.toString());
    for (int i = 0; i < definitions.size(); i++) {
      Slice definition = buffer.whole().from(starts.get(i)).first(definitions.get(i).length());
      if (definition.startsWith("#")) {
        defineNumber(definition.from(1), variables);
      } else {
        defineString(definition, variables);
      }
    }
  }

  private static void defineString(Slice definition, Variables variables) {
    Slice name = definition.first(definition.indexOf("="));
    VariableName parsed = VariableName.parse(name);
    if (parsed.isPseudo() || !parsed.rest().isEmpty()) {
      throw new CheckException(
          name, "invalid name in string variable definition '%s'".formatted(name.text()));
    }
    if (variables.number(name.text()) != null) {
      throw new CheckException(
          name, "numeric variable with name '%s' already exists".formatted(name.text()));
    }
    variables.declareString(name.text());
    variables.assignString(name.text(), definition.from(name.length() + 1).text());
  }

  private static void defineNumber(Slice definition, Variables variables) {
    NumericBlock block = new NumericBlockParser(variables, 0).parse(definition);
    NumericVariable variable = block.defined();
    Expression expression = block.expression();
    if (variable == null || expression == null) {
      throw new CheckException(definition, "numeric definition without a value");
    }
    var problems = new ArrayList<Expression.Problem>();
    BigInteger value = expression.evaluate(problems);
    if (value == null) {
      throw new CheckException(
          switch (problems.getFirst()) {
            case Expression.Problem.Undefined(Slice name) -> "undefined variable: " + name.text();
            case Expression.Problem.Overflow() -> "overflow error";
          });
    }
    variables.declareNumber(variable);
    variable.assign(value);
  }
}
