// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.cuda.runtime.manifest;

/**
 * An integer that depends on the arguments of a call. Its text is {@code 128}, {@code dim(A, 0)},
 * {@code n}, {@code a + b}, {@code a - b}, {@code a * b}, {@code ceildiv(a, b)}, {@code floordiv(a,
 * b)}, {@code mod(a, b)}, {@code min(a, b)}, {@code max(a, b)}.
 */
public sealed interface IntegerExpression {

  /**
   * The value for the arguments of a call.
   *
   * @throws ArithmeticException if it does not fit 64 bits, or something is divided by zero
   */
  long evaluate(ArgumentValues values);

  /** A number. */
  record Constant(long value) implements IntegerExpression {
    @Override
    public long evaluate(ArgumentValues values) {
      return value;
    }

    @Override
    public String toString() {
      return Long.toString(value);
    }
  }

  /** How many elements a buffer has along a dimension, outermost first. */
  record Dimension(String argument, int index) implements IntegerExpression {
    @Override
    public long evaluate(ArgumentValues values) {
      return values.dimension(argument, index);
    }

    @Override
    public String toString() {
      return "dim(" + argument + ", " + index + ")";
    }
  }

  /** An integer argument. */
  record Scalar(String argument) implements IntegerExpression {
    @Override
    public long evaluate(ArgumentValues values) {
      return values.scalar(argument);
    }

    @Override
    public String toString() {
      return argument;
    }
  }

  /** Two expressions combined. */
  record Binary(Operator operator, IntegerExpression left, IntegerExpression right)
      implements IntegerExpression {
    @Override
    public long evaluate(ArgumentValues values) {
      return operator.apply(left.evaluate(values), right.evaluate(values));
    }

    @Override
    public String toString() {
      if (!operator.isInfix()) {
        return operator.text + "(" + left + ", " + right + ")";
      }
      boolean product = operator == Operator.MULTIPLY;
      return (product ? inParentheses(left) : left.toString())
          + " "
          + operator.text
          + " "
          + inParentheses(right);
    }

    private static String inParentheses(IntegerExpression part) {
      boolean infix = part instanceof Binary binary && binary.operator.isInfix();
      return infix ? "(" + part + ")" : part.toString();
    }
  }

  /** How two expressions are combined. */
  enum Operator {
    /** Their sum. */
    ADD("+"),
    /** Their difference. */
    SUBTRACT("-"),
    /** Their product. */
    MULTIPLY("*"),
    /** Their quotient, rounded up. */
    CEIL_DIVIDE("ceildiv"),
    /** Their quotient, rounded down. */
    FLOOR_DIVIDE("floordiv"),
    /** What remains of the quotient that is rounded down. */
    MODULO("mod"),
    /** The smaller one. */
    MINIMUM("min"),
    /** The larger one. */
    MAXIMUM("max");

    private final String text;

    Operator(String text) {
      this.text = text;
    }

    private long apply(long left, long right) {
      return switch (this) {
        case ADD -> Math.addExact(left, right);
        case SUBTRACT -> Math.subtractExact(left, right);
        case MULTIPLY -> Math.multiplyExact(left, right);
        case CEIL_DIVIDE -> Math.ceilDivExact(left, right);
        case FLOOR_DIVIDE -> Math.floorDivExact(left, right);
        case MODULO -> Math.floorMod(left, right);
        case MINIMUM -> Math.min(left, right);
        case MAXIMUM -> Math.max(left, right);
      };
    }

    /** How it is written. */
    public String text() {
      return text;
    }

    /** Whether it stands between its operands, not before them. */
    public boolean isInfix() {
      return this == ADD || this == SUBTRACT || this == MULTIPLY;
    }
  }
}
