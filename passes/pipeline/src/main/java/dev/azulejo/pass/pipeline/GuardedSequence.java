// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.pipeline;

import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.NamedAttribute;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.ValueMapping;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.trait.ConstantLike;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands under a condition, in units that may stand under one each.
 *
 * <p>A unit is one operation; the last one is all from the first binding on that can't be repeated,
 * so that no value has to get from one unit to another.
 */
final class GuardedSequence {
  private final IfOp guard;
  private final boolean repeats;
  private final Replay replay;

  /** What may stand in front of the guard: allocations, constants, pure operations. */
  private final Set<Operation> ahead = new LinkedHashSet<>();

  /** What each unit repeats that needs it. */
  private final Set<Operation> repeated = new LinkedHashSet<>();

  private final List<List<Operation>> units = new ArrayList<>();

  private GuardedSequence(IfOp guard, boolean repeats) {
    this.guard = guard;
    this.repeats = repeats;
    this.replay = Replay.within(guard.thenBlock());
  }

  /**
   * Splits a guard without results and without an else branch; false where it stays as it is.
   *
   * @param repeats whether bindings that can be repeated are
   */
  static boolean split(IfOp guard, boolean repeats) {
    GuardedSequence sequence = new GuardedSequence(guard, repeats);
    sequence.classify();
    if (sequence.units.size() == 1) {
      return false;
    }
    sequence.rewrite();
    return true;
  }

  private void classify() {
    List<Operation> scope = null;
    for (Operation op : guard.thenBlock()) {
      if (op == guard.thenYield()) {
        break;
      }
      if (scope != null) {
        scope.add(op);
      } else if (!isSetAside(op)) {
        List<Operation> unit = new ArrayList<>();
        unit.add(op);
        units.add(unit);
        scope = isBinding(op) ? unit : null;
      }
    }
  }

  /** Is an operation one that units share? It is then noted, and in no unit. */
  private boolean isSetAside(Operation op) {
    boolean isFree = op instanceof ConstantLike || Replay.isAllocation(op);
    if (isFree && op.operandCount() == 0) {
      return ahead.add(op);
    }
    if (!repeats || !replay.mayRepeat(op) || !hasScalarResults(op)) {
      return false;
    }
    boolean isAhead = op instanceof Pure && isFromAhead(op);
    return isAhead ? ahead.add(op) : repeated.add(op);
  }

  /** Do other operations use, or could they use, what it computes? */
  private boolean isBinding(Operation op) {
    if (replay.mayRepeat(op)) {
      return true;
    }
    for (OpResult result : op.results()) {
      if (!result.isUnused()) {
        return true;
      }
    }
    return false;
  }

  /** A value that stands for memory or for a barrier stays where all of its users are. */
  private static boolean hasScalarResults(Operation op) {
    for (Type type : op.resultTypes()) {
      if (!(type instanceof IntegerType
          || type instanceof IndexType
          || type instanceof FloatType)) {
        return false;
      }
    }
    return true;
  }

  private boolean isFromAhead(Operation op) {
    for (Value operand : op.operands()) {
      Operation source = definedInside(operand);
      if (source != null && !ahead.contains(source)) {
        return false;
      }
    }
    return true;
  }

  /** The operation of the sequence that defines a value, or null. */
  private @Nullable Operation definedInside(Value value) {
    Operation source = value.definingOp();
    return source != null && source.block() == guard.thenBlock() ? source : null;
  }

  private void rewrite() {
    List<Set<Operation>> needs = new ArrayList<>();
    for (List<Operation> unit : units) {
      needs.add(bindingsFor(unit));
    }
    for (Operation op : units.isEmpty() ? Set.<Operation>of() : ahead) {
      op.moveBefore(guard);
    }
    for (int i = 0; i < units.size(); i++) {
      guardAlone(units.get(i), needs.get(i));
    }
    guard.erase();
  }

  /** The repeated bindings that a unit needs, directly or through others, in source order. */
  private Set<Operation> bindingsFor(List<Operation> unit) {
    Set<Operation> needed = new HashSet<>();
    for (Operation op : unit) {
      collect(op, needed);
    }
    Set<Operation> inOrder = new LinkedHashSet<>(repeated);
    inOrder.retainAll(needed);
    return inOrder;
  }

  private void collect(Operation op, Set<Operation> needed) {
    op.walk(nested -> {
      for (Value operand : nested.operands()) {
        Operation source = definedInside(operand);
        if (source != null && repeated.contains(source) && needed.add(source)) {
          collect(source, needed);
        }
      }
    });
  }

  private void guardAlone(List<Operation> unit, Set<Operation> bindings) {
    Inserter at = Inserter.before(guard).withLocation(unit.getFirst().location());
    IfOp alone = IfOp.create(at, guard.condition());
    for (NamedAttribute attribute : guard.discardableAttributes()) {
      alone.setAttribute(attribute.name(), attribute.value());
    }
    Operation end = alone.thenYield();
    ValueMapping copies = new ValueMapping();
    for (Operation binding : bindings) {
      Inserter.before(end).insert(binding.copy(copies));
    }
    for (Operation op : unit) {
      op.moveBefore(end);
      op.walk(nested -> useCopies(nested, copies));
    }
  }

  private static void useCopies(Operation op, ValueMapping copies) {
    for (int i = 0; i < op.operandCount(); i++) {
      Value now = copies.get(op.operand(i));
      if (now != op.operand(i)) {
        op.setOperand(i, now);
      }
    }
  }
}
