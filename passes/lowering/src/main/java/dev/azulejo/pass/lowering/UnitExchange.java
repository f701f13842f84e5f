// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.arith.AddIOp;
import dev.azulejo.dialect.memref.StoreOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.dialect.vector.ExtractOp;
import dev.azulejo.dialect.vector.LoadOp;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.builtin.VectorType;
import dev.azulejo.ir.layout.expr.IndexExpr;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parts of several warps, or of parts of warps, combined through shared memory: each writes one
 * number for each of its outputs, all threads wait once, and then each of them combines the numbers
 * that it needs, in their order, so that all have the same.
 */
final class UnitExchange {
  private static final int MOST = 4;

  private final Kernel kernel;
  private final ReducePlan plan;
  private final Combination combination;
  private final Inserter at;
  private final int units;
  private final IndexExpr lane;
  private final IndexExpr unit;
  private final int lanes;
  private final Value memory;

  /** An exchange; it has memory of its own. */
  UnitExchange(Kernel kernel, ReducePlan plan, Combination combination, Inserter at) {
    this.kernel = kernel;
    this.plan = plan;
    this.combination = combination;
    this.at = at;
    this.units = plan.allUnits();
    this.lane = ThreadFunction.THREAD.mod(plan.unit());
    this.unit = ThreadFunction.THREAD.floorDiv(plan.unit());
    this.lanes = plan.unit() >> Integer.bitCount(plan.laneMask());
    long size = (long) plan.groups().size() * lanes * units;
    this.memory = kernel.sharedScratch(size, combination.type());
  }

  /** Combines the parts, one of each group; returns the results. */
  List<Value> combine(Operation op, List<Value> parts) throws LoweringFailure {
    Value own = place(firstUnit().plus(unit.floorDiv(plan.distance()).mod(plan.units())));
    Value writes = writes();
    if (writes == null) {
      write(at, parts, own);
    } else {
      IfOp.create(at, writes, then -> write(then, parts, own));
    }
    kernel.team().sync(op, at);
    List<Value> results = new ArrayList<>();
    Value first = place(firstUnit());
    for (int group = 0; group < parts.size(); group++) {
      results.add(combination.all(at, read(group, first)));
    }
    return results;
  }

  /** A place among those of the thread's lane. */
  private Value place(IndexExpr number) {
    IndexExpr place = compressed().times(units).plus(number);
    return kernel.math().value(ThreadFunction.of(place, kernel.threads()).expr());
  }

  /** The number of the lane without the bits that are combined. */
  private IndexExpr compressed() {
    IndexExpr sum = IndexExpr.constant(0);
    int position = 1;
    int low = 1;
    while (low < plan.unit()) {
      int high = low;
      while (high < plan.unit() && (plan.laneMask() & high) == 0) {
        high *= 2;
      }
      if (high > low) {
        sum = sum.plus(lane.floorDiv(low).mod(high / low).times(position));
        position *= high / low;
      }
      low = Math.max(high, low * 2);
    }
    return sum;
  }

  /** Where the units begin that combine with the thread's; they lie behind each other. */
  private IndexExpr firstUnit() {
    int period = plan.units() * plan.distance();
    IndexExpr own = unit.mod(plan.distance()).times(plan.units());
    return unit.floorDiv(period).times(period).plus(own);
  }

  /** Whether the thread is the one that writes for its lanes; null if each is. */
  private @Nullable Value writes() {
    return plan.laneMask() == 0
        ? null
        : ThreadCondition.isZero(ThreadFunction.THREAD.and(plan.laneMask())).value(at, kernel);
  }

  private void write(Inserter inserter, List<Value> parts, Value own) {
    for (int group = 0; group < parts.size(); group++) {
      Value place = moved(inserter, own, group, 0);
      StoreOp.create(inserter, parts.get(group), memory, List.of(place));
    }
  }

  private Value moved(Inserter inserter, Value place, long group, long more) {
    long by = group * lanes * units + more;
    return by == 0 ? place : AddIOp.create(inserter, place, kernel.math().constant(by)).result();
  }

  /** The numbers of a group, of one unit after the other. */
  private List<Value> read(int group, Value first) {
    List<Value> values = new ArrayList<>();
    int width = width();
    VectorType type = VectorType.of(new long[] {width}, combination.type());
    for (int i = 0; i < plan.units(); i += width) {
      Value place = moved(at, first, group, i);
      if (width == 1) {
        values.add(dev.azulejo.dialect.memref.LoadOp.create(at, memory, List.of(place)).result());
      } else {
        Value vector = LoadOp.create(at, type, memory, List.of(place)).result();
        for (int j = 0; j < width; j++) {
          values.add(ExtractOp.create(at, vector, List.of(Offset.of(j))).result());
        }
      }
    }
    return values;
  }

  /** How many numbers lie together, aligned, wherever a thread begins to read. */
  private int width() {
    int width = MOST * Integer.SIZE / combination.bits();
    while (plan.units() % width != 0) {
      width /= 2;
    }
    return width;
  }
}
