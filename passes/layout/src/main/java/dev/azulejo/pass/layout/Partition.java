// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.layout;

import dev.azulejo.ir.layout.Attempt;
import dev.azulejo.ir.layout.Fragment;
import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.Shape;
import dev.azulejo.ir.layout.expr.IndexExpr;
import java.util.List;

/**
 * The share of each thread where nothing prescribes it: threads that follow each other take vectors
 * that follow each other, in row-major order, {@code thread = (flat / v) mod T} and {@code place =
 * flat / v / T * v + flat mod v}.
 */
final class Partition {
  private Partition() {}

  /**
   * Shares a shape out, in vectors that leave no thread without work where that can be.
   *
   * @param vector how many elements a thread takes at once at most, a power of two
   * @param threads how many threads there are
   */
  static Attempt<Fragment> of(Shape shape, long vector, long threads) {
    if (!shape.isStatic()) {
      return of(shape, vector, threads, 1);
    }
    long count = shape.count();
    long width = vector;
    while (width > 1 && count % (threads * width) != 0) {
      width /= 2;
    }
    long used = Math.min(threads, (count + width - 1) / width);
    return of(shape, width, threads, Math.max(1, threads / used));
  }

  /** As said, each share in so many threads. */
  static Attempt<Fragment> of(Shape shape, long vector, long threads, long replicas) {
    IndexExpr flat = shape.rowMajor(IndexExpr.inputs(shape.rank()));
    IndexExpr number = flat.floorDiv(vector);
    IndexExpr thread = number.mod(threads);
    IndexExpr place = number.floorDiv(threads).times(vector).plus(flat.mod(vector));
    return Layout.attempt(shape, List.of(place))
        .then(places -> Fragment.attempt(places, thread, 1, null))
        .then(fragment ->
            replicas == 1
                ? Attempt.success(fragment)
                : Attempt.success(fragment.replicate(replicas)));
  }
}
