// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.arith.AndIOp;
import dev.azulejo.dialect.arith.SelectOp;
import dev.azulejo.dialect.gpu.ShuffleMode;
import dev.azulejo.dialect.gpu.ShuffleOp;
import dev.azulejo.dialect.ptx.ReduxSyncOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.dialect.tile.ReduceKind;
import dev.azulejo.dialect.tile.ReduceOp;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.UnitAttr;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

  private ReduceLowering(
      Kernel kernel, ReduceOp reduce, RegisterTile source, RegisterTile target, ReducePlan plan)
      throws LoweringFailure {
    this.kernel = kernel;
    this.reduce = reduce;
    this.combination = Combination.of(reduce);
    this.source = source;
    this.target = target;
    this.plan = plan;
    this.at = Inserter.before(reduce);
  }

  /**
   * Lowers a reduction of a fragment to another one whose threads have its results.
   *
   * @param plan how the parts of the source come together
   */
  static void lower(
      Kernel kernel, ReduceOp reduce, RegisterTile source, RegisterTile target, ReducePlan plan)
      throws LoweringFailure {
    new ReduceLowering(kernel, reduce, source, target, plan).lower();
    reduce.erase();
  }

  private void lower() throws LoweringFailure {
    List<Value> results = new ArrayList<>();
    for (int group = 0; group < plan.groups().size(); group++) {
      results.add(ofLanes(ofThread(group)));
    }
    if (plan.units() > 1) {
      results = new UnitExchange(kernel, plan, combination, at).combine(reduce, results);
    }
    store(results);
  }

  // --- A thread's own ---------------------------------------------------------------------------

  private Value ofThread(int group) throws LoweringFailure {
    IntArrayList registers = plan.groups().get(group);
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < registers.size(); i++) {
      values.add(element(registers.get(i)));
    }
    return combination.all(at, values);
  }

  /** An element where the thread has one, else what changes nothing. */
  private Value element(int register) throws LoweringFailure {
    Value has = hasElement(register);
    if (has == null) {
      return element(at, register);
    }
    IfOp either =
        IfOp.create(
            at,
            has,
            List.of(combination.type()),
            then -> List.of(element(then, register)),
            otherwise -> List.of(combination.neutral(otherwise)));
    return either.result(0);
  }

  private Value element(Inserter inserter, int register) {
    Value element = source.load(inserter, kernel.math(), register);
    return combination.taken(inserter, element);
  }

  /** Whether the thread has an element in a register; null if each thread has. */
  private @Nullable Value hasElement(int register) throws LoweringFailure {
    ReducedParts parts = plan.parts();
    var wanted = new ThreadCondition.Wanted[parts.threads()];
    boolean isAlways = true;
    for (int thread = 0; thread < wanted.length; thread++) {
      boolean has = parts.has(thread, register);
      isAlways &= has;
      wanted[thread] = has ? ThreadCondition.Wanted.YES : ThreadCondition.Wanted.NO;
    }
    return isAlways ? null : condition(wanted);
  }

  private Value condition(ThreadCondition.Wanted[] wanted) throws LoweringFailure {
    List<ThreadCondition> conditions = ThreadCondition.allOf(wanted);
    if (conditions.isEmpty()) {
      throw LoweringFailure.of(
          reduce,
          "no condition on the thread's number says which threads have an element: %s",
          source.fragment());
    }
    Value all = null;
    for (ThreadCondition condition : conditions) {
      Value one = condition.value(at, kernel);
      all = all == null ? one : AndIOp.create(at, all, one).result();
    }
    return Objects.requireNonNull(all);
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
    for (int register = 0; held != null && register < target.count(); register++) {
      Value result = result(held, register, results);
      if (result == null) {
        continue;
      }
      if (reduce.accumulate()) {
        Value old = combination.widened(at, target.load(at, kernel.math(), register));
        result = combination.accumulated(at, old, result);
      }
      target.store(at, kernel.math(), register, combination.given(at, result));
    }
  }

  /** What goes into a register; null where no thread wants anything in it. */
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
    return chosen;
  }
}
