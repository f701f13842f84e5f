// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.arith.AddIOp;
import dev.azulejo.dialect.arith.ConstantOp;
import dev.azulejo.dialect.arith.DivUIOp;
import dev.azulejo.dialect.arith.ExtSIOp;
import dev.azulejo.dialect.arith.ExtUIOp;
import dev.azulejo.dialect.arith.FloorDivSIOp;
import dev.azulejo.dialect.arith.MulIOp;
import dev.azulejo.dialect.arith.RemUIOp;
import dev.azulejo.dialect.arith.SubIOp;
import dev.azulejo.dialect.arith.TruncFOp;
import dev.azulejo.dialect.memref.AtomicRMWOp;
import dev.azulejo.dialect.memref.LoadOp;
import dev.azulejo.dialect.memref.StoreOp;
import dev.azulejo.dialect.scf.ForOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.ValueMapping;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.layout.expr.IndexExpr;
import dev.azulejo.ir.trait.Constants;
import dev.azulejo.ir.trait.Terminator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a thread does for points that it does at once: each operation of a loop's body for all of
 * them, before the next operation. What is the same for all is computed once; coordinates are
 * computed only where they are more than the index of an element.
 */
final class PointCode {
  private final Nest nest;
  private final Inserter at;
  private final int lanes;
  private final @Nullable BitSet threads;
  private final @Nullable PointCode around;
  private final int lane;
  private final Map<Value, List<Coordinate>> coordinates = new IdentityHashMap<>();
  private final Map<Value, Lanes> values = new IdentityHashMap<>();

  private PointCode(
      Nest nest,
      Inserter at,
      int lanes,
      @Nullable BitSet threads,
      @Nullable PointCode around,
      int lane) {
    this.nest = nest;
    this.at = at;
    this.lanes = lanes;
    this.threads = threads;
    this.around = around;
    this.lane = lane;
  }

  /**
   * Code at a place.
   *
   * @param lanes how many points it is for
   * @param threads the threads that have them; null for all
   */
  static PointCode of(Nest nest, Inserter at, int lanes, @Nullable BitSet threads) {
    return new PointCode(nest, at, lanes, threads, null, -1);
  }

  /** Code for the same points at a place within what this one writes. */
  PointCode inside(Inserter place) {
    return new PointCode(nest, place, lanes, threads, this, -1);
  }

  /** Code for one of the points at a place within what this one writes. */
  PointCode inside(Inserter place, int point) {
    return new PointCode(nest, place, 1, threads, this, point);
  }

  Nest nest() {
    return nest;
  }

  Inserter at() {
    return at;
  }

  int lanes() {
    return lanes;
  }

  @Nullable BitSet threads() {
    return threads;
  }

  // --- What is known of values ------------------------------------------------------------------

  void define(Value original, List<Coordinate> each) {
    coordinates.put(original, each);
    values.remove(original);
  }

  void define(Value original, Lanes each) {
    values.put(original, each);
    coordinates.remove(original);
  }

  /** A value as coordinates, one for each point; null if it is computed otherwise. */
  @Nullable List<Coordinate> coordinates(Value value) {
    List<Coordinate> known = coordinates.get(value);
    if (known != null) {
      return known;
    }
    if (values.containsKey(value)) {
      return null;
    }
    if (around != null) {
      List<Coordinate> outer = around.coordinates(value);
      return outer == null || lane < 0 ? outer : List.of(outer.get(lane));
    }
    if (!(value.type() instanceof IndexType) || !nest.isOutside(value)) {
      return null;
    }
    Coordinate one =
        Constants.of(value) instanceof IntegerAttr number
            ? Coordinate.of(number.longValue())
            : Coordinate.of(value);
    return Collections.nCopies(lanes, one);
  }

  /** A value for each point. */
  Lanes lanes(Value value) {
    Lanes known = values.get(value);
    if (known != null) {
      return known;
    }
    List<Coordinate> index = nest.isOutside(value) ? null : coordinates(value);
    if (index != null) {
      known = computed(index);
      values.put(value, known);
      return known;
    }
    if (around != null) {
      Lanes outer = around.lanes(value);
      return lane < 0
          ? outer
          : Lanes.of(outer.type(), List.of(outer.elements(at, math()).get(lane)));
    }
    return Lanes.uniform(value, lanes);
  }

  private Lanes computed(List<Coordinate> index) {
    List<Value> all = new ArrayList<>();
    for (Coordinate coordinate : index) {
      all.add(value(coordinate));
    }
    return Lanes.of(IndexType.INSTANCE, all);
  }

  private Value value(Coordinate coordinate) {
    IndexExpr own = nest.kernel().function(coordinate.own()).expr();
    Value rest = coordinate.rest();
    if (rest == null) {
      return math().value(own);
    }
    return own.isConstant(0) ? rest : AddIOp.create(at, rest, math().value(own)).result();
  }

  /** A value at one of the points. */
  Value element(Value value, int point) {
    return lanes(value).elements(at, math()).get(point);
  }

  private ThreadMath math() {
    return nest.math();
  }

  // --- Operations -------------------------------------------------------------------------------

  /** Writes what a block does; its end is its owner's affair. */
  void write(Block block) throws LoweringFailure {
    for (Operation op : block) {
      if (!(op instanceof Terminator)) {
        write(op);
      }
    }
  }

  /** Writes what an operation does. */
  void write(Operation op) throws LoweringFailure {
    switch (op) {
      case LoadOp load -> new PointAccess(this, load, load.memref(), load.indices()).load(load);
      case StoreOp store ->
          new PointAccess(this, store, store.memref(), store.indices()).store(store.value());
      case AtomicRMWOp atomic ->
          new PointAccess(this, atomic, atomic.memref(), atomic.indices()).update(atomic);
      case IfOp branch -> new PointControl(this).branch(branch);
      case ForOp loop -> new PointControl(this).loop(loop);
      default -> compute(op);
    }
  }

  private void compute(Operation op) throws LoweringFailure {
    List<Coordinate> index = index(op);
    if (index != null) {
      define(op.result(0), index);
      return;
    }
    if (!accessesNothing(op) || op.regionCount() > 0) {
      throw LoweringFailure.of(op, "no lowering of it in a parallel loop is known");
    }
    Lanes together = together(op);
    if (together != null) {
      define(op.result(0), together);
      return;
    }
    boolean isUniform = true;
    for (Value operand : op.operands()) {
      isUniform &= lanes(operand).isUniform();
    }
    List<List<Value>> results = new ArrayList<>();
    for (int i = 0; i < op.resultCount(); i++) {
      results.add(new ArrayList<>());
    }
    for (int i = 0; i < (isUniform ? 1 : lanes); i++) {
      Operation copy = at.insert(copy(op, i));
      for (int j = 0; j < op.resultCount(); j++) {
        results.get(j).add(copy.result(j));
      }
    }
    for (int j = 0; j < op.resultCount(); j++) {
      List<Value> all = results.get(j);
      define(op.result(j), isUniform ? Lanes.uniform(all.getFirst(), lanes) : lanesOf(op, j, all));
    }
  }

  private static boolean accessesNothing(Operation op) {
    if (!(op instanceof Accessing accessing)) {
      return op instanceof Pure;
    }
    List<Access> accesses = new ArrayList<>();
    accessing.accesses(accesses::add);
    return accesses.isEmpty();
  }

  private static Lanes lanesOf(Operation op, int result, List<Value> all) {
    return Lanes.of(op.result(result).type(), all);
  }

  private Operation copy(Operation op, int point) {
    ValueMapping mapping = new ValueMapping();
    for (Value operand : op.operands()) {
      mapping.put(operand, element(operand, point));
    }
    return op.copy(mapping);
  }

  /** What there are instructions for that do several points at once; else null. */
  private @Nullable Lanes together(Operation op) {
    return switch (op) {
      case TruncFOp narrow when narrow.roundingmode().isEmpty() ->
          Conversions.narrowed(nest.kernel(), at, lanes(narrow.in()), narrow.out().type());
      case ExtSIOp wide ->
          Conversions.widened(nest.kernel(), at, lanes(wide.in()), wide.out().type(), false);
      case ExtUIOp wide ->
          Conversions.widened(nest.kernel(), at, lanes(wide.in()), wide.out().type(), true);
      default -> null;
    };
  }

  // --- Arithmetic on coordinates ----------------------------------------------------------------

  /** The result of arithmetic on coordinates as one; null where it is none. */
  private @Nullable List<Coordinate> index(Operation op) {
    if (op.resultCount() != 1 || !(op.result(0).type() instanceof IndexType)) {
      return null;
    }
    if (op instanceof ConstantOp constant && constant.value() instanceof IntegerAttr number) {
      return Collections.nCopies(lanes, Coordinate.of(number.longValue()));
    }
    if (op.operandCount() != 2) {
      return null;
    }
    List<Coordinate> left = coordinates(op.operand(0));
    List<Coordinate> right = coordinates(op.operand(1));
    if (left == null || right == null) {
      return null;
    }
    List<Coordinate> all = new ArrayList<>();
    for (int i = 0; i < lanes; i++) {
      Coordinate one = index(op, left.get(i), right.get(i));
      if (one == null) {
        return null;
      }
      all.add(one);
    }
    return all;
  }

  private @Nullable Coordinate index(Operation op, Coordinate left, Coordinate right) {
    Inserter ahead = nest.ahead();
    return switch (op) {
      case AddIOp _ -> left.plus(right, ahead);
      case SubIOp _ -> left.plus(right.times(-1, math(), ahead), ahead);
      case MulIOp _ -> product(left, right, ahead);
      case DivUIOp _ -> isNatural(left) ? divided(left, right, false) : null;
      case FloorDivSIOp _ -> divided(left, right, false);
      case RemUIOp _ -> isNatural(left) ? divided(left, right, true) : null;
      default -> null;
    };
  }

  private @Nullable Coordinate product(Coordinate left, Coordinate right, Inserter ahead) {
    Long factor = right.number();
    if (factor != null) {
      return left.times(factor, math(), ahead);
    }
    Long other = left.number();
    return other == null ? null : right.times(other, math(), ahead);
  }

  private static @Nullable Coordinate divided(Coordinate left, Coordinate right, boolean isRest) {
    Long divisor = right.number();
    if (left.rest() != null || divisor == null || divisor < 1) {
      return null;
    }
    IndexExpr own = left.own();
    return new Coordinate(isRest ? own.mod(divisor) : own.floorDiv(divisor), null);
  }

  private boolean isNatural(Coordinate coordinate) {
    return coordinate.rest() == null && nest.kernel().function(coordinate.own()).min() >= 0;
  }
}
