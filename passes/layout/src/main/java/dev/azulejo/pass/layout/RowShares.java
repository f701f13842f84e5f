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
 * Shares of a tile that is reduced along its last dimension: each row belongs to as many threads
 * beside each other as are there for it, a power of two, so that few threads or warps have to put
 * their parts together. Threads of a row take vectors in turn; at least eight have a row, if it is
 * long enough, so that memory is read in whole lines.
 */
final class RowShares {
  private static final long FEWEST = 8;

  private RowShares() {}

  /**
   * Shares a shape out.
   *
   * @param vector how many elements a thread takes at once at most, a power of two
   * @param threads how many threads there are
   */
  static Attempt<Fragment> of(Shape shape, long vector, long threads) {
    if (!shape.isStatic()) {
      return Attempt.refused("its shape is not known");
    }
    long length = shape.size(shape.rank() - 1);
    long rows = shape.count() / length;
    long each = Math.max(power(threads / rows), Math.min(FEWEST, power(threads)));
    each = Math.min(each, power(length));
    long width = vector;
    while (width > 1 && (length % width != 0 || length / width < each)) {
      width /= 2;
    }
    long used = Math.min(rows, threads / each) * each;
    return of(shape, width, each, threads / each)
        .then(fragment ->
            threads % used == 0
                ? Attempt.success(fragment.replicate(threads / used))
                : Attempt.success(fragment));
  }

  /** The largest power of two up to a number; 1 for 0. */
  private static long power(long number) {
    return Math.max(1, Long.highestOneBit(number));
  }

  /** Each row in so many threads, so many rows at once. */
  private static Attempt<Fragment> of(Shape shape, long width, long each, long atOnce) {
    int last = shape.rank() - 1;
    List<IndexExpr> index = IndexExpr.inputs(shape.rank());
    IndexExpr row = shape.slice(0, last).rowMajor(index.subList(0, last));
    IndexExpr number = index.get(last).floorDiv(width);
    IndexExpr thread = row.mod(atOnce).times(each).plus(number.mod(each));
    long steps = Math.ceilDiv(shape.size(last) / width, each);
    IndexExpr place =
        row.floorDiv(atOnce)
            .times(steps)
            .plus(number.floorDiv(each))
            .times(width)
            .plus(index.get(last).mod(width));
    return Layout.attempt(shape, List.of(place))
        .then(places -> Fragment.attempt(places, thread, 1, null));
  }
}
