// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.data;

/** Compares a tensor as a whole and tile by tile, see {@link Comparison.Similar}. */
final class TiledSimilarity {
  private static final int TILE = 64;
  private static final Comparison SAME = new Comparison.Exact();

  private final Comparison.Similar rule;
  private final Tensor actual;
  private final Tensor expected;
  private final int rows;
  private final int columns;
  private final ComparisonTally tally;

  /** Sums over a region: of the squares of differences, and of the squares of both sides. */
  private record Sums(double differences, double squares) {
    static final Sums ZERO = new Sums(0, 0);

    Sums plus(Sums other) {
      return new Sums(differences + other.differences, squares + other.squares);
    }

    /** The same as one less twice the products over the squares, without its cancellation. */
    double dissimilarity() {
      return differences == 0 ? 0 : differences / squares;
    }
  }

  TiledSimilarity(Comparison.Similar rule, Tensor actual, Tensor expected) {
    this.rule = rule;
    this.actual = actual;
    this.expected = expected;
    long[] shape = actual.shape();
    this.columns = shape.length < 1 ? 1 : (int) shape[shape.length - 1];
    this.rows = shape.length < 2 ? 1 : (int) shape[shape.length - 2];
    this.tally = new ComparisonTally(rule, actual, expected);
  }

  ComparisonResult result() {
    Sums whole = Sums.ZERO;
    double worst = 0;
    for (long matrix = 0; matrix < actual.count(); matrix += (long) rows * columns) {
      for (int row = 0; row < rows; row += TILE) {
        for (int column = 0; column < columns; column += TILE) {
          Sums sums = sum((int) matrix, row, column);
          worst = Math.max(worst, sums.dissimilarity());
          tally((int) matrix, row, column, sums.dissimilarity() <= rule.most());
          whole = whole.plus(sums);
        }
      }
    }
    worst = Math.max(worst, whole.dissimilarity());
    return tally.result(worst <= rule.most() && tally.isClean(), worst);
  }

  private Sums sum(int matrix, int row, int column) {
    double differences = 0;
    double squares = 0;
    for (int i = row; i < Math.min(row + TILE, rows); i++) {
      for (int j = column; j < Math.min(column + TILE, columns); j++) {
        double x = actual.value(matrix + i * columns + j);
        double y = expected.value(matrix + i * columns + j);
        if (Double.isFinite(x) && Double.isFinite(y)) {
          differences += (x - y) * (x - y);
          squares += x * x + y * y;
        }
      }
    }
    return new Sums(differences, squares);
  }

  private void tally(int matrix, int row, int column, boolean similar) {
    Comparison mustHold = similar ? rule : SAME;
    for (int i = row; i < Math.min(row + TILE, rows); i++) {
      for (int j = column; j < Math.min(column + TILE, columns); j++) {
        int element = matrix + i * columns + j;
        long x = actual.bits(element);
        tally.add(element, mustHold.agree(actual.type(), x, expected.bits(element)));
      }
    }
  }
}
