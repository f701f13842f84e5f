// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.arith.CmpIOp;
import dev.azulejo.dialect.arith.CmpIPredicate;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.layout.expr.IndexExpr;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition that threads meet by their number: that a digit of it is below a bound, or is not.
 *
 * @param digit the digit, over the thread
 * @param predicate how it is compared
 * @param bound with what
 */
record ThreadCondition(IndexExpr digit, CmpIPredicate predicate, long bound) {

  /** Whether a thread has to meet a condition. */
  enum Wanted {
    YES,
    NO,
    EITHER
  }

  /** The condition that just these threads meet; null if none of this form is. */
  static @Nullable ThreadCondition of(Wanted[] wanted) {
    int threads = wanted.length;
    int whole = Integer.highestOneBit(Math.max(1, 2 * threads - 1));
    for (int size = whole; size > 1; size /= 2) {
      for (int low = 1; low < size; low *= 2) {
        ThreadCondition found = of(wanted, low, size / low, size >= threads);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  /**
   * Conditions that together just these threads meet: one, or that the thread is one of the first
   * and another; none if no such conditions are.
   */
  static List<ThreadCondition> allOf(Wanted[] wanted) {
    ThreadCondition one = of(wanted);
    if (one != null) {
      return List.of(one);
    }
    int end = wanted.length;
    while (end > 0 && wanted[end - 1] != Wanted.YES) {
      end--;
    }
    Wanted[] others = wanted.clone();
    Arrays.fill(others, end, others.length, Wanted.EITHER);
    ThreadCondition other = of(others);
    return other == null
        ? List.of()
        : List.of(new ThreadCondition(ThreadFunction.THREAD, CmpIPredicate.SLT, end), other);
  }

  private static @Nullable ThreadCondition of(
      Wanted[] wanted, int low, int extent, boolean isHighest) {
    int mostYes = -1;
    int leastYes = extent;
    int mostNo = -1;
    int leastNo = extent;
    for (int thread = 0; thread < wanted.length; thread++) {
      int digit = thread / low % extent;
      switch (wanted[thread]) {
        case YES -> {
          mostYes = Math.max(mostYes, digit);
          leastYes = Math.min(leastYes, digit);
        }
        case NO -> {
          mostNo = Math.max(mostNo, digit);
          leastNo = Math.min(leastNo, digit);
        }
        case EITHER -> {}
      }
    }
    IndexExpr shifted = ThreadFunction.THREAD.floorDiv(low);
    IndexExpr number = isHighest ? shifted : shifted.mod(extent);
    if (mostYes < leastNo) {
      return new ThreadCondition(number, CmpIPredicate.SLT, leastNo);
    }
    return mostNo < leastYes ? new ThreadCondition(number, CmpIPredicate.SGE, leastYes) : null;
  }

  /** That a number is 0. */
  static ThreadCondition isZero(IndexExpr number) {
    return new ThreadCondition(number, CmpIPredicate.EQ, 0);
  }

  /** Whether the thread meets it. */
  Value value(Inserter at, Kernel kernel) {
    Value number = kernel.math().value(ThreadFunction.of(digit, kernel.threads()).expr());
    return CmpIOp.create(at, predicate, number, kernel.math().constant(bound)).result();
  }
}
