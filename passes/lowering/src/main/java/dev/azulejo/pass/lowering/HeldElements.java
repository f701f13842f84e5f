// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.ir.layout.Fragment;
import dev.azulejo.ir.layout.expr.IndexExpr;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which element each thread has at each private index of a fragment of which all threads have one
 * everywhere.
 *
 * @param index the coordinates of the element, over the private index and the thread
 * @param points the same for each private index
 */
record HeldElements(List<IndexExpr> index, List<List<ThreadFunction>> points) {

  /** The elements of a fragment with a private index of one dimension; null where some are none. */
  static @Nullable HeldElements of(Fragment fragment, long threads) {
    List<IndexExpr> elements =
        fragment.outputShape().rank() == 1 ? Share.wholeInverse(fragment) : null;
    if (elements == null) {
      return null;
    }
    List<IndexExpr> index = List.copyOf(elements.subList(0, fragment.inputShape().rank()));
    List<List<ThreadFunction>> points = new ArrayList<>();
    for (long place = 0; place < fragment.outputShape().count(); place++) {
      List<ThreadFunction> point = new ArrayList<>();
      for (IndexExpr expr : index) {
        List<IndexExpr> inputs = List.of(IndexExpr.constant(place), ThreadFunction.THREAD);
        point.add(ThreadFunction.of(expr, inputs, threads));
      }
      points.add(point);
    }
    return new HeldElements(index, points);
  }
}
