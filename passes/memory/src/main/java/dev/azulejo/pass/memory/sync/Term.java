// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.memory.sync;

import dev.azulejo.ir.Value;
import org.jspecify.annotations.Nullable;

/** What sums of numbers that all threads share are made of. */
sealed interface Term {

  /**
   * A number that nobody knows before the program runs; each is itself alone.
   *
   * <p>The smallest and the largest number of 64 bits stand for "no bound".
   */
  final class Symbol implements Term {
    private final @Nullable Value value;
    private final long min;
    private final long max;

    /**
     * A number.
     *
     * @param value whose number it is now; null for one of the past
     * @param min the least that it may be
     * @param max the most that it may be
     */
    Symbol(@Nullable Value value, long min, long max) {
      this.value = value;
      this.min = min;
      this.max = max;
    }

    @Nullable Value value() {
      return value;
    }

    long min() {
      return min;
    }

    long max() {
      return max;
    }

    /** Is it one of few numbers? */
    boolean isFinite() {
      return min != Long.MIN_VALUE && max != Long.MAX_VALUE;
    }

    /** One that may be as much, of another time. */
    Symbol stale() {
      return new Symbol(null, min, max);
    }
  }

  /**
   * What is left of a sum that is not negative when it is divided.
   *
   * @param of the sum
   * @param modulus what it is divided by, more than 0
   */
  record Rest(Sum of, long modulus) implements Term {}
}
