// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.arith.SelectOp;
import dev.azulejo.dialect.gpu.ShuffleMode;
import dev.azulejo.dialect.gpu.ShuffleOp;
import dev.azulejo.dialect.ptx.ReduxSyncOp;
import dev.azulejo.dialect.tile.ReduceKind;
import dev.azulejo.dialect.tile.ReduceOp;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.UnitAttr;
import dev.azulejo.ir.layout.Fragment;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Reductions of fragments. The order is fixed by the layout: a thread combines what it has in a
 * balanced tree in the order of its registers; then lanes whose numbers differ in one bit, from the
 * highest such bit to the lowest; then units by {@link UnitExchange}. So all threads that have a
 * result have the same bits.
 */
final class ReduceLowering {
  private static final int ALL_LANES = ReducePlan.LANES - 1;

  private final Kernel kernel;
  private final ReduceOp reduce;
  private final Combination combination;
  private final RegisterTile source;
  private final RegisterTile target;
  private final ReducePlan plan;
  private final Inserter at;

  private ReduceLowering(Kernel kernel, ReduceOp reduce) throws LoweringFailure {
    this.kernel = kernel;
    this.reduce = reduce;
    this.combination = Combination.of(reduce);
    this.source = kernel.registers(reduce, reduce.sourceRegion());
    this.target = kernel.registers(reduce, reduce.targetRegion());
    this.at = Inserter.before(reduce);
    ReducePlan found = plan(reduce, source.fragment(), kernel.threads());
    if (found == null) {
      throw LoweringFailure.of(
          reduce,
          "neither lanes whose numbers differ in some bits nor equal parts of warps at equal"
              + " distances have the parts of the results: %s",
          source.fragment());
    }
    this.plan = found;
  }

  static void lower(Kernel kernel, ReduceOp reduce) throws LoweringFailure {
    if (Space.of(reduce.source()) != Space.FRAGMENT
        || Space.of(reduce.target()) != Space.FRAGMENT) {
      throw LoweringFailure.of(
          reduce, "only fragments can be reduced, and to fragments; copy to a fragment first");
    }
    new ReduceLowering(kernel, reduce).lower();
    reduce.erase();
  }

  private static @Nullable ReducePlan plan(ReduceOp reduce, Fragment source, long threads) {
    int dimension = Math.toIntExact(reduce.dim().longValue());
    ReducedParts parts = ReducedParts.of(source, dimension, Math.toIntExact(threads));
    return parts == null ? null : ReducePlan.of(parts);
  }

  private void lower() throws LoweringFailure {
    List<Value> results = new ArrayList<>();
    for (int group = 0; group < plan.groups().size(); group++) {
      results.add(ofLanes(ofThread(group)));
    }
    if (plan.units() > 1) {
      results = new UnitExchange(kernel, plan, combination, at).combine(results);
    }
    store(results);
  }

  // --- A thread's own ---------------------------------------------------------------------------

  private Value ofThread(int group) throws LoweringFailure {
    IntArrayList registers = plan.groups().get(group);
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < registers.size(); i++) {
      Value element = source.load(at, kernel.math(), registers.get(i));
      values.add(guarded(group, registers.get(i), combination.taken(at, element)));
    }
    return combination.all(at, values);
  }

  /** An element where the thread has one, else what changes nothing. */
  private Value guarded(int group, int register, Value element) throws LoweringFailure {
    ReducedParts parts = plan.parts();
    var wanted = new ThreadCondition.Wanted[parts.threads()];
    boolean isAlways = true;
    for (int thread = 0; thread < wanted.length; thread++) {
      boolean has = parts.has(thread, register);
      boolean matters = plan.output(thread, group) != ReducedParts.NONE;
      isAlways &= has || !matters;
      wanted[thread] =
          has
              ? ThreadCondition.Wanted.YES
              : matters ? ThreadCondition.Wanted.NO : ThreadCondition.Wanted.EITHER;
    }
    if (isAlways) {
      return element;
    }
    Value has = condition(wanted);
    return SelectOp.create(at, has, element, combination.neutral(at)).result();
  }

  private Value condition(ThreadCondition.Wanted[] wanted) throws LoweringFailure {
    ThreadCondition condition = ThreadCondition.of(wanted);
    if (condition == null) {
      throw LoweringFailure.of(
          reduce,
          "no condition on the thread's number says which threads have an element: %s",
          source.fragment());
    }
    return condition.value(at, kernel);
  }

  // --- Lanes ------------------------------------------------------------------------------------

  private Value ofLanes(Value own) {
    if (plan.laneMask() == ALL_LANES && isReduced()) {
      return redux(own);
    }
    Value result = own;
    for (int bit = ReducePlan.LANES / 2; bit > 0; bit /= 2) {
      if ((plan.laneMask() & bit) != 0) {
        Value distance = kernel.math().constant(IntegerAttr.i32(bit));
        Value width = kernel.math().constant(IntegerAttr.i32(ReducePlan.LANES));
        ShuffleOp other = ShuffleOp.create(at, ShuffleMode.XOR, result, distance, width);
        result = combination.combined(at, result, other.shuffleResult());
      }
    }
    return result;
  }

  /** Is there one instruction for all lanes of a warp? */
  private boolean isReduced() {
    return combination.type().equals(IntegerType.I32)
        && combination.kind() != ReduceKind.PROD
        && kernel.threads() % ReducePlan.LANES == 0;
  }

  private Value redux(Value own) {
    String kind =
        switch (combination.kind()) {
          case SUM, ABS_SUM -> "add";
          case MAX, ABS_MAX -> "max";
          case MIN -> "min";
          case AND -> "and";
          case OR -> "or";
          case XOR -> "xor";
          case PROD -> throw new IllegalStateException("products have no instruction");
        };
    Value mask = kernel.math().constant(IntegerAttr.i32(-1));
    ReduxSyncOp op = ReduxSyncOp.create(at, own, mask, kind);
    if (combination.kind() == ReduceKind.ABS_MAX) {
      op.setAttribute("unsigned", UnitAttr.INSTANCE);
    }
    return op.result();
  }

  // --- The target -------------------------------------------------------------------------------

  private void store(List<Value> results) throws LoweringFailure {
    ReducedParts held =
        ReducedParts.ofOutputs(target.fragment(), Math.toIntExact(kernel.threads()));
    for (int register = 0; register < target.count(); register++) {
      Value result = held == null ? null : result(held, register, results);
      if (result == null) {
        throw LoweringFailure.of(
            reduce,
            "the target is spread over threads that don't have its results: %s",
            target.fragment());
      }
      if (reduce.accumulate()) {
        Value old = combination.widened(at, target.load(at, kernel.math(), register));
        result = combination.accumulated(at, old, result);
      }
      target.store(at, kernel.math(), register, combination.given(at, result));
    }
  }

  /** What goes into a register; null where a thread has not got the result. */
  private @Nullable Value result(ReducedParts held, int register, List<Value> results)
      throws LoweringFailure {
    Value chosen = null;
    var open = new boolean[held.threads()];
    for (int thread = 0; thread < open.length; thread++) {
      open[thread] = held.has(thread, register);
    }
    for (int group = 0; group < results.size(); group++) {
      var wanted = new ThreadCondition.Wanted[open.length];
      boolean some = false;
      boolean all = true;
      for (int thread = 0; thread < open.length; thread++) {
        boolean fits = open[thread] && held.output(thread, register) == plan.output(thread, group);
        wanted[thread] =
            fits
                ? ThreadCondition.Wanted.YES
                : held.has(thread, register)
                    ? ThreadCondition.Wanted.NO
                    : ThreadCondition.Wanted.EITHER;
        some |= fits;
        all &= fits || !held.has(thread, register);
        open[thread] &= !fits;
      }
      if (some) {
        chosen =
            all || chosen == null
                ? results.get(group)
                : SelectOp.create(at, condition(wanted), results.get(group), chosen).result();
      }
    }
    for (boolean isOpen : open) {
      if (isOpen) {
        return null;
      }
    }
    return chosen;
  }
}
