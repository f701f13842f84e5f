// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.affine;

import java.util.ArrayList;
import java.util.List;

/**
 * Several expressions over one space: {@code (d0, d1)[s0] -> (d0 + s0, d1 floordiv 4)}.
 *
 * @param dimensions how many dimensions the space has
 * @param symbols how many symbols the space has
 * @param results the expressions
 */
public record AffineMap(int dimensions, int symbols, List<AffineExpr> results) {
  /** Copies the list. */
  public AffineMap {
    results = List.copyOf(results);
  }

  /** A map over a space. */
  public static AffineMap of(int dimensions, int symbols, List<? extends AffineExpr> results) {
    return new AffineMap(dimensions, symbols, List.copyOf(results));
  }

  /** The map that gives each dimension back. */
  public static AffineMap identity(int dimensions) {
    List<AffineExpr> results = new ArrayList<>(dimensions);
    for (int i = 0; i < dimensions; i++) {
      results.add(AffineExpr.dimension(i));
    }
    return new AffineMap(dimensions, 0, results);
  }

  /** The map that gives chosen dimensions in a chosen order. */
  public static AffineMap permutation(int dimensions, int... positions) {
    List<AffineExpr> results = new ArrayList<>(positions.length);
    for (int position : positions) {
      results.add(AffineExpr.dimension(position));
    }
    return new AffineMap(dimensions, 0, results);
  }

  /** Does it give each dimension back, in order? */
  public boolean isIdentity() {
    return symbols == 0 && equals(identity(dimensions));
  }

  /**
   * Computes all results.
   *
   * @throws ArithmeticException as {@link AffineExpr#evaluate} does
   */
  public long[] evaluate(long[] dimensionValues, long... symbolValues) {
    long[] values = new long[results.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = results.get(i).evaluate(dimensionValues, symbolValues);
    }
    return values;
  }

  /** The map that applies another one without symbols first, and then this one. */
  public AffineMap after(AffineMap first) {
    if (first.results().size() != dimensions || first.symbols() != 0) {
      throw new IllegalArgumentException(first + " gives not what " + this + " takes");
    }
    AffineExpr[] inputs = first.results().toArray(AffineExpr[]::new);
    AffineExpr[] names = new AffineExpr[symbols];
    for (int i = 0; i < symbols; i++) {
      names[i] = AffineExpr.symbol(i);
    }
    List<AffineExpr> composed = new ArrayList<>(results.size());
    for (AffineExpr result : results) {
      composed.add(result.substitute(inputs, names));
    }
    return new AffineMap(first.dimensions(), symbols, composed);
  }

  /** The text between the angle brackets of {@code affine_map<...>}. */
  @Override
  public String toString() {
    return AffineText.space(dimensions, symbols) + " -> " + AffineText.list(results);
  }
}
