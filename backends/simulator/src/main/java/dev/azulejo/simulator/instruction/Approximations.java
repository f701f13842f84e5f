// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.instruction;

/**
 * Functions that hardware computes with a small error. Here they are computed in double and rounded
 * once, which lies within what the instruction set allows, as do the GPU's own results.
 */
final class Approximations {
  private static final double LOG_OF_2 = Math.log(2);

  private Approximations() {}

  /** Two to the power of a number. */
  static double powerOfTwo(double exponent) {
    return Math.pow(2, exponent);
  }

  /** The logarithm to base 2, exact for powers of two. */
  static double logarithm(double value) {
    int exponent = Math.getExponent(value);
    boolean isPower = value > 0 && value == Math.scalb(1.0, exponent);
    return isPower ? exponent : Math.log(value) / LOG_OF_2;
  }

  /** One divided by a square root. */
  static double reciprocalRoot(double value) {
    return 1 / Math.sqrt(value);
  }
}
