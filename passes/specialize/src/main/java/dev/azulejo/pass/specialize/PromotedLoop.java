// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize;

import dev.azulejo.dialect.arith.AddFOp;
import dev.azulejo.dialect.arith.AddIOp;
import dev.azulejo.dialect.arith.ConstantOp;
import dev.azulejo.dialect.arith.MaxSIOp;
import dev.azulejo.dialect.arith.RemUIOp;
import dev.azulejo.dialect.arith.SubIOp;
import dev.azulejo.dialect.barrier.ArriveOp;
import dev.azulejo.dialect.memref.LoadOp;
import dev.azulejo.dialect.memref.StoreOp;
import dev.azulejo.dialect.scf.ForOp;
import dev.azulejo.dialect.tile.AllocOp;
import dev.azulejo.dialect.tile.GemmOp;
import dev.azulejo.dialect.tile.ParallelOp;
import dev.azulejo.dialect.tile.WaitGemmOp;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.ValueMapping;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.trait.Constants;
import java.util.ArrayList;
import java.util.List;

/** Writes a loop anew whose product is summed in periods of some iterations. */
final class PromotedLoop {
  private final ForOp loop;
  private final GemmOp gemm;
  private final long period;
  private final List<ArriveOp> releases;

  PromotedLoop(ForOp loop, GemmOp gemm, long period) {
    this.loop = loop;
    this.gemm = gemm;
    this.period = period;
    this.releases = GemmLoop.of(loop).releases();
  }

  void rewrite() {
    Inserter at = Inserter.before(loop);
    BufferRegion sums = gemm.cRegion();
    Value partial = AllocOp.create(inRole(), typeOf(sums)).buffer();
    List<Value> carried = List.copyOf(loop.initArgs());
    Value from = loop.lowerBound();
    Value to = loop.upperBound();
    if (period > 1) {
      Value end = endOfPeriods(at);
      if (!isEmpty(from, end)) {
        carried = periods(at, List.of(from, end), period, carried, partial);
      }
      from = end;
    }
    if (!isEmpty(from, to)) {
      carried = periods(at, List.of(from, to), 1, carried, partial);
    }
    for (int i = 0; i < loop.resultCount(); i++) {
      loop.result(i).replaceAllUsesWith(carried.get(i));
    }
    loop.erase();
  }

  /** The place where the sums come to be: what is summed in between lives as long. */
  private Inserter inRole() {
    Operation sums = gemm.c().definingOp();
    return sums == null ? Inserter.before(loop) : Inserter.after(sums);
  }

  private static MemRefType typeOf(BufferRegion sums) {
    long[] shape = sums.sizes().stream().mapToLong(Long::longValue).toArray();
    MemRefType type = (MemRefType) sums.buffer().type();
    return MemRefType.of(shape, type.elementType(), null, type.memorySpace());
  }

  /** Where the last whole period ends: at the lower bound, if there is none. */
  private Value endOfPeriods(Inserter at) {
    if (Constants.of(loop.lowerBound()) instanceof IntegerAttr from
        && Constants.of(loop.upperBound()) instanceof IntegerAttr to) {
      long count = Math.max(0, to.longValue() - from.longValue());
      return ConstantOp.index(at, from.longValue() + count / period * period);
    }
    Value range = SubIOp.create(at, loop.upperBound(), loop.lowerBound()).result();
    Value count = MaxSIOp.create(at, range, ConstantOp.index(at, 0)).result();
    Value rest = RemUIOp.create(at, count, ConstantOp.index(at, period)).result();
    Value whole = SubIOp.create(at, count, rest).result();
    return AddIOp.create(at, loop.lowerBound(), whole).result();
  }

  private static boolean isEmpty(Value from, Value to) {
    return Constants.of(from) instanceof IntegerAttr first
        && Constants.of(to) instanceof IntegerAttr last
        && first.longValue() >= last.longValue();
  }

  /** Writes a loop each of whose iterations does some of the old one; returns what it carries. */
  private List<Value> periods(
      Inserter at, List<Value> range, long steps, List<Value> inits, Value partial) {
    Value step = ConstantOp.index(at, steps);
    ForOp written =
        ForOp.create(
            at,
            range.get(0),
            range.get(1),
            step,
            inits,
            (inside, index, carried) -> {
              List<? extends Value> values = carried;
              List<Operation> held = new ArrayList<>();
              for (long i = 0; i < steps; i++) {
                ValueMapping mapping = new ValueMapping();
                mapping.put(loop.inductionVar(), shifted(inside, index, i));
                for (int j = 0; j < values.size(); j++) {
                  mapping.put(loop.carried().get(j), values.get(j));
                }
                held = iteration(inside, mapping, partial, i == 0, held);
                values = loop.terminator().values().stream().map(mapping::get).toList();
              }
              WaitGemmOp.create(inside, 0);
              held.forEach(inside::insert);
              add(inside, partial);
              return values;
            });
    return List.copyOf(written.results());
  }

  private static Value shifted(Inserter at, Value index, long by) {
    return by == 0 ? index : AddIOp.create(at, index, ConstantOp.index(at, by)).result();
  }

  /**
   * Writes one iteration. Its slots are released when the next one waits.
   *
   * @param before the releases of the iteration before
   * @return its own
   */
  private List<Operation> iteration(
      Inserter at, ValueMapping mapping, Value partial, boolean isFirst, List<Operation> before) {
    List<Operation> held = new ArrayList<>();
    for (Operation op : loop.body()) {
      if (op == loop.terminator()) {
        continue;
      }
      Operation copy = op.copy(mapping);
      if (op instanceof ArriveOp release && releases.contains(release)) {
        held.add(copy);
        continue;
      }
      if (op == gemm && copy instanceof GemmOp product) {
        product.setSums(partial);
        product.makeAsynchronous();
        if (isFirst) {
          product.setClear(ConstantOp.create(at, IntegerAttr.bool(true)).result());
        }
      }
      at.insert(copy);
      if (op == gemm && !isFirst) {
        WaitGemmOp.create(at.withLocation(gemm.location()), 1);
        before.forEach(at::insert);
      }
    }
    return held;
  }

  /** Adds what has been summed in between to the sums. */
  private void add(Inserter at, Value partial) {
    BufferRegion sums = gemm.cRegion();
    ParallelOp.create(
        at.withLocation(gemm.location()),
        sums.sizes(),
        (inside, point) -> {
          List<Value> place = new ArrayList<>();
          for (int i = 0; i < point.size(); i++) {
            place.add(moved(inside, sums.offsets().get(i), point.get(i)));
          }
          Value sum = LoadOp.create(inside, sums.buffer(), place).result();
          Value more = LoadOp.create(inside, partial, point).result();
          Value all = AddFOp.create(inside, sum, more).result();
          StoreOp.create(inside, all, sums.buffer(), place);
        });
  }

  private static Value moved(Inserter at, Offset offset, Value by) {
    return switch (offset) {
      case Offset.Constant(long start) when start == 0 -> by;
      case Offset.Constant(long start) ->
          AddIOp.create(at, by, ConstantOp.index(at, start)).result();
      case Offset.Dynamic(Value start) -> AddIOp.create(at, by, start).result();
    };
  }
}
