// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify.program;

import dev.azulejo.dialect.arith.ConstantOp;
import dev.azulejo.dialect.memref.DimOp;
import dev.azulejo.dialect.memref.LoadOp;
import dev.azulejo.dialect.memref.StoreOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.MemRefType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What values and buffers are at some point of an agent's way. */
final class Values {
  private final Relevance relevance;
  private final Terms terms;
  private final LaunchOp launch;
  private final Structure structure = new Structure();
  private final Map<Value, Term> outside = new HashMap<>();
  private final Map<Value, Integer> tensors = new HashMap<>();
  private final Map<Integer, Stored> stores = new HashMap<>();

  /** What was stored in a buffer last, and what it held before. */
  private record Stored(@Nullable Term before, List<Term> indices, Term value) {}

  Values(LaunchOp launch, Relevance relevance, Terms terms) {
    this.launch = launch;
    this.relevance = relevance;
    this.terms = terms;
  }

  Terms terms() {
    return terms;
  }

  /** What a value is. */
  Term of(Draft draft, Value value) {
    int number = relevance.number(value);
    if (number >= 0) {
      Term term = draft.value(number);
      return term == null ? terms.fact("nothing " + number, "nothing") : term;
    }
    return outside(value);
  }

  private Term fromOutside(Value value) {
    if (value instanceof BlockArgument argument) {
      String key = "argument " + tensor(argument);
      return terms.fact(key, key);
    }
    Operation op = ((OpResult) value).owner();
    if (op instanceof ConstantOp constant) {
      return constant(constant);
    }
    boolean isOutside = !op.isInside(launch);
    if (isOutside && op instanceof DimOp dim) {
      return dimension(dim, outside(dim.index()));
    }
    if (isOutside && isComputed(op)) {
      List<Term> operands = new ArrayList<>();
      for (Value operand : op.operands()) {
        operands.add(outside(operand));
      }
      return compute(op, operands);
    }
    return terms.fact("value " + tensor(value), "value " + tensor(value));
  }

  private Term outside(Value value) {
    Term known = outside.get(value);
    if (known == null) {
      known = fromOutside(value);
      outside.put(value, known);
    }
    return known;
  }

  private Term constant(ConstantOp op) {
    int width = WholeNumbers.width(op.result().type());
    if (width > 0 && op.value() instanceof IntegerAttr number) {
      return terms.known(WholeNumbers.signed(number.longValue(), width));
    }
    String key = "constant " + structure.number(op.value());
    return terms.fact(key, key);
  }

  /** What a pure operation makes of numbers. */
  Term compute(Operation op, List<Term> operands) {
    Term.Rule rule = WholeNumbers.rule(op);
    List<Term> rest = new ArrayList<>(operands);
    String key = structure.of(op, _ -> ".");
    if (rule != null) {
      return terms.computed(key, rule, operands);
    }
    StringBuilder text = new StringBuilder(key);
    rest.forEach(operand -> text.append(" t").append(operand.number()));
    return terms.fact(text.toString(), op.name());
  }

  private Term dimension(DimOp op, Term index) {
    Value root = op.source();
    if (index.isKnown() && root.type() instanceof MemRefType type) {
      long which = index.evaluate(Known.NOTHING);
      if (which >= 0 && which < type.rank() && type.shape()[(int) which] >= 0) {
        return terms.known(type.shape()[(int) which]);
      }
    }
    String key = Facts.SIZE + tensor(root) + " t" + index.number();
    return terms.fact(key, key);
  }

  private int tensor(Value value) {
    return tensors.computeIfAbsent(value, _ -> tensors.size());
  }

  /** Executes what only computes, loads and stores, as far as it is of interest. */
  void execute(Draft draft, Operation op) {
    boolean isAsked = op.results().stream().anyMatch(r -> relevance.number(r) >= 0);
    if (isAsked) {
      switch (op) {
        case LoadOp load -> draft.set(relevance.number(load.result()), load(draft, load));
        case DimOp dim ->
            draft.set(relevance.number(dim.result()), dimension(dim, of(draft, dim.index())));
        default -> compute(draft, op);
      }
    }
    fill(draft, op);
  }

  private void compute(Draft draft, Operation op) {
    if (isComputed(op)) {
      List<Term> operands = new ArrayList<>();
      for (Value operand : op.operands()) {
        operands.add(of(draft, operand));
      }
      draft.set(relevance.number(op.result(0)), compute(op, operands));
      return;
    }
    String key = structure.of(op, value -> name(draft, value));
    for (OpResult result : op.results()) {
      String own = "result " + result.index() + " of " + key;
      draft.set(relevance.number(result), terms.fact(own, op.name()));
    }
  }

  /** Does an operation make one number of others, which decide all about it? */
  private static boolean isComputed(Operation op) {
    return op.regionCount() == 0
        && op.resultCount() == 1
        && (op instanceof Pure || WholeNumbers.rule(op) != null);
  }

  /** Keeps what buffers hold behind an operation. */
  private void fill(Draft draft, Operation op) {
    List<Value> kept = relevance.kept(op);
    if (kept.isEmpty()) {
      return;
    }
    if (op instanceof StoreOp store && relevance.number(store.memref()) >= 0) {
      int number = relevance.number(store.memref());
      draft.set(number, stored(draft, store, draft.value(number)));
      return;
    }
    String key = structure.of(op, value -> name(draft, value));
    for (int i = 0; i < kept.size(); i++) {
      draft.set(relevance.number(kept.get(i)), terms.fact("filled " + i + " by " + key, "filled"));
    }
  }

  private Term stored(Draft draft, StoreOp store, @Nullable Term before) {
    Term value = of(draft, store.value());
    if (store.indices().isEmpty()) {
      return value;
    }
    List<Term> indices = new ArrayList<>();
    StringBuilder key = new StringBuilder("stored ");
    key.append(before == null ? -1 : before.number()).append(" t").append(value.number());
    for (Value index : store.indices()) {
      indices.add(of(draft, index));
      key.append(" t").append(indices.getLast().number());
    }
    Term held = terms.fact(key.toString(), "filled");
    stores.put(held.number(), new Stored(before, indices, value));
    return held;
  }

  /** What was stored at a place, as far as that is known; else null. */
  private @Nullable Term found(@Nullable Term held, List<Term> indices) {
    Term at = held;
    while (at != null) {
      Stored stored = stores.get(at.number());
      if (stored == null) {
        return null;
      }
      if (stored.indices().equals(indices)) {
        return stored.value();
      }
      if (!stored.indices().stream().allMatch(Term::isKnown)
          || !indices.stream().allMatch(Term::isKnown)) {
        return null;
      }
      at = stored.before();
    }
    return null;
  }

  /** What an operation takes from outside, in words that are equal in all agents. */
  private String name(Draft draft, Value value) {
    if (value.type() instanceof MemRefType) {
      Value root = BufferRegion.rootOf(value);
      Term held = relevance.number(root) < 0 ? null : draft.value(relevance.number(root));
      boolean isOwn = root.definingOp() != null && root.definingOp().isInside(launch);
      String empty = isOwn ? "new " + root.type() : "m" + tensor(root);
      return held == null ? empty : "h" + held.number();
    }
    return "t" + of(draft, value).number();
  }

  private Term load(Draft draft, LoadOp load) {
    Value root = BufferRegion.rootOf(load.memref());
    int number = relevance.number(root);
    @Nullable Term held = number < 0 ? null : draft.value(number);
    if (held != null && load.indices().isEmpty()) {
      return held;
    }
    List<Term> places = new ArrayList<>();
    load.indices().forEach(index -> places.add(of(draft, index)));
    Term known = found(held, places);
    if (known != null) {
      return known;
    }
    StringBuilder key = new StringBuilder("element ");
    String family = "element of " + (held == null ? "m" + tensor(root) : load.result().type());
    key.append(held == null ? "m" + tensor(root) : "h" + held.number());
    for (Value index : load.indices()) {
      key.append(" t").append(of(draft, index).number());
    }
    if (relevance.isUnstable(load)) {
      int counter = relevance.counter(load);
      Term before = draft.value(counter);
      long count = before == null ? 0 : before.evaluate(Known.NOTHING);
      draft.set(counter, terms.known(count + 1));
      key.append(" of ").append(draft.agent()).append(" number ").append(count);
      key.append(" by ").append(counter);
    }
    return terms.fact(key.toString(), family);
  }
}
