// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.arith.AndIOp;
import dev.azulejo.dialect.arith.CmpIOp;
import dev.azulejo.dialect.arith.CmpIPredicate;
import dev.azulejo.dialect.arith.TruncFOp;
import dev.azulejo.dialect.ptx.CvtPairOp;
import dev.azulejo.dialect.ptx.StOp;
import dev.azulejo.dialect.tile.CopyOp;
import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.layout.Attempt;
import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.Shape;
import dev.azulejo.ir.layout.expr.IndexExpr;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Copies of a fragment to global memory: each thread stores what it has, as many elements at once
 * as lie together, are aligned, and are inside of the tensor together or not at all. Floats are
 * narrowed two at a time.
 */
final class FragmentStore {
  private static final int WIDEST = 16;
  private static final int MOST = 4;

  private final Kernel kernel;
  private final CopyOp copy;
  private final RegisterTile source;
  private final GlobalRegion target;
  private final Type from;
  private final Type to;
  private final List<List<ThreadFunction>> points;
  private final @Nullable Value isFirst;
  private final Inserter at;

  private FragmentStore(Kernel kernel, CopyOp copy) throws LoweringFailure {
    this.kernel = kernel;
    this.copy = copy;
    this.source = kernel.registers(copy, copy.sourceRegion());
    this.target = GlobalRegion.of(kernel, copy, copy.targetRegion());
    this.from = Kernel.type(copy.source()).elementType();
    this.to = Kernel.type(copy.target()).elementType();
    this.at = Inserter.before(copy);
    Layout elements = elements();
    this.points = points(elements);
    this.isFirst = isFirst(elements);
    boolean narrows =
        from.equals(FloatType.F32) && (to.equals(FloatType.F16) || to.equals(FloatType.BF16));
    if (!from.equals(to) && !narrows) {
      throw LoweringFailure.of(
          copy,
          "a conversion from %s to %s is not known here yet",
          AsmText.ofType(from),
          AsmText.ofType(to));
    }
  }

  static void lower(Kernel kernel, CopyOp copy) throws LoweringFailure {
    new FragmentStore(kernel, copy).lower();
    copy.erase();
  }

  // --- Who has what -----------------------------------------------------------------------------

  private Layout elements() throws LoweringFailure {
    return switch (source.fragment().inverse()) {
      case Attempt.Success<Layout>(Layout inverse) -> inverse;
      case Attempt.Refusal<Layout>(String reason) ->
          throw LoweringFailure.of(copy, "which elements a thread has can't be told: %s", reason);
    };
  }

  /** The elements of a thread by their private index, as points over the thread. */
  private List<List<ThreadFunction>> points(Layout elements) {
    Shape registers = source.fragment().outputShape();
    List<List<ThreadFunction>> all = new ArrayList<>();
    for (int i = 0; i < source.count(); i++) {
      all.add(point(elements, registers.point(i).toArray()));
    }
    return all;
  }

  private List<ThreadFunction> point(Layout elements, long[] register) {
    List<IndexExpr> inputs = new ArrayList<>();
    for (long index : register) {
      inputs.add(IndexExpr.constant(index));
    }
    inputs.add(ThreadFunction.THREAD);
    List<ThreadFunction> point = new ArrayList<>();
    for (IndexExpr expr : elements.forward()) {
      point.add(ThreadFunction.of(expr, inputs, kernel.threads()));
    }
    return point;
  }

  /** Whether the thread is the first of those that have the same; null where all are. */
  private @Nullable Value isFirst(Layout elements) throws LoweringFailure {
    if (source.fragment().replicas() == 1) {
      return null;
    }
    ThreadFunction replica = points.getFirst().getLast();
    for (List<ThreadFunction> point : points) {
      if (!Long.valueOf(0).equals(point.getLast().above(replica))) {
        throw LoweringFailure.of(
            copy,
            "several threads have the same elements, but not the same ones of all: %s",
            elements);
      }
    }
    Value number = kernel.math().value(replica.expr());
    Value zero = kernel.math().constant(0);
    return CmpIOp.create(at, CmpIPredicate.EQ, number, zero).result();
  }

  // --- Stores -----------------------------------------------------------------------------------

  private void lower() {
    int vector = vector();
    kernel.decide(
        copy,
        "copy",
        "from registers to global memory",
        "stores of " + vector * target.bytes() + " bytes, " + points.size() / vector + " a thread",
        vector * target.bytes() == WIDEST
            ? ""
            : "threads have no more elements that lie together in the tensor, aligned and inside"
                + " together");
    for (int i = 0; i < points.size(); i += vector) {
      store(i, vector);
    }
  }

  /** How many elements can be stored at once, wherever a thread begins. */
  private int vector() {
    int vector = Math.min(WIDEST / target.bytes(), source.count());
    vector = Integer.highestOneBit(vector);
    while (vector > 1 && !canStore(vector)) {
      vector /= 2;
    }
    return vector;
  }

  private boolean canStore(int vector) {
    int values = from.equals(to) ? vector / source.perRegister() : vector / 2;
    if (values > MOST || source.count() % vector != 0 || !target.isMadeOf(vector)) {
      return false;
    }
    for (int i = 0; i < points.size(); i++) {
      if (!follows(i - i % vector, i, vector)) {
        return false;
      }
    }
    return true;
  }

  /** Is an element the right number of columns behind the first one of its vector? */
  private boolean follows(int first, int other, int vector) {
    List<ThreadFunction> start = points.get(first);
    List<ThreadFunction> point = points.get(other);
    int last = source.fragment().inputShape().rank() - 1;
    for (int i = 0; i <= last; i++) {
      long wanted = i == last ? other - first : 0;
      if (!Long.valueOf(wanted).equals(point.get(i).above(start.get(i)))) {
        return false;
      }
    }
    return start.get(last).isMultipleOf(vector);
  }

  private void store(int first, int vector) {
    List<IndexExpr> point = new ArrayList<>();
    for (int i = 0; i < source.fragment().inputShape().rank(); i++) {
      point.add(points.get(first).get(i).expr());
    }
    Address address = target.address(point);
    Value guard = guard(target.isInside(point));
    List<Value> values = values(first, vector);
    if (guard == null) {
      StOp.create(at, "global", address.base(), address.bytes(), values);
    } else {
      StOp.createGuarded(at, "global", address.base(), address.bytes(), values, guard);
    }
  }

  private @Nullable Value guard(@Nullable Value inside) {
    if (inside == null || isFirst == null) {
      return inside == null ? isFirst : inside;
    }
    return AndIOp.create(at, inside, isFirst).result();
  }

  private List<Value> values(int first, int vector) {
    List<Value> values = new ArrayList<>();
    int perRegister = source.perRegister();
    if (from.equals(to) && source.isPacked() && vector % perRegister == 0) {
      for (int i = first; i < first + vector; i += perRegister) {
        values.add(source.loadRegister(at, kernel.math(), i / perRegister));
      }
      return values;
    }
    for (int i = first; i < first + vector; i++) {
      Value value = load(i);
      if (from.equals(to)) {
        values.add(value);
      } else if (vector == 1) {
        values.add(TruncFOp.create(at, value, to).out());
      } else {
        i++;
        String pair = to.equals(FloatType.F16) ? "f16x2" : "bf16x2";
        values.add(CvtPairOp.create(at, load(i), value, IntegerType.I32, pair).result());
      }
    }
    return values;
  }

  private Value load(int register) {
    return source.load(at, kernel.math(), register);
  }
}
