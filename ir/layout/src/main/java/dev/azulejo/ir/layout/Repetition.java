// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout;

import dev.azulejo.ir.layout.expr.IndexExpr;
import java.util.List;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.impl.list.mutable.FastList;

/**
 * Copies of a fragment side by side. With {@code Q} the number of the copy that an element is in:
 * {@code P' = P + threads * Q} where copies have threads of their own, otherwise {@code F' = F +
 * length * Q}.
 */
final class Repetition {
  private Repetition() {}

  static Fragment of(Fragment fragment, Shape copies, boolean inThreads, boolean lastFastest) {
    Shape inputs = fragment.inputShape();
    if (copies.rank() != inputs.rank()) {
      throw new IllegalArgumentException(copies + " copies of a tile of shape " + inputs);
    }
    MutableList<IndexExpr> extents = FastList.newList();
    MutableList<IndexExpr> within = FastList.newList();
    MutableList<IndexExpr> tile = FastList.newList();
    for (int i = 0; i < inputs.rank(); i++) {
      IndexExpr size = inputs.extent(i);
      extents.add(size.times(copies.extent(i)));
      within.add(IndexExpr.input(i).mod(size));
      tile.add(IndexExpr.input(i).floorDiv(size));
    }
    var shape = new Shape(extents);
    IndexExpr number = number(copies, tile, lastFastest);
    List<IndexExpr> place = fragment.places().substitute(shape, within);
    IndexExpr thread = fragment.threadAt(shape, within, IndexExpr.replica(), fragment.replicas());
    if (inThreads) {
      IndexExpr owner = thread.plus(fragment.threads().times(number));
      return fragment.with(Layout.of(shape, place), owner).orThrow();
    }
    if (place.size() != 1) {
      throw new IllegalArgumentException("the private index has " + place.size() + " dimensions");
    }
    IndexExpr length = fragment.outputShape().extent(0);
    Layout places = Layout.of(shape, place.getFirst().plus(length.times(number)));
    return fragment.with(places, thread).orThrow();
  }

  private static IndexExpr number(Shape copies, List<IndexExpr> tile, boolean lastFastest) {
    if (lastFastest) {
      return copies.rowMajor(tile);
    }
    var reversed = new Shape(copies.extents().reversed());
    return reversed.rowMajor(tile.reversed());
  }
}
