// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.arith.ConstantOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.FloatAttr;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.TypedAttr;
import dev.azulejo.ir.layout.Fragment;
import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.PointTable;
import dev.azulejo.ir.layout.Shape;
import dev.azulejo.ir.layout.expr.IndexExpr;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Elements of a fragment: each thread has to have those that it means, all of them at the same
 * place among its own.
 */
final class FragmentCells implements Cells {
  private final Kernel kernel;
  private final Operation op;
  private final RegisterTile tile;
  private final long[] starts;
  private final PointTable owners;
  private final long ownerCount;

  /**
   * Elements of a fragment.
   *
   * @param starts where the region begins in each dimension
   */
  FragmentCells(Kernel kernel, Operation op, RegisterTile tile, long[] starts) {
    this.kernel = kernel;
    this.op = op;
    this.tile = tile;
    this.starts = starts;
    Layout joint = tile.fragment().joint();
    this.owners = joint.table();
    this.ownerCount = joint.outputShape().size(joint.outputShape().rank() - 1);
  }

  /** Who has which elements of the region, of these sizes without ones in front. */
  Share share(Shape sizes) throws LoweringFailure {
    return kernel.share(op, tile.fragment()).within(starts, sizes);
  }

  // --- Registers --------------------------------------------------------------------------------

  /** Where each of some threads has the element that it means, among its own. */
  private int register(List<IndexExpr> point, @Nullable BitSet threads) throws LoweringFailure {
    List<ThreadFunction> index = index(point);
    long register = -1;
    for (int thread = 0; thread < kernel.threads(); thread++) {
      if (threads != null && !threads.get(thread)) {
        continue;
      }
      long place = place(thread, index);
      if (register >= 0 && place != register) {
        throw LoweringFailure.of(
            op,
            "threads have the elements of the fragment that they mean in different registers, and"
                + " registers can't be chosen while the program runs; go through a buffer in shared"
                + " memory");
      }
      register = place;
    }
    return Math.toIntExact(Math.max(0, register));
  }

  /** The place, among those of a thread, of the element that it means. */
  private long place(int thread, List<ThreadFunction> index) throws LoweringFailure {
    Fragment fragment = tile.fragment();
    Shape shape = fragment.inputShape();
    long number = 0;
    for (int i = 0; i < index.size(); i++) {
      long coordinate = index.get(i).at(thread);
      if (coordinate < 0 || coordinate >= shape.size(i)) {
        throw LoweringFailure.of(op, "it accesses an element that the fragment does not have");
      }
      number = number * shape.size(i) + coordinate;
    }
    long replicas = fragment.replicas();
    for (long replica = 0; replica < replicas; replica++) {
      long both = owners.linear(Math.toIntExact(number * replicas + replica));
      if (both % ownerCount == thread) {
        return both / ownerCount;
      }
    }
    throw LoweringFailure.of(
        op,
        "thread %d means an element of a fragment that another thread has, for their layouts"
            + " differ; go through a buffer in shared memory",
        thread);
  }

  private List<ThreadFunction> index(List<IndexExpr> point) {
    List<ThreadFunction> index = new ArrayList<>();
    int lead = starts.length - point.size();
    for (int i = 0; i < starts.length; i++) {
      IndexExpr start = IndexExpr.constant(starts[i]);
      index.add(kernel.function(i < lead ? start : point.get(i - lead).plus(start)));
    }
    return index;
  }

  // --- Accesses ---------------------------------------------------------------------------------

  @Override
  public Lanes load(Inserter at, Points points, @Nullable Value guard) throws LoweringFailure {
    int[] places = places(points);
    List<Lanes> parts = new ArrayList<>();
    for (int i = 0; i < places.length; ) {
      int whole = tile.perRegister();
      int place = places[i];
      if (tile.isPacked() && isWhole(places, i)) {
        Value word =
            guarded(
                at,
                guard,
                IntegerType.I32,
                inside -> tile.loadRegister(inside, kernel.math(), place / whole));
        parts.add(Lanes.ofWords(tile.element(), whole, List.of(word)));
        i += whole;
      } else {
        Value element =
            guarded(at, guard, tile.element(), inside -> tile.load(inside, kernel.math(), place));
        parts.add(Lanes.of(tile.element(), List.of(element)));
        i++;
      }
    }
    return Lanes.concat(parts, at, kernel.math());
  }

  /** What a register holds; 0 where the thread has nothing in it, and it was never written. */
  private static Value guarded(
      Inserter at, @Nullable Value guard, Type type, Function<Inserter, Value> load) {
    if (guard == null) {
      return load.apply(at);
    }
    TypedAttr zero =
        type instanceof FloatType real ? FloatAttr.of(real, 0) : IntegerAttr.of(type, 0);
    return IfOp.create(
            at,
            guard,
            List.of(type),
            inside -> List.of(load.apply(inside)),
            outside -> List.of(ConstantOp.create(outside, zero).result()))
        .result(0);
  }

  @Override
  public void store(Inserter at, Points points, Lanes values, @Nullable Value guard)
      throws LoweringFailure {
    int[] places = places(points);
    if (guard == null) {
      store(at, places, values);
    } else {
      values.elements(at, kernel.math());
      IfOp.create(at, guard, inside -> store(inside, places, values));
    }
  }

  private void store(Inserter at, int[] places, Lanes values) {
    ThreadMath math = kernel.math();
    for (int i = 0; i < places.length; ) {
      int whole = tile.perRegister();
      if (tile.isPacked() && isWhole(places, i)) {
        Value word = values.part(i, whole, at, math).words(at, math).getFirst();
        tile.storeRegister(at, math, places[i] / whole, word);
        i += whole;
      } else {
        tile.store(at, math, places[i], values.elements(at, math).get(i));
        i++;
      }
    }
  }

  /** Are the elements from one on all those of a register? */
  private boolean isWhole(int[] places, int from) {
    int whole = tile.perRegister();
    if (from + whole > places.length || places[from] % whole != 0) {
      return false;
    }
    for (int i = 1; i < whole; i++) {
      if (places[from + i] != places[from] + i) {
        return false;
      }
    }
    return true;
  }

  private int[] places(Points points) throws LoweringFailure {
    int[] places = new int[points.each().size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = register(points.each().get(i), points.threads());
    }
    return places;
  }
}
