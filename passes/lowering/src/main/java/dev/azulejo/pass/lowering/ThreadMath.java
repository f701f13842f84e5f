// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.arith.ConstantOp;
import dev.azulejo.dialect.arith.SubIOp;
import dev.azulejo.dialect.gpu.Dimension;
import dev.azulejo.dialect.gpu.ThreadIdOp;
import dev.azulejo.dialect.memref.StoreOp;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.FloatAttr;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.TypedAttr;
import dev.azulejo.ir.layout.expr.Bounds;
import dev.azulejo.ir.layout.expr.IndexExpr;
import dev.azulejo.ir.layout.expr.Simplifier;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a thread computes once, at the start of the launch: its own number, constants, and what
 * depends on these alone. Each expression is there once.
 */
final class ThreadMath implements IndexCode.Place {
  private final IndexCode code;
  private final Map<List<Object>, Value> others = new LinkedHashMap<>();
  private final Set<List<Object>> cleared = new LinkedHashSet<>();
  private final Map<TypedAttr, Value> constants = new LinkedHashMap<>();
  private Operation last;

  ThreadMath(Team team) {
    var threads = IndexExpr.constant(team.threads());
    Inserter start = Inserter.atStart(team.body(), team.launch().location());
    ThreadIdOp inBlock = ThreadIdOp.create(start, Dimension.X);
    last = inBlock;
    Value thread = inBlock.result();
    if (team.first() > 0) {
      Value first = constant(team.first());
      thread = SubIOp.create(at(), thread, first).result();
      last = Objects.requireNonNull(thread.definingOp());
    }
    Map<IndexExpr, Value> known = new LinkedHashMap<>();
    known.put(ThreadFunction.THREAD, thread);
    code = new IndexCode(this, new Simplifier(Bounds.of(List.of(threads), 1)), known);
  }

  /** The place behind all that is there yet; whoever puts something there says so. */
  @Override
  public Inserter at() {
    return Inserter.after(last);
  }

  /** Says what has been put at the start. */
  <T extends Operation> T placed(T op) {
    last = op;
    return op;
  }

  /** Clears a register at the start, for it is filled part by part. */
  void clear(Value registers, int number) {
    if (cleared.add(List.of(registers, number))) {
      Value zero = constant(IntegerAttr.i32(0));
      placed(StoreOp.create(at(), zero, registers, List.of(constant(number))));
    }
  }

  @Override
  public void placed(OpResult result) {
    last = result.owner();
  }

  /** What stands at the start under a key; it is made there, as a result, where nothing is yet. */
  Value once(List<Object> key, Supplier<OpResult> maker) {
    Value there = others.get(key);
    if (there == null) {
      OpResult made = maker.get();
      placed(made);
      there = made;
      others.put(key, there);
    }
    return there;
  }

  /** A number as an index. */
  @Override
  public Value constant(long value) {
    return constant(IntegerAttr.of(IndexType.INSTANCE, value));
  }

  /** A number of any type. */
  Value constant(TypedAttr value) {
    Value there = constants.get(value);
    if (there == null) {
      there = placed(ConstantOp.create(at(), value)).result();
      constants.put(value, there);
    }
    return there;
  }

  /** Zero, of any type of numbers. */
  Value zero(Type type) {
    return constant(
        type instanceof FloatType real ? FloatAttr.of(real, 0) : IntegerAttr.of(type, 0));
  }

  /** The value of an expression over the thread. */
  Value value(IndexExpr expr) {
    return code.value(expr);
  }

  /** Code at another place, over inputs that have these values and bounds. */
  IndexCode code(Inserter inserter, List<Value> inputs, Bounds bounds) {
    Map<IndexExpr, Value> values = new LinkedHashMap<>();
    for (int i = 0; i < inputs.size(); i++) {
      values.put(IndexExpr.input(i), inputs.get(i));
    }
    IndexCode.Place there =
        new IndexCode.Place() {
          @Override
          public Inserter at() {
            return inserter;
          }

          @Override
          public void placed(OpResult result) {}

          @Override
          public Value constant(long value) {
            return ThreadMath.this.constant(value);
          }
        };
    return new IndexCode(there, new Simplifier(bounds), values);
  }
}
