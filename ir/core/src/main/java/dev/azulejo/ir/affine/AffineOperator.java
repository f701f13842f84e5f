// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.affine;

/** What an affine expression does with two others. */
public enum AffineOperator {
  /** The sum. */
  ADD("+"),
  /** The product; one side has no dimensions. */
  MUL("*"),
  /** The quotient, rounded down; the right side has no dimensions. */
  FLOOR_DIV("floordiv"),
  /** The quotient, rounded up; the right side has no dimensions. */
  CEIL_DIV("ceildiv"),
  /** The remainder, never negative; the right side has no dimensions. */
  MOD("mod");

  private final String spelling;

  AffineOperator(String spelling) {
    this.spelling = spelling;
  }

  /** How it is written. */
  public String spelling() {
    return spelling;
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
      case FLOOR_DIV -> Math.floorDiv(lhs, positive(rhs));
      case CEIL_DIV -> Math.ceilDiv(lhs, positive(rhs));
      case MOD -> Math.floorMod(lhs, positive(rhs));
    };
  }

  private long positive(long divisor) {
    if (divisor < 1) {
      throw new ArithmeticException(spelling + " by " + divisor);
    }
    return divisor;
  }
}
