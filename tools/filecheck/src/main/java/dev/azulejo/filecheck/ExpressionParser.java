// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck;

import dev.azulejo.filecheck.Expression.Operation;
import dev.azulejo.filecheck.Expression.Operator;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads numeric expressions: operands joined by {@code +} and {@code -}, from left to right. */
final class ExpressionParser {
  private static final int DEEPEST_NESTING = 200;

  private final Variables variables;
  private final int line;
  private Slice rest;
  private int depth;

  /** A parser for an expression in a directive on a line of the check file, 0 for none. */
  ExpressionParser(Slice text, Variables variables, int line) {
    this.rest = text;
    this.variables = variables;
    this.line = line;
  }

  /**
   * Reads the whole text.
   *
   * @param afterConstraint whether a constraint such as {@code ==} stands before it
   */
  Expression parse(boolean afterConstraint) {
    Slice start = rest;
    Expression result = operand(!afterConstraint);
    while (!rest.isEmpty()) {
      result = operation(start, result);
    }
    return result;
  }

  /** Reads the old form of {@code @LINE}, which may have one decimal number added to it. */
  Expression parseLineOffset() {
    Slice start = rest;
    Expression result = variable();
    if (rest.isEmpty()) {
      return result;
    }
    Operator operator = operator();
    Expression offset = literal(10, false);
    if (!rest.isEmpty()) {
      throw new CheckException(
          rest, "unexpected characters at end of expression '%s'".formatted(rest.text()));
    }
    return new Operation(upToHere(start), operator, result, offset);
  }

  private Expression operation(Slice start, Expression left) {
    rest = rest.trimStart();
    if (rest.isEmpty()) {
      return left;
    }
    Operator operator = operator();
    Expression right = operand(false);
    return new Operation(upToHere(start), operator, left, right);
  }

  private Operator operator() {
    Slice place = rest;
    rest = rest.from(1);
    Operator operator =
        switch (place.charAt(0)) {
          case '+' -> Operator.ADD;
          case '-' -> Operator.SUB;
          default ->
              throw new CheckException(
                  place, "unsupported operation '%s'".formatted(place.first(1).text()));
        };
    rest = rest.trimStart();
    if (rest.isEmpty()) {
      throw new CheckException(rest, "missing operand in expression");
    }
    return operator;
  }

  private Expression operand(boolean mayBeConstraint) {
    if (rest.startsWith("(")) {
      return parenthesised();
    }
    return VariableName.startsHere(rest) ? variable() : literal(0, mayBeConstraint);
  }

  private Expression parenthesised() {
    enter();
    rest = rest.from(1).trimStart();
    if (rest.isEmpty()) {
      throw new CheckException(rest, "missing operand in expression");
    }
    Slice start = rest;
    Expression result = operand(false);
    rest = rest.trimStart();
    while (!rest.isEmpty() && !rest.startsWith(")")) {
      result = operation(start, result);
      rest = rest.trimStart();
    }
    closeWith("missing ')' at end of nested expression");
    return result;
  }

  private void enter() {
    if (++depth > DEEPEST_NESTING) {
      throw new CheckException(rest, "expression nests too deeply");
    }
  }

  private void closeWith(String complaint) {
    if (!rest.startsWith(")")) {
      throw new CheckException(rest, complaint);
    }
    rest = rest.from(1);
    depth--;
  }

  private Expression variable() {
    VariableName parsed = VariableName.parse(rest);
    rest = parsed.rest();
    if (rest.trimStart().startsWith("(")) {
      return call(parsed.name());
    }
    String name = parsed.text();
    if (parsed.isPseudo() && !name.equals(Variables.LINE)) {
      throw new CheckException(
          parsed.name(), "invalid pseudo numeric variable '%s'".formatted(name));
    }
    NumericVariable variable = variables.number(name);
    if (variable == null) {
      // Whether it gets a value before the use is only known when the directives are matched.
      variable = new NumericVariable(name, NumberFormat.UNSIGNED, 0);
      variables.declareNumber(variable);
    }
    if (line != 0 && variable.definingLine() == line) {
      throw new CheckException(
          parsed.name(),
          "numeric variable '%s' defined earlier in the same CHECK directive".formatted(name));
    }
    return new Expression.Use(parsed.name(), variable);
  }

  private Expression call(Slice name) {
    enter();
    Operator function = function(name.text());
    if (function == null) {
      throw new CheckException(name, "call to undefined function '%s'".formatted(name.text()));
    }
    rest = rest.trimStart().from(1).trimStart();
    List<Expression> arguments = arguments();
    closeWith("missing ')' at end of call expression");
    if (arguments.size() != 2) {
      throw new CheckException(
          name,
          "function '%s' takes 2 arguments but %d given".formatted(name.text(), arguments.size()));
    }
    return new Operation(upToHere(name), function, arguments.getFirst(), arguments.getLast());
  }

  private List<Expression> arguments() {
    var arguments = new ArrayList<Expression>();
    while (!rest.isEmpty() && !rest.startsWith(")")) {
      if (rest.startsWith(",")) {
        throw new CheckException(rest, "missing argument");
      }
      Slice start = rest;
      Expression argument = operand(false);
      rest = rest.trimStart();
      while (!rest.isEmpty() && !rest.startsWith(",") && !rest.startsWith(")")) {
        argument = operation(start, argument);
        rest = rest.trimStart();
      }
      arguments.add(argument);
      if (!rest.startsWith(",")) {
        break;
      }
      rest = rest.from(1).trimStart();
      if (rest.startsWith(")")) {
        throw new CheckException(rest, "missing argument");
      }
    }
    return arguments;
  }

  private static @Nullable Operator function(String name) {
    return switch (name) {
      case "add" -> Operator.ADD;
      case "sub" -> Operator.SUB;
      case "mul" -> Operator.MUL;
      case "div" -> Operator.DIV;
      case "min" -> Operator.MIN;
      case "max" -> Operator.MAX;
      default -> null;
    };
  }

  /** Reads a number in a base, or with a prefix that tells the base if that is 0. */
  private Expression literal(int base, boolean mayBeConstraint) {
    Slice start = rest;
    boolean negative = rest.startsWith("-");
    Slice digits = negative ? rest.from(1) : rest;
    int radix = base == 0 ? radix(digits) : base;
    if (base == 0 && radix != 10) {
      digits = digits.from(digits.charAt(1) >= '0' && digits.charAt(1) <= '9' ? 1 : 2);
    }
    int count = 0;
    while (count < digits.length() && Character.digit(digits.charAt(count), radix) >= 0) {
      count++;
    }
    if (count == 0) {
      throw new CheckException(
          start,
          "invalid " + (mayBeConstraint ? "matching constraint or " : "") + "operand format");
    }
    var value = new BigInteger(digits.first(count).text(), radix);
    rest = digits.from(count);
    return new Expression.Literal(upToHere(start), negative ? value.negate() : value);
  }

  private static int radix(Slice digits) {
    if (digits.charAt(0) != '0') {
      return 10;
    }
    char mark = digits.charAt(1);
    return switch (mark) {
      case 'x', 'X' -> 16;
      case 'b', 'B' -> 2;
      case 'o' -> 8;
      default -> mark >= '0' && mark <= '9' ? 8 : 10;
    };
  }

  private Slice upToHere(Slice start) {
    return start.first(rest.start() - start.start());
  }
}
