// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

package dev.azulejo.filecheck;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A numeric expression. */
sealed interface Expression {
  /** The expression as it was written. */
  Slice source();

  /** The format it takes from its variables, {@link NumberFormat#NONE} if they have none. */
  NumberFormat implicitFormat();

  /** The value, or null after adding what is wrong to {@code problems}. */
  @Nullable BigInteger evaluate(List<Problem> problems);

  /** A number. */
  record Literal(Slice source, BigInteger value) implements Expression {
    @Override
    public NumberFormat implicitFormat() {
      return NumberFormat.NONE;
    }

    @Override
    public BigInteger evaluate(List<Problem> problems) {
      return value;
    }
  }

  /** The value of a variable. */
  record Use(Slice source, NumericVariable variable) implements Expression {
    @Override
    public NumberFormat implicitFormat() {
      return variable.format();
    }

    @Override
    public @Nullable BigInteger evaluate(List<Problem> problems) {
      if (variable.value() == null) {
        problems.add(new Problem.Undefined(source));
      }
      return variable.value();
    }
  }

  /** Two expressions joined by an operator or a function. */
  record Operation(Slice source, Operator operator, Expression left, Expression right)
      implements Expression {
    /** Refuses operands whose formats differ, unless the whole has a format of its own. */
    void requireOneFormat() {
      for (Expression operand : List.of(left, right)) {
        if (operand instanceof Operation nested) {
          nested.requireOneFormat();
        }
      }
      NumberFormat one = left.implicitFormat();
      NumberFormat other = right.implicitFormat();
      if (!one.isNone() && !other.isNone() && !one.equals(other)) {
        throw new CheckException(
            source,
            "implicit format conflict between '%s' (%s) and '%s' (%s), need an explicit format specifier"
                .formatted(left.source().text(), one, right.source().text(), other));
      }
    }

    @Override
    public NumberFormat implicitFormat() {
      return left.implicitFormat().isNone() ? right.implicitFormat() : left.implicitFormat();
    }

    @Override
    public @Nullable BigInteger evaluate(List<Problem> problems) {
      BigInteger one = left.evaluate(problems);
      BigInteger other = right.evaluate(problems);
      if (one == null || other == null) {
        return null;
      }
      if (operator == Operator.DIV && other.signum() == 0) {
        problems.add(new Problem.Overflow());
        return null;
      }
      return operator.apply(one, other);
    }
  }

  /** What joins two expressions. */
  enum Operator {
    ADD,
    SUB,
    MUL,
    DIV,
    MIN,
    MAX;

    private BigInteger apply(BigInteger a, BigInteger b) {
      return switch (this) {
        case ADD -> a.add(b);
        case SUB -> a.subtract(b);
        case MUL -> a.multiply(b);
        case DIV -> a.divide(b);
        case MIN -> a.min(b);
        case MAX -> a.max(b);
      };
    }
  }

  /** Why an expression has no value. */
  sealed interface Problem {
    /** A variable without a value. */
    record Undefined(Slice name) implements Problem {}

    /** A division by zero, or a negative number in a format that has none. */
    record Overflow() implements Problem {}
  }
}
