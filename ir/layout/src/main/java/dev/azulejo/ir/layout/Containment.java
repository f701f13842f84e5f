// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout;

import dev.azulejo.ir.layout.expr.IndexExpr;
import java.util.List;
import org.eclipse.collections.api.set.primitive.MutableLongSet;
import org.eclipse.collections.impl.factory.primitive.LongSets;

/**
 * Whether every thread that has, or will touch, an element according to a small fragment has it
 * according to a large one. Reading asks that of a loop's threads and a buffer's; writing asks it
 * in both directions, for otherwise replicas come apart.
 */
public sealed interface Containment {

  /** Every thread has it. */
  record Contained() implements Containment {
    @Override
    public String toString() {
      return "contained";
    }
  }

  /** This thread, of the small fragment's, lacks what it wants at an index of the domain. */
  record Missing(Point index, long thread) implements Containment {
    @Override
    public String toString() {
      return "thread " + thread + " does not have the element at " + index;
    }
  }

  /** The threads at this index of the domain have the element at another private index. */
  record Elsewhere(Point index) implements Containment {
    @Override
    public String toString() {
      return "the element at " + index + " has another private index";
    }
  }

  /** It is not known, and why. */
  record Unproven(String reason) implements Containment {
    @Override
    public String toString() {
      return "containment could not be proven: " + reason;
    }
  }

  /** Is every thread known to have what it wants? */
  default boolean holds() {
    return this instanceof Contained;
  }

  /** Does a large fragment have all that a small one of the same shape has, by the same indices? */
  static Containment of(Fragment large, Fragment small) {
    if (!large.inputShape().equals(small.inputShape())) {
      return new Unproven(small.inputShape() + " and " + large.inputShape() + " differ");
    }
    List<IndexExpr> index = IndexExpr.inputs(large.inputShape().rank());
    return of(small.inputShape(), large, index, small, index, false);
  }

  /**
   * Do the threads of a small fragment have, in a large one, what they want at each index of a
   * domain?
   *
   * @param largeIndex the element of the large fragment that belongs to an index of the domain
   * @param smallIndex the element of the small fragment that belongs to it
   * @param samePlace whether the private indices have to agree too
   */
  static Containment of(
      Shape domain,
      Fragment large,
      List<IndexExpr> largeIndex,
      Fragment small,
      List<IndexExpr> smallIndex,
      boolean samePlace) {
    if (!PointTable.covers(domain)) {
      return new Unproven(domain + " is too large, or not known");
    }
    long distance = distance(large, small);
    MutableLongSet holders = LongSets.mutable.empty();
    for (long number = 0; number < domain.count(); number++) {
      Point index = domain.point(number);
      long[] wanted = at(smallIndex, index);
      long[] held = at(largeIndex, index);
      if (samePlace && !small.places().evaluate(wanted).equals(large.places().evaluate(held))) {
        return new Elsewhere(index);
      }
      holders.clear();
      for (long replica = 0; replica < large.replicas(); replica++) {
        holders.add(large.threadOf(replica, held));
      }
      for (long replica = 0; replica < small.replicas(); replica++) {
        long thread = small.threadOf(replica, wanted);
        if (!holders.contains(thread + distance)) {
          return new Missing(index, thread);
        }
      }
    }
    return new Contained();
  }

  /** What is added to a thread of the small fragment to name a thread of the large one. */
  private static long distance(Fragment large, Fragment small) {
    ThreadRange from = small.range();
    ThreadRange to = large.range();
    return from == null || to == null ? 0 : from.begin() - to.begin();
  }

  private static long[] at(List<IndexExpr> exprs, Point point) {
    var result = new long[exprs.size()];
    long[] index = point.toArray();
    for (int i = 0; i < result.length; i++) {
      result[i] = exprs.get(i).evaluate(index, 0);
    }
    return result;
  }
}
