// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout.expr;

/**
 * What an index expression does with two others. Division rounds down and a remainder is never
 * negative; bit operations are those of two's complement with unlimited sign bits.
 */
public enum IndexOperator {
  /** The sum. */
  ADD("+"),
  /** The product. */
  MUL("*"),
  /** The quotient, rounded down. */
  DIV("floordiv"),
  /** The remainder, never negative. */
  MOD("mod"),
  /** Bits that are set on exactly one side. */
  XOR("xor"),
  /** Bits that are set on both sides. */
  AND("and"),
  /** Bits that are set on either side. */
  OR("or"),
  /** The smaller one. */
  MIN("min"),
  /** The larger one. */
  MAX("max"),
  /** 1 if the left side is less than the right one, otherwise 0. */
  LESS("lt"),
  /** 1 if both sides are equal, otherwise 0. */
  EQUAL("eq");

  private final String spelling;

  IndexOperator(String spelling) {
    this.spelling = spelling;
  }

  /** How it is written. */
  public String spelling() {
    return spelling;
  }

  /** Is it written before its operands, as {@code min(a, b)}? */
  public boolean isFunction() {
    return switch (this) {
      case ADD, MUL, DIV, MOD, XOR, AND, OR -> false;
      case MIN, MAX, LESS, EQUAL -> true;
    };
  }

  /** Does it mean bits rather than numbers? */
  public boolean isBitwise() {
    return switch (this) {
      case XOR, AND, OR -> true;
      case ADD, MUL, DIV, MOD, MIN, MAX, LESS, EQUAL -> false;
    };
  }

  /**
   * Computes it.
   *
   * @throws ArithmeticException if the result is not a number of 64 bits, or for a division or a
   *     remainder by less than 1
   */
  public long apply(long lhs, long rhs) {
    return switch (this) {
      case ADD -> Math.addExact(lhs, rhs);
      case MUL -> Math.multiplyExact(lhs, rhs);
      case DIV -> Math.floorDiv(lhs, positive(rhs));
      case MOD -> Math.floorMod(lhs, positive(rhs));
      case XOR -> lhs ^ rhs;
      case AND -> lhs & rhs;
      case OR -> lhs | rhs;
      case MIN -> Math.min(lhs, rhs);
      case MAX -> Math.max(lhs, rhs);
      case LESS -> lhs < rhs ? 1 : 0;
      case EQUAL -> lhs == rhs ? 1 : 0;
    };
  }

  private long positive(long divisor) {
    if (divisor < 1) {
      throw new ArithmeticException(spelling + " by " + divisor);
    }
    return divisor;
  }
}
