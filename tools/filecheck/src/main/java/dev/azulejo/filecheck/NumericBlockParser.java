// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck;

import org.jspecify.annotations.Nullable;

/** Reads what stands in a numeric block: format, variable to define, constraint, expression. */
final class NumericBlockParser {
  private final Variables variables;
  private final int line;

  /** A parser for blocks of a directive on a line of the check file, 0 for none. */
  NumericBlockParser(Variables variables, int line) {
    this.variables = variables;
    this.line = line;
  }

  NumericBlock parse(Slice block) {
    Slice rest = block;
    NumberFormat explicit = NumberFormat.NONE;
    int comma = rest.indexOf(",");
    int parenthesis = rest.indexOf("(");
    // A comma behind a parenthesis parts the arguments of a function.
    if (comma >= 0 && (parenthesis < 0 || comma < parenthesis)) {
      explicit = format(rest.first(comma).trim());
      rest = rest.from(comma + 1);
    }
    Slice definition = null;
    int colon = rest.indexOf(":");
    if (colon >= 0) {
      definition = rest.first(colon);
      rest = rest.from(colon + 1);
    }
    rest = rest.trimStart();
    boolean constrained = rest.startsWith("==");
    rest = (constrained ? rest.from(2) : rest).trim();
    if (rest.isEmpty() && constrained) {
      throw new CheckException(rest, "empty numeric expression should not have a constraint");
    }
    Expression expression =
        rest.isEmpty() ? null : new ExpressionParser(rest, variables, line).parse(constrained);
    NumberFormat format = explicit.kind() != NumberFormat.Kind.NONE ? explicit : of(expression);
    if (format.isNone()) {
      format = new NumberFormat(NumberFormat.Kind.UNSIGNED, explicit.precision(), false);
    }
    NumericVariable defined = definition == null ? null : define(definition.trimStart(), format);
    return new NumericBlock(format, defined, expression);
  }

  /** Reads the old form {@code [[@LINE+1]]}. */
  NumericBlock parseLineOffset(Slice block) {
    Expression expression = new ExpressionParser(block, variables, line).parseLineOffset();
    return new NumericBlock(of(expression), null, expression);
  }

  private static NumberFormat of(@Nullable Expression expression) {
    if (expression == null) {
      return NumberFormat.NONE;
    }
    if (expression instanceof Expression.Operation operation) {
      operation.requireOneFormat();
    }
    return expression.implicitFormat();
  }

  private static NumberFormat format(Slice text) {
    if (!text.startsWith("%")) {
      throw new CheckException(text, "invalid matching format specification in expression");
    }
    Slice flag = text.from(1);
    boolean alternate = flag.startsWith("#");
    Slice rest = alternate ? flag.from(1) : flag;
    int precision = 0;
    if (rest.startsWith(".")) {
      rest = rest.from(1);
      int digits = 0;
      while (Character.digit(rest.charAt(digits), 10) >= 0) {
        digits++;
      }
      precision = precision(rest.first(digits));
      rest = rest.from(digits);
    }
    NumberFormat.Kind kind = NumberFormat.Kind.NONE;
    if (!rest.isEmpty()) {
      kind =
          switch (rest.charAt(0)) {
            case 'u' -> NumberFormat.Kind.UNSIGNED;
            case 'd' -> NumberFormat.Kind.SIGNED;
            case 'x' -> NumberFormat.Kind.HEX_LOWER;
            case 'X' -> NumberFormat.Kind.HEX_UPPER;
            default -> throw new CheckException(rest, "invalid format specifier in expression");
          };
      rest = rest.from(1);
    }
    if (alternate && !kind.isHex()) {
      throw new CheckException(flag, "alternate form only supported for hex values");
    }
    if (!rest.trimStart().isEmpty()) {
      throw new CheckException(
          rest.trimStart(), "invalid matching format specification in expression");
    }
    return new NumberFormat(kind, precision, alternate);
  }

  private static int precision(Slice digits) {
    // The regular expression for the number repeats a digit as often, and 255 is the most it can.
    if (digits.isEmpty() || digits.length() > 3 || Integer.parseInt(digits.text()) > 255) {
      throw new CheckException(digits, "invalid precision in format specifier");
    }
    return Integer.parseInt(digits.text());
  }

  private NumericVariable define(Slice text, NumberFormat format) {
    VariableName parsed = VariableName.parse(text);
    String name = parsed.text();
    if (parsed.isPseudo()) {
      throw new CheckException(parsed.name(), "definition of pseudo numeric variable unsupported");
    }
    if (variables.isString(name)) {
      throw new CheckException(
          parsed.name(), "string variable with name '%s' already exists".formatted(name));
    }
    Slice rest = parsed.rest().trimStart();
    if (!rest.isEmpty()) {
      throw new CheckException(rest, "unexpected characters after numeric variable name");
    }
    NumericVariable existing = variables.number(name);
    if (existing != null && !existing.format().equals(format)) {
      throw new CheckException(rest, "format different from previous variable definition");
    }
    return existing != null ? existing : new NumericVariable(name, format, line);
  }
}
