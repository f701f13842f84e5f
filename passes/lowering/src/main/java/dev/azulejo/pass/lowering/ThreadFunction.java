// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.ir.layout.expr.Bounds;
import dev.azulejo.ir.layout.expr.IndexExpr;
import dev.azulejo.ir.layout.expr.Simplifier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number that depends on the thread: an expression to emit, and its value in each thread to
 * decide. The thread is the expression's only input.
 */
final class ThreadFunction {
  /** The number of the thread. */
  static final IndexExpr THREAD = IndexExpr.input(0);

  private final IndexExpr expr;
  private final long[] values;

  private ThreadFunction(IndexExpr expr, long[] values) {
    this.expr = expr;
    this.values = values;
  }

  /** The function of so many threads that an expression is. */
  static ThreadFunction of(IndexExpr expr, long threads) {
    return of(expr, List.of(THREAD), threads);
  }

  /** The function that an expression is when its inputs are expressions over the thread. */
  static ThreadFunction of(IndexExpr expr, List<IndexExpr> inputs, long threads) {
    IndexExpr simple = simplifier(threads).substitute(expr, inputs, IndexExpr.replica());
    var values = new long[Math.toIntExact(threads)];
    var thread = new long[1];
    for (int i = 0; i < values.length; i++) {
      thread[0] = i;
      values[i] = simple.evaluate(thread, 0);
    }
    return new ThreadFunction(simple, values);
  }

  private static Simplifier simplifier(long threads) {
    return new Simplifier(Bounds.of(List.of(IndexExpr.constant(threads)), 1));
  }

  /** The expression. */
  IndexExpr expr() {
    return expr;
  }

  /** The value in a thread. */
  long at(int thread) {
    return values[thread];
  }

  /** How much more it is than another one, in every thread; null where that differs. */
  @Nullable Long above(ThreadFunction other) {
    long difference = values[0] - other.values[0];
    for (int i = 1; i < values.length; i++) {
      if (values[i] - other.values[i] != difference) {
        return null;
      }
    }
    return difference;
  }

  long min() {
    long min = values[0];
    for (long value : values) {
      min = Math.min(min, value);
    }
    return min;
  }

  long max() {
    long max = values[0];
    for (long value : values) {
      max = Math.max(max, value);
    }
    return max;
  }

  /** Is it a multiple of a number in every thread? */
  boolean isMultipleOf(long number) {
    for (long value : values) {
      if (value % number != 0) {
        return false;
      }
    }
    return true;
  }
}
