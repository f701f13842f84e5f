// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A whole number that depends on the arguments of a function, worked out when one of its kernels is
 * launched. Its text is that of manifests: {@code 128}, {@code arg2}, {@code dim(arg0, 1)}, {@code
 * a + b}, {@code a - b}, {@code a * b}, {@code ceildiv(a, b)}, {@code floordiv(a, b)}, {@code
 * mod(a, b)}, {@code min(a, b)}, {@code max(a, b)}.
 */
public sealed interface LaunchExpression {

  /** What the arguments of one call say. */
  interface Arguments {
    /** How many elements a buffer has along a dimension. */
    long size(int argument, int dimension);

    /** The value of a number. */
    long number(int argument);
  }

  /**
   * The value for the arguments of one call.
   *
   * @throws ArithmeticException if it does not fit 64 bits, or something is divided by zero
   */
  long evaluate(Arguments arguments);

  /** The expression of a text, or null where it is none. */
  static @Nullable LaunchExpression parse(String text) {
    return new LaunchExpressionReader(text).read();
  }

  /** The expression that combines two; of numbers it is a number. */
  static LaunchExpression of(Operator operator, LaunchExpression left, LaunchExpression right) {
    boolean divides = operator == Operator.CEILDIV || operator == Operator.FLOORDIV;
    if (right instanceof Constant(long by)) {
      boolean sums = operator == Operator.ADD || operator == Operator.SUBTRACT;
      boolean scales = divides || operator == Operator.MULTIPLY;
      boolean isNeutral = (sums && by == 0) || (scales && by == 1);
      if (isNeutral) {
        return left;
      }
      if (left instanceof Constant(long number) && !(by == 0 && divides)) {
        try {
          return new Constant(operator.apply(number, by));
        } catch (ArithmeticException tooLarge) {
          return new Binary(operator, left, right);
        }
      }
    }
    return new Binary(operator, left, right);
  }

  /** A number. */
  record Constant(long value) implements LaunchExpression {
    @Override
    public long evaluate(Arguments arguments) {
      return value;
    }

    @Override
    public String toString() {
      return Long.toString(value);
    }
  }

  /**
   * An argument: a number, or where a kernel takes a buffer that buffer.
   *
   * @param index its number, from 0
   */
  record Argument(int index) implements LaunchExpression {
    /** How texts call arguments, before their number. */
    static final String NAME = "arg";

    @Override
    public long evaluate(Arguments arguments) {
      return arguments.number(index);
    }

    @Override
    public String toString() {
      return NAME + index;
    }
  }

  /** How many elements a buffer has along a dimension. */
  record Size(int argument, int dimension) implements LaunchExpression {
    @Override
    public long evaluate(Arguments arguments) {
      return arguments.size(argument, dimension);
    }

    @Override
    public String toString() {
      return "dim(" + new Argument(argument) + ", " + dimension + ")";
    }
  }

  /** Two expressions combined. */
  record Binary(Operator operator, LaunchExpression left, LaunchExpression right)
      implements LaunchExpression {
    @Override
    public long evaluate(Arguments arguments) {
      return operator.apply(left.evaluate(arguments), right.evaluate(arguments));
    }

    @Override
    public String toString() {
      String sign = operator.sign();
      if (sign == null) {
        return operator.word() + "(" + left + ", " + right + ")";
      }
      boolean isProduct = operator == Operator.MULTIPLY;
      return (isProduct ? inParentheses(left) : left.toString())
          + " "
          + sign
          + " "
          + inParentheses(right);
    }

    private static String inParentheses(LaunchExpression part) {
      boolean hasSign = part instanceof Binary binary && binary.operator.sign() != null;
      return hasSign ? "(" + part + ")" : part.toString();
    }
  }

  /** How two expressions are combined. */
  enum Operator {
    /** Their sum. */
    ADD,
    /** Their difference. */
    SUBTRACT,
    /** Their product. */
    MULTIPLY,
    /** Their quotient, rounded up. */
    CEILDIV,
    /** Their quotient, rounded down. */
    FLOORDIV,
    /** What remains of the quotient that is rounded down. */
    MOD,
    /** The smaller one. */
    MIN,
    /** The larger one. */
    MAX;

    long apply(long left, long right) {
      return switch (this) {
        case ADD -> Math.addExact(left, right);
        case SUBTRACT -> Math.subtractExact(left, right);
        case MULTIPLY -> Math.multiplyExact(left, right);
        case CEILDIV -> Math.ceilDivExact(left, right);
        case FLOORDIV -> Math.floorDivExact(left, right);
        case MOD -> Math.floorMod(left, right);
        case MIN -> Math.min(left, right);
        case MAX -> Math.max(left, right);
      };
    }

    /** The sign that stands between the two, or null where a word stands before them. */
    @Nullable String sign() {
      return switch (this) {
        case ADD -> "+";
        case SUBTRACT -> "-";
        case MULTIPLY -> "*";
        case CEILDIV, FLOORDIV, MOD, MIN, MAX -> null;
      };
    }

    /** The word that stands before the two. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
