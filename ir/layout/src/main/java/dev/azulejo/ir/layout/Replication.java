// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout;

import dev.azulejo.ir.layout.Digits.Elementary;
import dev.azulejo.ir.layout.expr.IndexExpr;
import java.util.List;
import java.util.Set;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.impl.list.mutable.FastList;

/** What is done with the replicas of fragments. */
final class Replication {
  private Replication() {}

  /** {@code P' = P(x, r mod R) + threads * (r floordiv R)}. */
  static Fragment replicate(Fragment fragment, long times) {
    if (times < 1) {
      throw new IllegalArgumentException("replicate " + times + " times");
    }
    Shape inputs = fragment.inputShape();
    long replicas = Math.multiplyExact(fragment.replicas(), times);
    IndexExpr own = IndexExpr.replica().mod(fragment.replicas());
    IndexExpr thread =
        fragment
            .threadAt(inputs, IndexExpr.inputs(inputs.rank()), own, replicas)
            .plus(fragment.threads().times(IndexExpr.replica().floorDiv(fragment.replicas())));
    return Fragment.attempt(fragment.places(), thread, replicas, fragment.range()).orThrow();
  }

  /**
   * With {@code g = gcd(R, length)}: {@code R' = R/g}, {@code r = r*g + F mod g} and {@code F' = F
   * floordiv g}.
   */
  static Attempt<Fragment> deReplicate(Fragment fragment) {
    Shape inputs = fragment.inputShape();
    if (fragment.forward().size() != 1 || !fragment.outputShape().isStatic()) {
      return Attempt.refused("the private index is not one number of known size");
    }
    long common = gcd(fragment.replicas(), fragment.outputShape().size(0));
    long replicas = fragment.replicas() / common;
    IndexExpr place = fragment.forward().getFirst();
    IndexExpr own = IndexExpr.replica().times(common).plus(place.mod(common));
    IndexExpr thread = fragment.threadAt(inputs, IndexExpr.inputs(inputs.rank()), own, replicas);
    return Layout.attempt(inputs, List.of(place.floorDiv(common)))
        .then(places -> Fragment.attempt(places, thread, replicas, fragment.range()));
  }

  /** Leaves out the digits of the replica that the thread does not depend on. */
  static Attempt<Fragment> condense(Fragment fragment) {
    Layout joint = fragment.joint();
    return Digits.of(joint.inputShape(), List.of(joint.forward().getLast()))
        .then(digits -> condensed(fragment, digits));
  }

  private static Attempt<Fragment> condensed(Fragment fragment, Digits digits) {
    Shape inputs = fragment.inputShape();
    Set<Elementary> used = digits.used();
    IndexExpr replica = IndexExpr.constant(0);
    long replicas = 1;
    for (Elementary digit : digits.digits(inputs.rank())) {
      if (used.contains(digit)) {
        IndexExpr value = IndexExpr.replica().floorDiv(replicas).mod(digit.extent());
        replica = replica.plus(value.times(digit.low()));
        replicas *= digit.extent();
      }
    }
    if (replicas >= fragment.replicas()) {
      return Attempt.success(fragment);
    }
    IndexExpr thread =
        fragment.threadAt(inputs, IndexExpr.inputs(inputs.rank()), replica, replicas);
    return Fragment.attempt(fragment.places(), thread, replicas, fragment.range());
  }

  /**
   * Appends the coordinate to the replica, {@code P'(y, r) = P(y with x_dim = r mod e, r floordiv
   * e)}, and condenses. A tile of one dimension becomes one of a single element.
   */
  static Attempt<Fragment> project(Fragment fragment, int dimension) {
    Shape inputs = fragment.inputShape();
    if (dimension < 0 || dimension >= inputs.rank()) {
      throw new IllegalArgumentException("no dimension " + dimension + " in " + inputs);
    }
    if (!(inputs.extent(dimension) instanceof IndexExpr.Constant(long extent))) {
      return Attempt.refused("the extent of dimension " + dimension + " is not known");
    }
    Shape shape = inputs.rank() == 1 ? Shape.of(1) : inputs.without(dimension);
    MutableList<IndexExpr> index = FastList.newList();
    for (int i = 0; i < inputs.rank(); i++) {
      index.add(IndexExpr.input(i < dimension ? i : i - 1));
    }
    index.set(dimension, IndexExpr.replica().mod(extent));
    long replicas = Math.multiplyExact(extent, fragment.replicas());
    IndexExpr outer = IndexExpr.replica().floorDiv(extent);
    IndexExpr thread = fragment.threadAt(shape, index, outer, replicas);
    return Fragment.ofThreads(shape, thread, replicas)
        .then(Fragment::condense)
        .then(result -> Attempt.success(result.bind(fragment.range())));
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
