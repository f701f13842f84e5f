// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.data;

/** Counts what disagrees, and finds the first of it and the greatest errors. */
final class ComparisonTally {
  private final Comparison rule;
  private final Tensor actual;
  private final Tensor expected;
  private int mismatches;
  private int first = -1;
  private int worst = -1;
  private double worstError = -1;
  private double absolute;
  private double relative;

  ComparisonTally(Comparison rule, Tensor actual, Tensor expected) {
    this.rule = rule;
    this.actual = actual;
    this.expected = expected;
  }

  /** Takes an element into account; elements may come in any order. */
  void add(int element, boolean agrees) {
    double wanted = expected.value(element);
    double error = Math.abs(actual.value(element) - wanted);
    if (!agrees) {
      mismatches++;
      first = first < 0 ? element : Math.min(first, element);
      rankAmongWorst(element, Double.isNaN(error) ? Double.POSITIVE_INFINITY : error);
    }
    // Infinities and NaNs have no error: they agree or they don't.
    if (Double.isFinite(error)) {
      absolute = Math.max(absolute, error);
      relative = wanted == 0 ? relative : Math.max(relative, error / Math.abs(wanted));
    }
  }

  private void rankAmongWorst(int element, double error) {
    if (error > worstError || (error == worstError && element < worst)) {
      worst = element;
      worstError = error;
    }
  }

  /** Whether all elements so far agreed. */
  boolean isClean() {
    return mismatches == 0;
  }

  /** The result for a rule that is about elements alone. */
  ComparisonResult result() {
    return result(isClean(), 0);
  }

  ComparisonResult result(boolean passed, double dissimilarity) {
    return new ComparisonResult(
        rule,
        actual,
        expected,
        passed,
        mismatches,
        first,
        worst,
        absolute,
        relative,
        dissimilarity);
  }
}
