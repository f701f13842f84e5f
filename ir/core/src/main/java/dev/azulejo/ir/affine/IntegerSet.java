// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.affine;

import java.util.List;

/**
 * The points of a space that meet all of some constraints: {@code (d0)[s0] : (d0 >= 0, s0 - d0 - 1
 * >= 0)}.
 *
 * @param dimensions how many dimensions the space has
 * @param symbols how many symbols the space has
 * @param constraints what must hold
 */
public record IntegerSet(int dimensions, int symbols, List<Constraint> constraints) {
  /** Copies the list. */
  public IntegerSet {
    constraints = List.copyOf(constraints);
  }

  /**
   * An expression that must be 0, or at least 0.
   *
   * @param expr the expression
   * @param isEquality whether it must be 0
   */
  public record Constraint(AffineExpr expr, boolean isEquality) {
    @Override
    public String toString() {
      return AffineText.of(expr) + (isEquality ? " == 0" : " >= 0");
    }
  }

  /** A set over a space. */
  public static IntegerSet of(int dimensions, int symbols, List<Constraint> constraints) {
    return new IntegerSet(dimensions, symbols, constraints);
  }

  /**
   * Is a point in the set?
   *
   * @throws ArithmeticException as {@link AffineExpr#evaluate} does
   */
  public boolean contains(long[] dimensionValues, long... symbolValues) {
    for (Constraint constraint : constraints) {
      long value = constraint.expr().evaluate(dimensionValues, symbolValues);
      if (constraint.isEquality() ? value != 0 : value < 0) {
        return false;
      }
    }
    return true;
  }

  /** The text between the angle brackets of {@code affine_set<...>}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(AffineText.space(dimensions, symbols)).append(" : (");
    for (int i = 0; i < constraints.size(); i++) {
      text.append(i == 0 ? "" : ", ").append(constraints.get(i));
    }
    // A set without constraints is written with one that always holds.
    return text.append(constraints.isEmpty() ? "0 == 0)" : ")").toString();
  }
}
