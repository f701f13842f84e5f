// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout.expr;

/**
 * The values that an expression may take: all of them are at least {@code min} and at most {@code
 * max}. The smallest and the largest number of 64 bits stand for "no bound"; results saturate at
 * them, so that a range with two bounds is one in which nothing can have overflown.
 */
public record Range(long min, long max) {
  /** No bound on either side. */
  public static final Range ANY = new Range(Long.MIN_VALUE, Long.MAX_VALUE);

  private static final Range TRUTH = new Range(0, 1);

  /** Just one value. */
  public static Range of(long value) {
    return new Range(value, value);
  }

  /** From 0 to below a size. */
  public static Range below(long size) {
    return new Range(0, size - 1);
  }

  /** Are both sides bounded? */
  public boolean isFinite() {
    return min != Long.MIN_VALUE && max != Long.MAX_VALUE;
  }

  /** Is it just one value? */
  public boolean isSingle() {
    return min == max;
  }

  /** Are all values within 0 and below the size? */
  public boolean isBelow(long size) {
    return min >= 0 && max < size;
  }

  /** The smallest range that has both. */
  public Range union(Range other) {
    return new Range(Math.min(min, other.min), Math.max(max, other.max));
  }

  /** The range of a result. */
  public Range apply(IndexOperator operator, Range rhs) {
    return switch (operator) {
      case ADD -> new Range(add(min, rhs.min), add(max, rhs.max));
      case MUL -> product(rhs);
      case DIV -> rhs.min < 1 ? ANY : quotient(rhs);
      case MOD -> rhs.min < 1 ? ANY : remainder(rhs);
      case XOR -> bits(rhs, 0);
      case AND -> conjunction(rhs);
      case OR -> bits(rhs, Math.max(min, rhs.min));
      case MIN -> new Range(Math.min(min, rhs.min), Math.min(max, rhs.max));
      case MAX -> new Range(Math.max(min, rhs.min), Math.max(max, rhs.max));
      case LESS -> max < rhs.min ? of(1) : min >= rhs.max ? of(0) : TRUTH;
      case EQUAL ->
          isSingle() && equals(rhs) ? of(1) : max < rhs.min || rhs.max < min ? of(0) : TRUTH;
    };
  }

  private Range product(Range rhs) {
    long a = multiply(min, rhs.min);
    long b = multiply(min, rhs.max);
    long c = multiply(max, rhs.min);
    long d = multiply(max, rhs.max);
    return new Range(
        Math.min(Math.min(a, b), Math.min(c, d)), Math.max(Math.max(a, b), Math.max(c, d)));
  }

  private Range quotient(Range rhs) {
    long low = min >= 0 ? Math.floorDiv(min, rhs.max) : divide(min, rhs.min);
    long high = max >= 0 ? divide(max, rhs.min) : Math.floorDiv(max, rhs.max);
    return new Range(low, high);
  }

  private Range remainder(Range rhs) {
    if (min >= 0 && max < rhs.min) {
      return this;
    }
    return new Range(0, rhs.max == Long.MAX_VALUE ? rhs.max : rhs.max - 1);
  }

  private Range conjunction(Range rhs) {
    if (min < 0 && rhs.min < 0) {
      return bits(rhs, 0);
    }
    return new Range(0, min < 0 ? rhs.max : rhs.min < 0 ? max : Math.min(max, rhs.max));
  }

  /**
   * What bit operations make of numbers with as many bits, at least {@code low} if none is
   * negative.
   */
  private Range bits(Range rhs, long low) {
    long most = Math.max(Math.max(max, ~min), Math.max(rhs.max, ~rhs.min));
    return min < 0 || rhs.min < 0 ? new Range(~ones(most), ones(most)) : new Range(low, ones(most));
  }

  /** The smallest number of only ones that is not less than one that is not negative. */
  private static long ones(long value) {
    return value == 0 ? 0 : -1L >>> Long.numberOfLeadingZeros(value);
  }

  private static boolean isUnbounded(long value) {
    return value == Long.MIN_VALUE || value == Long.MAX_VALUE;
  }

  private static long divide(long value, long divisor) {
    return isUnbounded(value) ? value : Math.floorDiv(value, divisor);
  }

  private static long add(long a, long b) {
    if (isUnbounded(a) || isUnbounded(b)) {
      return isUnbounded(a) ? a : b;
    }
    long sum = a + b;
    boolean overflows = ((a ^ sum) & (b ^ sum)) < 0;
    return overflows ? limit(a < 0) : sum;
  }

  private static long multiply(long a, long b) {
    if (a == 0 || b == 0) {
      return 0;
    }
    boolean negative = (a < 0) != (b < 0);
    if (isUnbounded(a) || isUnbounded(b)) {
      return limit(negative);
    }
    long product = a * b;
    long high = Math.multiplyHigh(a, b);
    boolean fits = high == product >> 63;
    return fits ? product : limit(negative);
  }

  private static long limit(boolean negative) {
    return negative ? Long.MIN_VALUE : Long.MAX_VALUE;
  }
}
