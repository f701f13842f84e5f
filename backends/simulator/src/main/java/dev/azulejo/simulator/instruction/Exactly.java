// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.instruction;

/**
 * Results in double from which a narrower type is rounded rightly in every direction: where a
 * result has no exact form it is rounded to odd. For numbers of at most 32 bits, which leave room
 * for two digits more and never come near the ends of a double's range.
 */
final class Exactly {
  private Exactly() {}

  /** A number whose error is known by its sign, rounded to odd. */
  private static double odd(double near, double error) {
    if (error == 0 || !Double.isFinite(near) || (Double.doubleToRawLongBits(near) & 1) != 0) {
      return near;
    }
    return error > 0 ? Math.nextUp(near) : Math.nextDown(near);
  }

  /** A sum. */
  static double add(double a, double b) {
    double sum = a + b;
    double part = sum - a;
    return odd(sum, (a - (sum - part)) + (b - part));
  }

  /** A quotient. */
  static double divide(double a, double b) {
    double quotient = a / b;
    if (quotient == 0 || Double.isInfinite(a) || Double.isInfinite(b)) {
      return quotient;
    }
    double rest = Math.fma(-quotient, b, a);
    return odd(quotient, b < 0 ? -rest : rest);
  }

  /** A square root. */
  static double squareRoot(double a) {
    double root = Math.sqrt(a);
    return Double.isInfinite(a) ? root : odd(root, Math.fma(-root, root, a));
  }
}
