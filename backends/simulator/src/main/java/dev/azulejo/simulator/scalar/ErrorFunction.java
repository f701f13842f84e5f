// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.scalar;

/**
 * The error function and its complement, to about 15 digits: a power series near zero, a continued
 * fraction further out.
 */
public final class ErrorFunction {
  private static final double NEAR = 2;
  private static final double FAR = 28;
  private static final int TERMS = 80;

  private ErrorFunction() {}

  /** The error function. */
  public static double erf(double x) {
    return Math.abs(x) < NEAR ? series(x) : Math.copySign(1 - fraction(Math.abs(x)), x);
  }

  /** One less the error function. */
  public static double erfc(double x) {
    if (Double.isNaN(x)) {
      return x;
    }
    return Math.abs(x) < NEAR ? 1 - series(x) : x > 0 ? fraction(x) : 2 - fraction(-x);
  }

  /** {@code 2/sqrt(pi) * exp(-x^2) * sum of 2^n x^(2n+1) / (1 * 3 * ... * (2n+1))}. */
  private static double series(double x) {
    double term = x;
    double sum = x;
    for (int n = 1; n < TERMS; n++) {
      term *= 2 * x * x / (2 * n + 1);
      sum += term;
    }
    return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
  }

  /** {@code exp(-x^2)/sqrt(pi) / (x + (1/2)/(x + (2/2)/(x + ...)))} for {@code x >= 2}. */
  private static double fraction(double x) {
    if (x > FAR || Double.isNaN(x)) {
      return Double.isNaN(x) ? x : 0;
    }
    double rest = x;
    for (int n = TERMS; n > 0; n--) {
      rest = x + n / 2.0 / rest;
    }
    return Math.exp(-x * x) / Math.sqrt(Math.PI) / rest;
  }
}
