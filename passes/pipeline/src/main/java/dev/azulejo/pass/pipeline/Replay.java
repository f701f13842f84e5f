// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.pipeline;

import dev.azulejo.dialect.scf.ForOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accesses;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.access.Pure;
import java.util.LinkedHashSet;
import java.util.Set;

/** Which operations may be repeated anywhere in a row of operations, with the same outcome. */
final class Replay {
  private final Set<Value> written = new LinkedHashSet<>();
  private boolean unknown;

  private Replay() {}

  /** What the operations of a row, and all in them, leave alone may be read again. */
  static Replay within(Iterable<Operation> row) {
    Replay replay = new Replay();
    for (Operation op : row) {
      Accesses accesses = Accesses.of(op);
      replay.unknown |= accesses.unknown();
      for (Access write : accesses.writes()) {
        Value root = Statement.root(write);
        if (root != null) {
          replay.written.add(root);
        }
      }
    }
    return replay;
  }

  /** May an operation be repeated wherever its result is needed? */
  boolean mayRepeat(Operation op) {
    if (op.resultCount() == 0 || (op.regionCount() > 0 && !isComputation(op))) {
      return false;
    }
    if (op instanceof Pure) {
      return true;
    }
    Accesses accesses = Accesses.of(op);
    if (unknown || accesses.unknown()) {
      return false;
    }
    for (Access access : accesses.all()) {
      Value root = Statement.root(access);
      if (!access.isRead() || root == null || written.contains(root)) {
        return false;
      }
    }
    return true;
  }

  /** Is it a loop or a condition that may be there for its results alone? It always ends. */
  private static boolean isComputation(Operation op) {
    return op instanceof ForOp || op instanceof IfOp;
  }

  /** Does an operation do nothing but make memory? */
  static boolean isAllocation(Operation op) {
    if (!(op instanceof Accessing)) {
      return false;
    }
    Accesses accesses = Accesses.of(op);
    for (Access access : accesses.all()) {
      if (access.mode() != Access.Mode.ALLOCATE) {
        return false;
      }
    }
    return !accesses.all().isEmpty();
  }
}
