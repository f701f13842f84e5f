// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.memref.AtomicRMWOp;
import dev.azulejo.dialect.memref.LoadOp;
import dev.azulejo.dialect.memref.StoreOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.layout.expr.IndexExpr;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An access of an element of a buffer by points. Where the index is made of coordinates, memory is
 * accessed in vectors; else each element by its computed index.
 */
final class PointAccess {
  private final PointCode code;
  private final Operation op;
  private final Value buffer;
  private final List<? extends Value> indices;

  PointAccess(PointCode code, Operation op, Value buffer, List<? extends Value> indices) {
    this.code = code;
    this.op = op;
    this.buffer = buffer;
    this.indices = indices;
  }

  private Kernel kernel() {
    return code.nest().kernel();
  }

  private boolean isMemory() {
    Space space = Space.of(buffer);
    return space == Space.GLOBAL || space == Space.SHARED;
  }

  void load(LoadOp load) throws LoweringFailure {
    List<List<Coordinate>> index = index();
    if (index != null) {
      Cells cells = cells(index);
      code.define(load.result(), cells.load(code.at(), points(index), null));
      return;
    }
    boolean isUniform = true;
    for (Value value : indices) {
      isUniform &= code.lanes(value).isUniform();
    }
    List<Value> results = new ArrayList<>();
    for (int i = 0; i < (isUniform ? 1 : code.lanes()); i++) {
      results.add(load(i));
    }
    code.define(
        load.result(),
        isUniform
            ? Lanes.uniform(results.getFirst(), code.lanes())
            : Lanes.of(load.result().type(), results));
  }

  private Value load(int point) throws LoweringFailure {
    if (isAddressed()) {
      Lanes loaded = elements().load(code.at(), address(point), 1, null);
      return loaded.elements(code.at(), kernel().math()).getFirst();
    }
    Element element = element(point);
    return LoadOp.create(code.at(), element.memory, element.index).result();
  }

  void store(Value value) throws LoweringFailure {
    Value guard = isMemory() ? code.nest().storesIf() : null;
    List<List<Coordinate>> index = index();
    if (index != null) {
      cells(index).store(code.at(), points(index), code.lanes(value), guard);
      return;
    }
    for (int i = 0; i < code.lanes(); i++) {
      Value one = code.element(value, i);
      if (isAddressed()) {
        elements().store(code.at(), address(i), Lanes.of(one.type(), List.of(one)), guard);
        continue;
      }
      Element element = element(i);
      if (guard == null) {
        StoreOp.create(code.at(), one, element.memory, element.index);
      } else {
        IfOp.create(
            code.at(), guard, inside -> StoreOp.create(inside, one, element.memory, element.index));
      }
    }
  }

  /** An atomic update, point by point. */
  void update(AtomicRMWOp atomic) throws LoweringFailure {
    Value guard = code.nest().storesIf();
    if (guard != null && !atomic.result().isUnused()) {
      throw LoweringFailure.of(
          op, "its result is used, but of several threads that have the point one alone updates");
    }
    if (!isMemory()) {
      throw LoweringFailure.of(op, "it updates what no other thread sees; load and store instead");
    }
    List<Value> results = new ArrayList<>();
    for (int i = 0; i < code.lanes(); i++) {
      Value one = code.element(atomic.value(), i);
      Element element = element(i);
      if (guard == null) {
        results.add(update(code.at(), atomic, one, element));
      } else {
        IfOp.create(code.at(), guard, inside -> update(inside, atomic, one, element));
      }
    }
    if (guard == null) {
      code.define(atomic.result(), Lanes.of(atomic.result().type(), results));
    }
  }

  private static Value update(Inserter at, AtomicRMWOp atomic, Value value, Element element) {
    return AtomicRMWOp.create(at, atomic.kind(), value, element.memory, element.index).result();
  }

  // --- Indices of coordinates -------------------------------------------------------------------

  /** For each point its coordinates, if all are known, and there are vectors of the elements. */
  private @Nullable List<List<Coordinate>> index() {
    List<List<Coordinate>> all = new ArrayList<>();
    for (int i = 0; i < code.lanes(); i++) {
      all.add(new ArrayList<>());
    }
    if (isMemory() && Kernel.type(buffer).elementType() instanceof IndexType) {
      return null;
    }
    for (int i = 0; i < indices.size(); i++) {
      List<Coordinate> each = code.coordinates(indices.get(i));
      if (each == null || !isOneStart(each) || !kernel().canBegin(buffer, i, each.getFirst())) {
        return null;
      }
      for (int j = 0; j < all.size(); j++) {
        all.get(j).add(each.get(j));
      }
    }
    return all;
  }

  private static boolean isOneStart(List<Coordinate> each) {
    for (Coordinate coordinate : each) {
      if (coordinate.rest() != each.getFirst().rest()) {
        return false;
      }
    }
    return true;
  }

  private Cells cells(List<List<Coordinate>> index) throws LoweringFailure {
    List<Offset> starts = new ArrayList<>();
    for (Coordinate coordinate : index.getFirst()) {
      starts.add(coordinate.offset());
    }
    return code.nest().cells(op, buffer, starts);
  }

  private Points points(List<List<Coordinate>> index) {
    List<List<IndexExpr>> each = new ArrayList<>();
    for (List<Coordinate> coordinates : index) {
      List<IndexExpr> point = new ArrayList<>();
      coordinates.forEach(coordinate -> point.add(coordinate.own()));
      each.add(point);
    }
    return new Points(each, code.threads());
  }

  // --- Indices that are computed ----------------------------------------------------------------

  /** Are there instructions for the elements, which are in shared memory? */
  private boolean isAddressed() {
    boolean isIndex = Kernel.type(buffer).elementType() instanceof IndexType;
    return Space.of(buffer) == Space.SHARED && !isIndex;
  }

  private ElementAccess elements() {
    return new ElementAccess(kernel().math(), "shared", Kernel.type(buffer).elementType());
  }

  private Address address(int point) throws LoweringFailure {
    SharedTile tile = kernel().shared(op, buffer);
    Value number = tile.place(kernel().math(), code.at(), index(point));
    return new Address(tile.address(code.at(), kernel().math(), number), 0);
  }

  /** An element of what a buffer has become. */
  private record Element(Value memory, List<Value> index) {}

  private Element element(int point) throws LoweringFailure {
    if (Space.of(buffer) == Space.GLOBAL) {
      return new Element(buffer, index(point));
    }
    if (!isMemory()) {
      throw LoweringFailure.of(
          op,
          "which element it accesses is known to the running program alone, and registers can't be"
              + " chosen then; go through a buffer in shared memory");
    }
    SharedTile tile = kernel().shared(op, buffer);
    if (!Kernel.type(tile.memory()).elementType().equals(Kernel.type(buffer).elementType())) {
      throw LoweringFailure.of(op, "it accesses shared memory through a view of another type");
    }
    return new Element(
        tile.memory(), List.of(tile.place(kernel().math(), code.at(), index(point))));
  }

  private List<Value> index(int point) {
    List<Value> index = new ArrayList<>();
    for (Value value : indices) {
      index.add(code.element(value, point));
    }
    return index;
  }
}
