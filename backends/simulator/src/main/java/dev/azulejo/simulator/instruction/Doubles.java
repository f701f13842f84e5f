// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.instruction;

import java.math.BigDecimal;

/** Arithmetic of f64 in every direction: to nearest as Java does it, else corrected exactly. */
final class Doubles {
  private Doubles() {}

  private static boolean areFinite(double a, double b, double c) {
    return Double.isFinite(a) && Double.isFinite(b) && Double.isFinite(c);
  }

  /** A whole number; from 0 where it is huge. */
  static double ofWhole(Rounding rounding, long number, boolean huge) {
    BigDecimal exact = new BigDecimal(huge ? Long.toUnsignedString(number) : Long.toString(number));
    double near = exact.doubleValue();
    return directed(near, rounding, exact.subtract(new BigDecimal(near)).signum());
  }

  /** A product and a number, added and rounded once. */
  static double multiplyAdd(Rounding rounding, double a, double b, double c) {
    double near = Math.fma(a, b, c);
    if (rounding == Rounding.NEAREST_EVEN || !areFinite(a, b, c)) {
      return near;
    }
    BigDecimal exact = new BigDecimal(a).multiply(new BigDecimal(b)).add(new BigDecimal(c));
    return directed(near, rounding, exact.subtract(reached(near)).signum());
  }

  /** A quotient. */
  static double divide(Rounding rounding, double a, double b) {
    double near = a / b;
    if (rounding == Rounding.NEAREST_EVEN || !areFinite(a, b, 0) || b == 0) {
      return near;
    }
    BigDecimal divisor = new BigDecimal(b);
    int rest = new BigDecimal(a).subtract(reached(near).multiply(divisor)).signum();
    return directed(near, rounding, rest * divisor.signum());
  }

  /** A square root. */
  static double squareRoot(Rounding rounding, double a) {
    double near = Math.sqrt(a);
    if (rounding == Rounding.NEAREST_EVEN || !Double.isFinite(near)) {
      return near;
    }
    BigDecimal root = new BigDecimal(near);
    return directed(near, rounding, new BigDecimal(a).subtract(root.multiply(root)).signum());
  }

  private static BigDecimal reached(double near) {
    return new BigDecimal(Double.isFinite(near) ? near : Math.copySign(Double.MAX_VALUE, near));
  }

  /** A result to nearest, moved if need be; the exact one is larger where {@code error} is. */
  private static double directed(double near, Rounding rounding, int error) {
    boolean inwards = near > 0 ? error < 0 : error > 0;
    if (Double.isInfinite(near)) {
      boolean away = rounding == (near > 0 ? Rounding.UP : Rounding.DOWN);
      return away ? near : Math.copySign(Double.MAX_VALUE, near);
    }
    return switch (rounding) {
      case NEAREST_EVEN, NEAREST_AWAY -> near;
      case UP -> error > 0 ? Math.nextUp(near) : near;
      case DOWN -> error < 0 ? Math.nextDown(near) : near;
      case ZERO -> inwards ? Math.nextAfter(near, 0) : near;
    };
  }
}
