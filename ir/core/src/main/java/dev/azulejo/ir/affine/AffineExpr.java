// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.affine;

/**
 * An integer expression over dimensions and symbols. Expressions are simplified while they are
 * made, so that most ways to write one thing end in one expression.
 */
public sealed interface AffineExpr {

  /** The dimension of a number. */
  record Dimension(int position) implements AffineExpr {
    @Override
    public String toString() {
      return AffineText.of(this);
    }
  }

  /** The symbol of a number: a value that does not change within the space of dimensions. */
  record Symbol(int position) implements AffineExpr {
    @Override
    public String toString() {
      return AffineText.of(this);
    }
  }

  /** A number. */
  record Constant(long value) implements AffineExpr {
    @Override
    public String toString() {
      return AffineText.of(this);
    }
  }

  /** Two expressions as one. */
  final class Binary implements AffineExpr {
    private final AffineOperator operator;
    private final AffineExpr lhs;
    private final AffineExpr rhs;
    private final int hash;
    private final int depth;
    private final boolean symbolic;

    Binary(AffineOperator operator, AffineExpr lhs, AffineExpr rhs) {
      this.operator = operator;
      this.lhs = lhs;
      this.rhs = rhs;
      this.hash = (operator.spelling().hashCode() * 31 + lhs.hashCode()) * 31 + rhs.hashCode();
      this.depth = 1 + Math.max(lhs.depth(), rhs.depth());
      this.symbolic = lhs.isSymbolic() && rhs.isSymbolic();
    }

    /** What is done. */
    public AffineOperator operator() {
      return operator;
    }

    /** The left side. */
    public AffineExpr lhs() {
      return lhs;
    }

    /** The right side. */
    public AffineExpr rhs() {
      return rhs;
    }

    @Override
    public boolean equals(Object other) {
      return this == other
          || (other instanceof Binary binary
              && hash == binary.hash
              && operator == binary.operator
              && lhs.equals(binary.lhs)
              && rhs.equals(binary.rhs));
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public String toString() {
      return AffineText.of(this);
    }
  }

  /** The dimension of a number. */
  static AffineExpr dimension(int position) {
    return new Dimension(position);
  }

  /** The symbol of a number. */
  static AffineExpr symbol(int position) {
    return new Symbol(position);
  }

  /** A number. */
  static AffineExpr constant(long value) {
    return new Constant(value);
  }

  /** Two expressions as one, simplified. */
  static AffineExpr of(AffineOperator operator, AffineExpr lhs, AffineExpr rhs) {
    AffineExpr simpler = AffineSimplification.simplify(operator, lhs, rhs);
    return simpler != null ? simpler : new Binary(operator, lhs, rhs);
  }

  /** The sum. */
  default AffineExpr plus(AffineExpr other) {
    return of(AffineOperator.ADD, this, other);
  }

  /** The sum with a number. */
  default AffineExpr plus(long value) {
    return plus(constant(value));
  }

  /** The difference. */
  default AffineExpr minus(AffineExpr other) {
    return plus(other.negated());
  }

  /** The product. */
  default AffineExpr times(AffineExpr other) {
    return of(AffineOperator.MUL, this, other);
  }

  /** The product with a number. */
  default AffineExpr times(long value) {
    return times(constant(value));
  }

  /** The expression with the other sign. */
  default AffineExpr negated() {
    return times(-1);
  }

  /** The quotient, rounded down. */
  default AffineExpr floorDiv(AffineExpr divisor) {
    return of(AffineOperator.FLOOR_DIV, this, divisor);
  }

  /** The quotient, rounded up. */
  default AffineExpr ceilDiv(AffineExpr divisor) {
    return of(AffineOperator.CEIL_DIV, this, divisor);
  }

  /** The remainder. */
  default AffineExpr mod(AffineExpr divisor) {
    return of(AffineOperator.MOD, this, divisor);
  }

  /** Has it no dimensions? */
  default boolean isSymbolic() {
    return switch (this) {
      case Dimension _ -> false;
      case Symbol _, Constant _ -> true;
      case Binary binary -> binary.symbolic;
    };
  }

  /** How many operations stand inside of each other. */
  default int depth() {
    return this instanceof Binary binary ? binary.depth : 0;
  }

  /** The largest number that surely divides every value; 0 for the constant 0. */
  default long divisor() {
    return AffineSimplification.divisor(this);
  }

  /**
   * Computes the value.
   *
   * @throws ArithmeticException if a result is not a number of 64 bits, or for a division or a
   *     remainder by less than 1
   */
  default long evaluate(long[] dimensions, long[] symbols) {
    return switch (this) {
      case Dimension dimension -> dimensions[dimension.position()];
      case Symbol symbol -> symbols[symbol.position()];
      case Constant constant -> constant.value();
      case Binary binary ->
          binary.operator.apply(
              binary.lhs.evaluate(dimensions, symbols), binary.rhs.evaluate(dimensions, symbols));
    };
  }

  /** Puts other expressions in the place of dimensions and symbols, and simplifies. */
  default AffineExpr substitute(AffineExpr[] dimensions, AffineExpr[] symbols) {
    return switch (this) {
      case Dimension dimension -> dimensions[dimension.position()];
      case Symbol symbol -> symbols[symbol.position()];
      case Constant constant -> constant;
      case Binary binary ->
          of(
              binary.operator,
              binary.lhs.substitute(dimensions, symbols),
              binary.rhs.substitute(dimensions, symbols));
    };
  }
}
