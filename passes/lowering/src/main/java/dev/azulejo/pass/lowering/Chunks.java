// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.ir.layout.Shape;
import dev.azulejo.ir.layout.expr.IndexExpr;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A copy shared out in chunks along the last dimension: threads that follow each other take chunks
 * that follow each other, so that together they access memory that lies together.
 *
 * @param sizes how many elements there are in each dimension
 * @param vector how many elements a chunk has
 * @param threads how many threads there are
 */
record Chunks(Shape sizes, long vector, long threads) {

  /** How many chunks there are. */
  private long count() {
    return sizes.count() / vector;
  }

  /** How many chunks a thread has at most. */
  int perThread() {
    return Math.toIntExact((count() + threads - 1) / threads);
  }

  /** Where the thread's chunk of a number begins. */
  List<IndexExpr> at(int number) {
    IndexExpr chunk = ThreadFunction.THREAD.plus(number * threads);
    int last = sizes.rank() - 1;
    Shape grid = sizes.with(last, IndexExpr.constant(sizes.size(last) / vector));
    List<IndexExpr> point = new ArrayList<>(grid.unravel(chunk));
    point.set(last, point.get(last).times(vector));
    return point;
  }

  /** How many threads have a chunk of a number; null if all have. */
  @Nullable Long usedBy(int number) {
    long rest = count() - number * threads;
    return rest < threads ? rest : null;
  }
}
