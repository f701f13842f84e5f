// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.arith.CmpIOp;
import dev.azulejo.dialect.arith.CmpIPredicate;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.layout.Attempt;
import dev.azulejo.ir.layout.Fragment;
import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.PointTable;
import dev.azulejo.ir.layout.Shape;
import dev.azulejo.ir.layout.expr.IndexExpr;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which points of an index space each thread has: for each private index the point over the thread,
 * and the threads that have one there.
 */
final class Share {
  private final Kernel kernel;
  private final Shape extents;
  private final List<Slot> slots;
  private final @Nullable ThreadFunction replica;

  /** A private index: the point there, and the threads that have one; null for all. */
  private record Slot(List<ThreadFunction> point, @Nullable BitSet threads) {}

  private Share(Kernel kernel, Shape extents, List<Slot> slots, @Nullable ThreadFunction replica) {
    this.kernel = kernel;
    this.extents = extents;
    this.slots = slots;
    this.replica = replica;
  }

  // --- Shares as fragments say them -------------------------------------------------------------

  /** The share that a fragment says; an operation that this is for takes the blame. */
  static Share of(Kernel kernel, Operation op, Fragment fragment) throws LoweringFailure {
    List<IndexExpr> elements = elements(op, fragment);
    Shape registers = fragment.outputShape();
    List<List<ThreadFunction>> points = new ArrayList<>();
    for (long i = 0; i < registers.count(); i++) {
      points.add(point(kernel, elements, registers.point(i).toArray()));
    }
    int rank = fragment.inputShape().rank();
    List<Slot> slots = new ArrayList<>();
    ThreadFunction replica = null;
    for (int i = 0; i < points.size(); i++) {
      List<ThreadFunction> point = points.get(i);
      BitSet threads = owners(kernel, fragment, i, point);
      slots.add(new Slot(List.copyOf(point.subList(0, rank)), threads));
      if (replica != null && !Long.valueOf(0).equals(point.get(rank).above(replica))) {
        throw LoweringFailure.of(
            op, "several threads have the same elements, but not the same ones of all");
      }
      replica = point.get(rank);
    }
    boolean isSingle = fragment.replicas() == 1;
    return new Share(kernel, fragment.inputShape(), slots, isSingle ? null : replica);
  }

  /**
   * Element and replica over the private index and the thread, where each thread has an element at
   * each private index; null where that is not so.
   */
  static @Nullable List<IndexExpr> wholeInverse(Fragment fragment) {
    return switch (fragment.inverse()) {
      case Attempt.Success<Layout>(Layout elements) -> elements.forward();
      case Attempt.Refusal<Layout> _ -> null;
    };
  }

  /** Element and replica over the private index and the thread. */
  private static List<IndexExpr> elements(Operation op, Fragment fragment) throws LoweringFailure {
    Attempt<Layout> inverse = fragment.inverse();
    if (!inverse.succeeded()) {
      inverse = fragment.leftInverse();
    }
    return switch (inverse) {
      case Attempt.Success<Layout>(Layout elements) -> elements.forward();
      case Attempt.Refusal<Layout>(String reason) -> {
        List<IndexExpr> vectors = vectors(fragment);
        if (vectors == null) {
          throw LoweringFailure.of(op, "which elements a thread has can't be told: %s", reason);
        }
        yield vectors;
      }
    };
  }

  /**
   * The inverse of a share where threads take vectors by turns in row-major order, whatever the
   * extents are; null for other ones.
   */
  private static @Nullable List<IndexExpr> vectors(Fragment fragment) {
    Shape shape = fragment.inputShape();
    long all = fragment.threads().evaluate(new long[0], 0);
    if (fragment.replicas() != 1 || fragment.outputShape().rank() != 1) {
      return null;
    }
    for (long vector = 1; vector <= shape.count(); vector *= 2) {
      if (byTurns(shape, vector, all).isSameAs(fragment)) {
        IndexExpr slot = IndexExpr.input(0);
        IndexExpr number = slot.floorDiv(vector).times(all).plus(IndexExpr.input(1));
        List<IndexExpr> point =
            new ArrayList<>(shape.unravel(number.times(vector).plus(slot.mod(vector))));
        point.add(IndexExpr.constant(0));
        return point;
      }
    }
    return null;
  }

  /** The fragment where threads take vectors by turns, in row-major order. */
  static Fragment byTurns(Shape shape, long vector, long threads) {
    IndexExpr flat = shape.rowMajor(IndexExpr.inputs(shape.rank()));
    IndexExpr turn = flat.floorDiv(vector);
    IndexExpr place = turn.floorDiv(threads).times(vector).plus(flat.mod(vector));
    return Fragment.of(Layout.of(shape, place), turn.mod(threads), 1);
  }

  private static List<ThreadFunction> point(
      Kernel kernel, List<IndexExpr> elements, long[] register) {
    List<IndexExpr> inputs = new ArrayList<>();
    for (long index : register) {
      inputs.add(IndexExpr.constant(index));
    }
    inputs.add(ThreadFunction.THREAD);
    List<ThreadFunction> point = new ArrayList<>();
    for (IndexExpr expr : elements) {
      point.add(ThreadFunction.of(expr, inputs, kernel.threads()));
    }
    return point;
  }

  /** The threads that have the point of a private index; null if all have. */
  private static @Nullable BitSet owners(
      Kernel kernel, Fragment fragment, int register, List<ThreadFunction> point) {
    Shape shape = fragment.joint().inputShape();
    PointTable table = fragment.joint().table();
    int lastOutput = table.outputs().rank() - 1;
    long all = table.outputs().size(lastOutput);
    BitSet owners = new BitSet();
    for (int thread = 0; thread < kernel.threads(); thread++) {
      long number = 0;
      for (int i = 0; i < shape.rank() && number >= 0; i++) {
        long coordinate = point.get(i).at(thread);
        boolean isThere = coordinate >= 0 && coordinate < shape.size(i);
        number = isThere ? number * shape.size(i) + coordinate : -1;
      }
      if (number >= 0 && table.linear(Math.toIntExact(number)) == register * all + thread) {
        owners.set(thread);
      }
    }
    return owners.cardinality() == kernel.threads() ? null : owners;
  }

  // --- Parts ------------------------------------------------------------------------------------

  /**
   * The share of what lies in a part of the index space, whose points count from its beginning.
   *
   * @param sizes the sizes of its last dimensions; in those before it has one index
   */
  Share within(long[] starts, Shape sizes) {
    int lead = starts.length - sizes.rank();
    List<Slot> inside = new ArrayList<>();
    for (Slot slot : slots) {
      BitSet threads = new BitSet();
      for (int thread = 0; thread < kernel.threads(); thread++) {
        boolean has = slot.threads == null || slot.threads.get(thread);
        for (int i = 0; i < starts.length; i++) {
          long relative = slot.point.get(i).at(thread) - starts[i];
          has &= relative >= 0 && relative < (i < lead ? 1 : sizes.size(i - lead));
        }
        threads.set(thread, has);
      }
      List<ThreadFunction> point = new ArrayList<>();
      for (int i = lead; i < starts.length; i++) {
        point.add(kernel.function(slot.point.get(i).expr().plus(-starts[i])));
      }
      boolean all = threads.cardinality() == kernel.threads();
      if (!threads.isEmpty()) {
        inside.add(new Slot(point, all ? null : threads));
      }
    }
    return new Share(kernel, sizes, inside, replica);
  }

  // --- What a thread does -----------------------------------------------------------------------

  /** How many private indices there are. */
  int count() {
    return slots.size();
  }

  /** Points from one private index on. */
  Points points(int from, int vector) {
    List<List<IndexExpr>> each = new ArrayList<>();
    for (Slot slot : slots.subList(from, from + vector)) {
      List<IndexExpr> point = new ArrayList<>();
      slot.point.forEach(coordinate -> point.add(coordinate.expr()));
      each.add(point);
    }
    return new Points(each, slots.get(from).threads);
  }

  /** The most points, up to a limit, that always follow each other and have the same threads. */
  int vector(long limit) {
    int vector = (int) Long.highestOneBit(Math.max(1, Math.min(limit, count())));
    while (vector > 1 && !isMadeOf(vector)) {
      vector /= 2;
    }
    return vector;
  }

  private boolean isMadeOf(int vector) {
    if (count() % vector != 0) {
      return false;
    }
    for (int i = 0; i < count(); i++) {
      if (!follows(slots.get(i - i % vector), slots.get(i), i % vector)) {
        return false;
      }
    }
    return true;
  }

  private boolean follows(Slot first, Slot other, int distance) {
    boolean isSame =
        first.threads == null ? other.threads == null : first.threads.equals(other.threads);
    int last = extents.rank() - 1;
    for (int i = 0; i <= last && isSame; i++) {
      long wanted = i == last ? distance : 0;
      isSame = Long.valueOf(wanted).equals(other.point.get(i).above(first.point.get(i)));
    }
    return isSame;
  }

  /** Whether a thread has the points from one private index on; null if all have. */
  @Nullable Value guard(Inserter at, int from, Operation op) throws LoweringFailure {
    Slot slot = slots.get(from);
    if (slot.threads == null) {
      return null;
    }
    ThreadSet set = new ThreadSet(kernel, slot.threads);
    Value condition = set.condition(at, slot.point);
    if (condition == null) {
      throw LoweringFailure.of(op, "no condition was found that says which threads have a part");
    }
    return condition;
  }

  /** Whether a thread is the first of those that have the same points; null if no others do. */
  @Nullable Value isFirst(Inserter at) {
    if (replica == null) {
      return null;
    }
    Value number = kernel.math().value(replica.expr());
    Value zero = kernel.math().constant(0);
    return CmpIOp.create(at, CmpIPredicate.EQ, number, zero).result();
  }
}
