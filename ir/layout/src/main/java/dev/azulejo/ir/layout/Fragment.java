// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.layout;

import dev.azulejo.ir.layout.expr.Bounds;
import dev.azulejo.ir.layout.expr.IndexExpr;
import dev.azulejo.ir.layout.expr.Simplifier;
import java.util.List;
import java.util.Objects;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.impl.list.mutable.FastList;
import org.jspecify.annotations.Nullable;

/**
 * A tile spread over threads: element {@code x} lives in the threads {@code P(x, r)} for {@code 0
 * <= r < R}, in each of them at the private index {@code F(x)}.
 *
 * <p>Threads count from 0; which threads of a block these are is said by the {@link #range}, if it
 * is decided. Questions are put to the {@link #joint} layout {@code (x, r) -> (F(x), P(x, r))}.
 */
public final class Fragment implements Placement {
  private final Layout places;
  private final IndexExpr thread;
  private final long replicas;
  private final @Nullable ThreadRange range;
  private final Layout joint;

  private Fragment(
      Layout places, IndexExpr thread, long replicas, @Nullable ThreadRange range, Layout joint) {
    this.places = places;
    this.thread = thread;
    this.replicas = replicas;
    this.range = range;
    this.joint = joint;
  }

  /**
   * A fragment; refused if an expression has no value, or a negative one, at an index.
   *
   * @param places the private index of each element
   * @param thread the thread that has replica {@code r} of an element
   * @param replicas how many threads have an element
   * @param range the threads of the block that are meant; null if that is not decided
   */
  public static Attempt<Fragment> attempt(
      Layout places, IndexExpr thread, long replicas, @Nullable ThreadRange range) {
    if (replicas < 1) {
      return Attempt.refused("an element needs at least one thread, but has " + replicas);
    }
    Shape inputs = places.inputShape();
    Simplifier simplifier = simplifier(inputs, replicas);
    return new ExprCheck(simplifier, inputs.rank(), true)
        .simplified(thread)
        .then(owner ->
            joint(places, owner, replicas)
                .then(
                    joint -> Attempt.success(new Fragment(places, owner, replicas, range, joint))));
  }

  /**
   * A fragment of no particular threads of a block.
   *
   * @throws IllegalArgumentException if {@link #attempt} refuses it
   */
  public static Fragment of(Layout places, IndexExpr thread, long replicas) {
    return attempt(places, thread, replicas, null).orThrow();
  }

  /**
   * A fragment of these threads, whose private index is what the threads leave over: the digits of
   * the indices that the thread does not depend on, in row-major order, the most significant first.
   * Refused if the thread is not made of digits.
   */
  public static Attempt<Fragment> ofThreads(Shape inputs, IndexExpr thread, long replicas) {
    return UnusedDigits.places(inputs, thread)
        .then(places -> attempt(places, thread, replicas, null));
  }

  /** The fragment where each of so many threads holds everything, in row-major order. */
  public static Fragment fullyReplicated(Shape inputs, long threads) {
    return attempt(
            Layout.rowMajor(inputs), IndexExpr.replica(), threads, new ThreadRange(0, threads))
        .orThrow();
  }

  private static Simplifier simplifier(Shape inputs, long replicas) {
    return new Simplifier(Bounds.of(inputs.extents(), replicas));
  }

  private static Attempt<Layout> joint(Layout places, IndexExpr thread, long replicas) {
    Shape inputs = places.inputShape();
    Shape shape = inputs.concat(Shape.of(replicas));
    List<IndexExpr> index = IndexExpr.inputs(shape.rank());
    MutableList<IndexExpr> forward = FastList.newList(places.forward());
    forward.add(simplifier(shape, 1).substitute(thread, index, index.get(inputs.rank())));
    return Layout.ofAnyRank(shape, forward);
  }

  @Override
  public Shape inputShape() {
    return places.inputShape();
  }

  @Override
  public List<IndexExpr> forward() {
    return places.forward();
  }

  @Override
  public Shape outputShape() {
    return places.outputShape();
  }

  /** The private index of each element. */
  public Layout places() {
    return places;
  }

  /** The thread that has replica {@code r} of an element. */
  public IndexExpr thread() {
    return thread;
  }

  /** How many replicas of each element there are. */
  public long replicas() {
    return replicas;
  }

  /** The threads of the block that are meant; null if that is not decided. */
  public @Nullable ThreadRange range() {
    return range;
  }

  /** The layout {@code (x, r) -> (F(x), P(x, r))}. */
  public Layout joint() {
    return joint;
  }

  /** How many threads there are: the largest one plus 1. */
  public IndexExpr threads() {
    return joint.outputShape().extent(forward().size());
  }

  /** The thread that has a replica of an element. */
  public long threadOf(long replica, long... index) {
    return thread.evaluate(index, replica);
  }

  /**
   * Which element, and which replica of it, a thread has at a private index: a layout {@code (F,
   * thread) -> (x, r)}. Refused unless each thread has an element at each private index, and the
   * map is made of digits.
   */
  public Attempt<Layout> inverse() {
    return joint.inverse();
  }

  /** As {@link #inverse}, where threads may have nothing at a private index. */
  public Attempt<Layout> leftInverse() {
    return joint.leftInverse();
  }

  /**
   * The layout {@code (F, thread) -> L(x)}: what a thread touches of a memory when it moves a
   * private element. Refused if this has no inverse, or the shapes differ.
   */
  public Attempt<Layout> addresses(Layout memory) {
    if (!memory.inputShape().equals(inputShape())) {
      return Attempt.refused(
          "the memory has shape " + memory.inputShape() + ", the fragment " + inputShape());
    }
    return inverse()
        .then(elements -> {
          List<IndexExpr> index = elements.forward().subList(0, inputShape().rank());
          Shape shape = elements.inputShape();
          return Layout.attempt(shape, memory.substitute(shape, index));
        });
  }

  /** Does each thread have everything? */
  public boolean isFullyReplicated() {
    boolean single = replicas == 1 && thread.isConstant(0) && range != null && range.length() == 1;
    return thread instanceof IndexExpr.Replica || single;
  }

  /** The same fragment, meant for these threads of the block. */
  public Fragment bind(@Nullable ThreadRange threads) {
    return new Fragment(places, thread, replicas, threads, joint);
  }

  /** So many times as many replicas; each further set of threads has what the first one has. */
  public Fragment replicate(long times) {
    return Replication.replicate(this, times);
  }

  /**
   * Replicas made a part of the private index: the same data in fewer registers. Refused if the
   * private index has more than one dimension.
   */
  public Attempt<Fragment> deReplicate() {
    return Replication.deReplicate(this);
  }

  /**
   * The fragment without the replicas that are no threads of their own; afterwards there are as
   * many replicas as threads that have an element. Refused if the thread is not made of digits.
   */
  public Attempt<Fragment> condense() {
    return Replication.condense(this);
  }

  /**
   * What is left of the fragment when a dimension is reduced: whoever had a part has the result.
   */
  public Attempt<Fragment> project(int dimension) {
    return Replication.project(this, dimension);
  }

  /**
   * Copies of the tile side by side, in more threads or further on in the private index.
   *
   * @param copies how many copies there are along each dimension
   * @param inThreads whether a copy has threads of its own; otherwise the same threads have all
   *     copies, which needs a private index of one dimension
   * @param lastFastest whether the copies are numbered with the last dimension varying fastest, or
   *     the first
   * @throws IllegalArgumentException if the copies have another rank than the tile, or the private
   *     index has several dimensions
   */
  public Fragment repeat(Shape copies, boolean inThreads, boolean lastFastest) {
    return Repetition.of(this, copies, inThreads, lastFastest);
  }

  /** Other maps with the same number of replicas and threads of the block. */
  Attempt<Fragment> with(Layout newPlaces, IndexExpr newThread) {
    return attempt(newPlaces, newThread, replicas, range);
  }

  /** The thread at other indices, which are expressions over the indices of a shape. */
  IndexExpr threadAt(Shape shape, List<IndexExpr> index, IndexExpr replica, long newReplicas) {
    return simplifier(shape, newReplicas).substitute(thread, index, replica);
  }

  @Override
  public Fragment expand(Shape lead) {
    if (lead.rank() == 0) {
      return this;
    }
    Layout expanded = places.expand(lead);
    Shape shape = expanded.inputShape();
    List<IndexExpr> index = IndexExpr.inputs(shape.rank()).subList(lead.rank(), shape.rank());
    return with(expanded, threadAt(shape, index, IndexExpr.replica(), replicas)).orThrow();
  }

  @Override
  public Attempt<Placement> reshape(Shape shape, int oldBits, int newBits) {
    return Reshaping.of(this, shape, oldBits, newBits).then(Attempt::success);
  }

  @Override
  public boolean isSameAs(Placement other) {
    return other instanceof Fragment fragment
        && replicas == fragment.replicas
        && (range == null || fragment.range == null || range.equals(fragment.range))
        && joint.isSameAs(fragment.joint);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Fragment fragment
            && replicas == fragment.replicas
            && places.equals(fragment.places)
            && thread.equals(fragment.thread)
            && Objects.equals(range, fragment.range));
  }

  @Override
  public int hashCode() {
    return (places.hashCode() * 31 + thread.hashCode()) * 31 + Long.hashCode(replicas);
  }

  /** As text reads it back: {@code [8, 8] -> (d1 mod 2) threads (d0 * 4 + d1 floordiv 2)}. */
  @Override
  public String toString() {
    String copies = replicas == 1 ? "" : " replicate " + replicas;
    String where = range == null ? "" : " range " + range;
    return places + " threads (" + thread + ")" + copies + where;
  }
}
