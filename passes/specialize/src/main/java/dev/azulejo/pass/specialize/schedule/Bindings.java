// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize.schedule;

import dev.azulejo.dialect.pipeline.ScheduleEntry;
import dev.azulejo.dialect.pipeline.StatementId;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Region;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accesses;
import dev.azulejo.ir.trait.Terminator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Operations that change nothing, so that each role may execute them where it needs what they
 * compute.
 */
final class Bindings {
  private Bindings() {}

  /** Is an operation one? */
  static boolean isBinding(Operation op) {
    if (op instanceof Terminator || op instanceof ScheduleEntry || StatementId.of(op) != null) {
      return false;
    }
    Accesses accesses = Accesses.of(op);
    return !accesses.unknown() && accesses.all().stream().allMatch(Access::isRead) && !holdsId(op);
  }

  private static boolean holdsId(Operation op) {
    boolean[] found = new boolean[1];
    op.walk(inner -> found[0] |= StatementId.of(inner) != null);
    return found[0];
  }

  /** The values that an operation and all in it use and that are made outside of it. */
  static Set<Value> freeValues(Operation op) {
    Set<Value> free = new LinkedHashSet<>();
    collect(op, op, free);
    return free;
  }

  private static void collect(Operation op, Operation whole, Set<Value> free) {
    for (Value operand : op.operands()) {
      if (!isMadeIn(operand, whole)) {
        free.add(operand);
      }
    }
    for (Region region : op.regions()) {
      for (Block block : region.blocks()) {
        for (Operation inner : block) {
          collect(inner, whole, free);
        }
      }
    }
  }

  private static boolean isMadeIn(Value value, Operation op) {
    Operation source = value.definingOp();
    if (source != null) {
      return source != op && source.isInside(op);
    }
    Operation owner =
        value instanceof dev.azulejo.ir.BlockArgument argument ? argument.owner().parentOp() : null;
    return owner != null && owner.isInside(op);
  }

  /** The bindings of a launch that values are computed by, each behind those that it needs. */
  static List<Operation> behind(Iterable<Value> values, Operation launch) {
    Set<Operation> found = new LinkedHashSet<>();
    for (Value value : values) {
      add(value, launch, found);
    }
    return new ArrayList<>(found);
  }

  private static void add(Value value, Operation launch, Set<Operation> found) {
    Operation source = value.definingOp();
    if (source == null
        || source == launch
        || !source.isInside(launch)
        || found.contains(source)
        || !isBinding(source)) {
      return;
    }
    for (Value operand : freeValues(source)) {
      add(operand, launch, found);
    }
    found.add(source);
  }
}
