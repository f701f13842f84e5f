// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A word with numbers in parentheses, such as {@code U(-1, 1)}: generators and rules look so. */
record Call(String what, String name, List<String> arguments) {

  /**
   * Reads a call.
   *
   * @param what what the text should be, for messages
   */
  static Call parse(String what, String text) {
    String trimmed = text.strip();
    int open = trimmed.indexOf('(');
    if (open < 0) {
      return new Call(what, trimmed, List.of());
    }
    if (!trimmed.endsWith(")")) {
      throw new DataSyntaxException("%s '%s' lacks its ')'".formatted(what, trimmed));
    }
    List<String> arguments = new ArrayList<>();
    for (String argument : trimmed.substring(open + 1, trimmed.length() - 1).split(",", -1)) {
      arguments.add(argument.strip());
    }
    return new Call(what, trimmed.substring(0, open).strip(), List.copyOf(arguments));
  }

  /** Insists on a number of arguments. */
  void expect(int count) {
    if (arguments.size() != count) {
      throw new DataSyntaxException(
          "%s '%s' takes %s, but got %d".formatted(what, name, plural(count), arguments.size()));
    }
  }

  private static String plural(int count) {
    return switch (count) {
      case 0 -> "no arguments";
      case 1 -> "1 argument";
      default -> count + " arguments";
    };
  }

  /** An argument as a number; {@code inf}, {@code -inf} and {@code nan} are numbers too. */
  double number(int i) {
    String text = arguments.get(i).toLowerCase(Locale.ROOT);
    return switch (text) {
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      case "nan" -> Double.NaN;
      default -> plainNumber(text);
    };
  }

  private double plainNumber(String text) {
    // Java also reads a type suffix, hexadecimal floats and the words above spelled out.
    if (text.isEmpty() || !text.chars().allMatch(c -> "0123456789+-.e".indexOf(c) >= 0)) {
      throw notA("a number", text);
    }
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException _) {
      throw notA("a number", text);
    }
  }

  /** An argument as a number that is neither infinite nor NaN. */
  double finite(int i) {
    double value = number(i);
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      throw notA("a finite number", arguments.get(i));
    }
    return value;
  }

  /** An argument as a finite number that is not negative. */
  double tolerance(int i) {
    double value = finite(i);
    if (value < 0) {
      throw notA("a tolerance, which is not negative", arguments.get(i));
    }
    return value;
  }

  /** An argument as an integer within bounds. */
  long integer(int i, long least, long most) {
    String text = arguments.get(i);
    long value;
    try {
      value = Long.parseLong(text);
    } catch (NumberFormatException _) {
      throw notA("an integer", text);
    }
    if (value < least || value > most) {
      throw new DataSyntaxException(
          "%s in %s '%s' must lie between %d and %d".formatted(text, what, name, least, most));
    }
    return value;
  }

  DataSyntaxException unknown(String known) {
    return new DataSyntaxException("unknown %s '%s'; known are %s".formatted(what, name, known));
  }

  private DataSyntaxException notA(String wanted, String text) {
    return new DataSyntaxException("'%s' in %s '%s' is not %s".formatted(text, what, name, wanted));
  }
}
