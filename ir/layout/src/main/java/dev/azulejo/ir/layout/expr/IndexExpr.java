// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout.expr;

import java.util.List;

/**
 * An integer expression over the indices of a tile: the language that layouts are printed in and
 * emitted from. The methods here build expressions exactly as they are called; {@link Simplifier}
 * brings them into the canonical form.
 *
 * <p>Not {@code AffineExpr}: that one is upstream's language with upstream's simplification, and
 * knows neither bit operations nor bounds.
 */
public sealed interface IndexExpr {

  /** The index of an input dimension: {@code d0}. */
  record Input(int position) implements IndexExpr {
    @Override
    public String toString() {
      return ExprText.of(this);
    }
  }

  /** The number of a replica: {@code r}. */
  record Replica() implements IndexExpr {
    @Override
    public String toString() {
      return ExprText.of(this);
    }
  }

  /** A size that is not known yet, at least 1: {@code s0}. */
  record Symbol(int position) implements IndexExpr {
    @Override
    public String toString() {
      return ExprText.of(this);
    }
  }

  /** A number. */
  record Constant(long value) implements IndexExpr {
    @Override
    public String toString() {
      return ExprText.of(this);
    }
  }

  /** Two expressions as one. */
  record Binary(IndexOperator operator, IndexExpr lhs, IndexExpr rhs) implements IndexExpr {
    @Override
    public String toString() {
      return ExprText.of(this);
    }
  }

  /** One of two expressions: the first unless the condition is 0. */
  record Select(IndexExpr condition, IndexExpr nonZero, IndexExpr zero) implements IndexExpr {
    @Override
    public String toString() {
      return ExprText.of(this);
    }
  }

  /** The index of an input dimension. */
  static IndexExpr input(int position) {
    return new Input(position);
  }

  /** The number of a replica. */
  static IndexExpr replica() {
    return new Replica();
  }

  /** A size that is not known yet. */
  static IndexExpr symbol(int position) {
    return new Symbol(position);
  }

  /** A number. */
  static IndexExpr constant(long value) {
    return new Constant(value);
  }

  /** The indices of the first {@code count} dimensions, in order. */
  static List<IndexExpr> inputs(int count) {
    var inputs = new IndexExpr[count];
    for (int i = 0; i < count; i++) {
      inputs[i] = input(i);
    }
    return List.of(inputs);
  }

  /** The sum. */
  default IndexExpr plus(IndexExpr other) {
    return new Binary(IndexOperator.ADD, this, other);
  }

  /** The sum with a number. */
  default IndexExpr plus(long value) {
    return plus(constant(value));
  }

  /** The difference. */
  default IndexExpr minus(IndexExpr other) {
    return plus(other.times(-1));
  }

  /** The product. */
  default IndexExpr times(IndexExpr other) {
    return new Binary(IndexOperator.MUL, this, other);
  }

  /** The product with a number. */
  default IndexExpr times(long value) {
    return times(constant(value));
  }

  /** The quotient, rounded down. */
  default IndexExpr floorDiv(IndexExpr divisor) {
    return new Binary(IndexOperator.DIV, this, divisor);
  }

  /** The quotient by a number, rounded down. */
  default IndexExpr floorDiv(long divisor) {
    return floorDiv(constant(divisor));
  }

  /** The remainder. */
  default IndexExpr mod(IndexExpr divisor) {
    return new Binary(IndexOperator.MOD, this, divisor);
  }

  /** The remainder by a number. */
  default IndexExpr mod(long divisor) {
    return mod(constant(divisor));
  }

  /** The exclusive or of the bits. */
  default IndexExpr xor(IndexExpr other) {
    return new Binary(IndexOperator.XOR, this, other);
  }

  /** The bits that are set in a number too. */
  default IndexExpr and(long mask) {
    return new Binary(IndexOperator.AND, this, constant(mask));
  }

  /**
   * Computes the value.
   *
   * @throws ArithmeticException if a result is not a number of 64 bits, or for a division or a
   *     remainder by less than 1
   * @throws IllegalStateException if a size is not known
   */
  default long evaluate(long[] inputs, long replica) {
    return switch (this) {
      case Input input -> inputs[input.position()];
      case Replica _ -> replica;
      case Symbol symbol -> throw new IllegalStateException(symbol + " has no value");
      case Constant constant -> constant.value();
      case Binary(IndexOperator operator, IndexExpr lhs, IndexExpr rhs) ->
          operator.apply(lhs.evaluate(inputs, replica), rhs.evaluate(inputs, replica));
      case Select(IndexExpr condition, IndexExpr nonZero, IndexExpr zero) ->
          condition.evaluate(inputs, replica) != 0
              ? nonZero.evaluate(inputs, replica)
              : zero.evaluate(inputs, replica);
    };
  }

  /** How many nodes the expression has. */
  default int size() {
    return switch (this) {
      case Input _, Replica _, Symbol _, Constant _ -> 1;
      case Binary(_, IndexExpr lhs, IndexExpr rhs) -> 1 + lhs.size() + rhs.size();
      case Select(IndexExpr condition, IndexExpr nonZero, IndexExpr zero) ->
          1 + condition.size() + nonZero.size() + zero.size();
    };
  }

  /** Is it a number? */
  default boolean isConstant(long value) {
    return this instanceof Constant(long number) && number == value;
  }

  /** Does the variable, an input, a replica or a size, occur? */
  default boolean mentions(IndexExpr variable) {
    return switch (this) {
      case Input _, Replica _, Symbol _, Constant _ -> equals(variable);
      case Binary(_, IndexExpr lhs, IndexExpr rhs) ->
          lhs.mentions(variable) || rhs.mentions(variable);
      case Select(IndexExpr condition, IndexExpr nonZero, IndexExpr zero) ->
          condition.mentions(variable) || nonZero.mentions(variable) || zero.mentions(variable);
    };
  }
}
