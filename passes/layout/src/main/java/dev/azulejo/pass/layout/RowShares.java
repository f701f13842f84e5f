// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.layout;

import dev.azulejo.ir.layout.Attempt;
import dev.azulejo.ir.layout.Fragment;
import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.Shape;
import dev.azulejo.ir.layout.expr.IndexExpr;
import java.util.ArrayList;
import java.util.List;

/**
 * Shares of a tile that is reduced: each of the results belongs to as many threads as are there for
 * it, a power of two, so that few threads or warps have to put their parts together.
 *
 * <p>Along the last dimension, the threads of a row stand beside each other and take vectors in
 * turn; at least eight have a row, if it is long enough, so that memory is read in whole lines.
 * Along others, threads beside each other have results beside each other, for the same reason.
 */
public final class RowShares {
  private static final long FEWEST = 8;

  private RowShares() {}

  /**
   * Shares a shape out; refused where its sizes are not known.
   *
   * @param dimension the dimension that is reduced
   * @param vector how many elements a thread takes at once at most, a power of two
   * @param threads how many threads there are
   */
  public static Attempt<Fragment> of(Shape shape, int dimension, long vector, long threads) {
    if (!shape.isStatic()) {
      return Attempt.refused("its shape is not known");
    }
    return dimension == shape.rank() - 1
        ? ofRows(shape, vector, threads)
        : ofColumns(shape, dimension, threads);
  }

  private static Attempt<Fragment> ofRows(Shape shape, long vector, long threads) {
    long length = shape.size(shape.rank() - 1);
    long rows = shape.count() / length;
    long each = Math.max(power(threads / rows), Math.min(FEWEST, power(threads)));
    each = Math.min(each, power(length));
    long width = vector;
    while (width > 1 && (length % width != 0 || length / width < each)) {
      width /= 2;
    }
    long used = Math.min(rows, threads / each) * each;
    Attempt<Fragment> shares = ofRows(shape, width, each, threads / each);
    // Replicas of rows that threads don't divide would be no digits of the thread's number.
    return threads % used == 0 && length / width % each == 0
        ? shares.then(fragment -> Attempt.success(fragment.replicate(threads / used)))
        : shares;
  }

  /** The largest power of two up to a number; 1 for 0. */
  private static long power(long number) {
    return Math.max(1, Long.highestOneBit(number));
  }

  /** Each row in so many threads, so many rows at once. */
  private static Attempt<Fragment> ofRows(Shape shape, long width, long each, long atOnce) {
    int last = shape.rank() - 1;
    List<IndexExpr> index = IndexExpr.inputs(shape.rank());
    IndexExpr row = shape.slice(0, last).rowMajor(index.subList(0, last));
    IndexExpr number = index.get(last).floorDiv(width);
    long steps = Math.ceilDiv(shape.size(last) / width, each);
    IndexExpr thread = row.mod(atOnce).times(each).plus(number.mod(each));
    IndexExpr place =
        row.floorDiv(atOnce)
            .times(steps)
            .plus(number.floorDiv(each))
            .times(width)
            .plus(index.get(last).mod(width));
    return fragment(shape, place, thread);
  }

  private static Attempt<Fragment> ofColumns(Shape shape, int dimension, long threads) {
    long length = shape.size(dimension);
    long results = shape.count() / length;
    long atOnce = Math.min(power(threads), power(2 * results - 1));
    long each = Math.min(power(threads / atOnce), power(length));
    List<IndexExpr> others = new ArrayList<>(IndexExpr.inputs(shape.rank()));
    IndexExpr number = others.remove(dimension);
    IndexExpr result = shape.without(dimension).rowMajor(others);
    long steps = Math.ceilDiv(length, each);
    IndexExpr thread = number.mod(each).times(atOnce).plus(result.mod(atOnce));
    IndexExpr place = result.floorDiv(atOnce).times(steps).plus(number.floorDiv(each));
    return fragment(shape, place, thread);
  }

  private static Attempt<Fragment> fragment(Shape shape, IndexExpr place, IndexExpr thread) {
    return Layout.attempt(shape, List.of(place))
        .then(places -> Fragment.attempt(places, thread, 1, null));
  }
}
