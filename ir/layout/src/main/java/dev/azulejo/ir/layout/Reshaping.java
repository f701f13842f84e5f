// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout;

import dev.azulejo.ir.layout.expr.Bounds;
import dev.azulejo.ir.layout.expr.IndexExpr;
import dev.azulejo.ir.layout.expr.Simplifier;
import java.util.List;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.impl.list.mutable.FastList;
import org.jspecify.annotations.Nullable;

/**
 * The same storage seen in another shape, with elements of another width. Where elements become
 * smaller by a factor, the last physical index says which part of an old element it is; where they
 * become larger, the parts of a new element have to lie side by side in one thread.
 */
final class Reshaping {
  private final Shape before;
  private final Shape after;
  private final long parts;
  private final boolean narrows;
  private final IndexExpr flat;

  private Reshaping(Shape before, Shape after, long parts, boolean narrows) {
    this.before = before;
    this.after = after;
    this.parts = parts;
    this.narrows = narrows;
    this.flat = after.rowMajor(IndexExpr.inputs(after.rank()));
  }

  private static Attempt<Reshaping> of(Shape before, Shape after, int oldBits, int newBits) {
    if (oldBits < 1 || newBits < 1 || (oldBits % newBits != 0 && newBits % oldBits != 0)) {
      return Attempt.refused(
          "elements of " + oldBits + " bits cannot be seen as elements of " + newBits);
    }
    var simplifier = new Simplifier(Bounds.of(List.of(), 1));
    IndexExpr had = simplifier.simplify(before.product().times(oldBits));
    IndexExpr has = simplifier.simplify(after.product().times(newBits));
    if (!had.equals(has)) {
      return Attempt.refused(before + " has " + had + " bits of storage, " + after + " has " + has);
    }
    boolean narrows = oldBits > newBits;
    int parts = narrows ? oldBits / newBits : newBits / oldBits;
    return Attempt.success(new Reshaping(before, after, parts, narrows));
  }

  static Attempt<Layout> of(Layout layout, Shape after, int oldBits, int newBits) {
    if (oldBits == newBits && after.equals(layout.inputShape())) {
      return Attempt.success(layout);
    }
    return of(layout.inputShape(), after, oldBits, newBits)
        .then(reshaping -> reshaping.layout(layout, layout));
  }

  static Attempt<Fragment> of(Fragment fragment, Shape after, int oldBits, int newBits) {
    if (oldBits == newBits && after.equals(fragment.inputShape())) {
      return Attempt.success(fragment);
    }
    return of(fragment.inputShape(), after, oldBits, newBits)
        .then(reshaping ->
            reshaping
                .layout(fragment.places(), fragment.joint())
                .then(places -> fragment.with(places, reshaping.thread(fragment))));
  }

  private IndexExpr thread(Fragment fragment) {
    return fragment.threadAt(after, oldIndex(), IndexExpr.replica(), fragment.replicas());
  }

  /** The index of the old element that a new one begins in. */
  private List<IndexExpr> oldIndex() {
    if (parts == 1) {
      return before.unravel(flat);
    }
    return before.unravel(narrows ? flat.floorDiv(parts) : flat.times(parts));
  }

  /**
   * The new layout of memory or of private storage.
   *
   * @param whole all that has to be alike in the parts of a new element: the same layout, or with
   *     the thread
   */
  private Attempt<Layout> layout(Layout layout, Layout whole) {
    MutableList<IndexExpr> result = FastList.newList(layout.substitute(after, oldIndex()));
    int last = result.size() - 1;
    if (parts > 1 && narrows) {
      result.set(last, result.get(last).times(parts).plus(flat.mod(parts)));
    } else if (parts > 1) {
      String problem = scattered(layout, whole);
      if (problem != null) {
        return Attempt.refused(problem);
      }
      result.set(last, result.get(last).floorDiv(parts));
    }
    return Layout.attempt(after, result);
  }

  /** Says which parts of a new element do not lie side by side; null if all do. */
  private @Nullable String scattered(Layout layout, Layout whole) {
    if (!layout.hasTable() || !whole.hasTable()) {
      return "the layout is too large, or not known enough, to be seen with larger elements";
    }
    long replicas = whole.inputShape().count() / before.count();
    for (long first = 0; first < before.count(); first += parts) {
      for (long part = 0; part < parts; part++) {
        for (long replica = 0; replica < replicas; replica++) {
          if (!isPart(layout, whole, first * replicas + replica, part, part * replicas)) {
            return "storage is scattered below the new width: "
                + before.point(first)
                + " and "
                + before.point(first + part)
                + " do not lie side by side";
          }
        }
      }
    }
    return null;
  }

  private boolean isPart(Layout layout, Layout whole, long first, long part, long distance) {
    Point base = at(whole, first);
    Point other = at(whole, first + distance);
    int last = layout.forward().size() - 1;
    for (int i = 0; i < base.rank(); i++) {
      long expected = i == last ? base.at(i) / parts * parts + part : base.at(i);
      if (other.at(i) != expected) {
        return false;
      }
    }
    return true;
  }

  private static Point at(Layout layout, long number) {
    return layout.evaluate(layout.inputShape().point(number).toArray());
  }
}
