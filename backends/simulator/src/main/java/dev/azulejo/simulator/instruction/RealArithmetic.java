// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.instruction;

import dev.azulejo.ir.number.FloatFormat;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;

/** What instructions do to floating-point numbers of a type. */
final class RealArithmetic {
  private final Real real;
  private final boolean wide;

  RealArithmetic(Real real) {
    this.real = real;
    this.wide = real.format() == FloatFormat.F64;
  }

  /** A product and a number, added and rounded once. */
  long multiplyAdd(long a, long b, long c) {
    double left = real.decode(a);
    double right = real.decode(b);
    double addend = real.decode(c);
    if (wide) {
      return real.encode(
          signed(Doubles.multiplyAdd(real.rounding(), left, right, addend), left * right, addend));
    }
    double product = left * right;
    return real.encode(signed(Exactly.add(product, addend), product, addend));
  }

  /** A sum, or a difference. */
  LongBinaryOperator add(boolean negates) {
    return (a, b) -> {
      double left = real.decode(a);
      double given = real.decode(b);
      double right = negates ? -given : given;
      double sum =
          wide ? Doubles.multiplyAdd(real.rounding(), left, 1, right) : Exactly.add(left, right);
      return real.encode(signed(sum, left, right));
    };
  }

  /** A sum of zero is negative where results are rounded downwards, unless no part of it is. */
  private double signed(double sum, double left, double right) {
    boolean positive =
        Double.doubleToRawLongBits(left) == 0 && Double.doubleToRawLongBits(right) == 0;
    return sum == 0 && real.rounding() == Rounding.DOWN && left == -right && !positive ? -0.0 : sum;
  }

  /** A product. */
  LongBinaryOperator multiply() {
    return (a, b) -> {
      double left = real.decode(a);
      double right = real.decode(b);
      if (!wide) {
        return real.encode(left * right);
      }
      // A negative zero is what changes no product.
      return real.encode(Doubles.multiplyAdd(real.rounding(), left, right, -0.0));
    };
  }

  /** A quotient. */
  LongBinaryOperator divide() {
    return (a, b) -> quotient(real.decode(a), real.decode(b));
  }

  /** One divided by a number. */
  LongUnaryOperator reciprocal() {
    return a -> quotient(1, real.decode(a));
  }

  private long quotient(double left, double right) {
    return real.encode(
        wide ? Doubles.divide(real.rounding(), left, right) : Exactly.divide(left, right));
  }

  /** A square root. */
  LongUnaryOperator squareRoot() {
    return bits -> {
      double a = real.decode(bits);
      return real.encode(wide ? Doubles.squareRoot(real.rounding(), a) : Exactly.squareRoot(a));
    };
  }

  /** A function that is computed in double and rounded. */
  LongUnaryOperator function(DoubleUnaryOperator function) {
    return bits -> real.encode(function.applyAsDouble(real.decode(bits)));
  }

  /** The smaller number, or the larger; of a number and no number, the number unless told so. */
  LongBinaryOperator extremum(boolean larger, boolean propagates) {
    return (a, b) -> {
      double left = real.decode(a);
      double right = real.decode(b);
      boolean leftIsNone = Double.isNaN(left);
      boolean rightIsNone = Double.isNaN(right);
      if (leftIsNone || rightIsNone) {
        return propagates || leftIsNone == rightIsNone
            ? real.notANumber()
            : real.encode(leftIsNone ? right : left);
      }
      return real.encode(larger ? Math.max(left, right) : Math.min(left, right));
    };
  }

  /**
   * A number without its sign, or with the other; a NaN narrower than 64 bits loses what it had.
   */
  LongUnaryOperator sign(boolean drops) {
    int width = real.format().width();
    long sign = 1L << (width - 1);
    return bits -> {
      if (!wide && Double.isNaN(real.decode(bits))) {
        return real.notANumber();
      }
      long flushed = real.flushes() ? real.encode(real.decode(bits)) : bits;
      return new Width(width).unsigned(drops ? flushed & ~sign : flushed ^ sign);
    };
  }

  /** Whether a comparison by a word holds. */
  LongBinaryOperator compare(String comparison) {
    return (a, b) -> {
      double left = real.decode(a);
      double right = real.decode(b);
      boolean ordered = !Double.isNaN(left) && !Double.isNaN(right);
      boolean holds =
          switch (comparison) {
            case "eq" -> left == right;
            case "ne" -> ordered && left != right;
            case "lt" -> left < right;
            case "le" -> left <= right;
            case "gt" -> left > right;
            case "ge" -> left >= right;
            case "equ" -> !ordered || left == right;
            case "neu" -> !ordered || left != right;
            case "ltu" -> !(left >= right);
            case "leu" -> !(left > right);
            case "gtu" -> !(left <= right);
            case "geu" -> !(left < right);
            case "num" -> ordered;
            case "nan" -> !ordered;
            default -> throw new IllegalArgumentException(comparison);
          };
      return holds ? -1 : 0;
    };
  }
}
