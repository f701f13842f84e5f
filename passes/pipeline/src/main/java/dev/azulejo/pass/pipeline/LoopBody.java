// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.pipeline;

import dev.azulejo.dialect.pipeline.ForOp;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accesses;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.access.Pure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The operations of a pipelined loop by their part in its schedule.
 *
 * <p>Statements are scheduled. Bindings are scalar computations, or loads of what the loop leaves
 * alone: they are repeated wherever a statement needs them. Allocations are neither.
 */
final class LoopBody {
  private final ForOp loop;
  private final List<Operation> allocations = new ArrayList<>();
  private final List<Operation> bindings = new ArrayList<>();
  private final List<Statement> statements = new ArrayList<>();
  private final Map<Operation, Statement> byOperation = new HashMap<>();

  private LoopBody(ForOp loop) {
    this.loop = loop;
  }

  static LoopBody of(ForOp loop) {
    LoopBody body = new LoopBody(loop);
    Set<Value> written = new LinkedHashSet<>();
    boolean unknown = false;
    for (Operation op : loop.body()) {
      Accesses accesses = Accesses.of(op);
      unknown |= accesses.unknown();
      for (Access write : accesses.writes()) {
        Value root = Statement.root(write);
        if (root != null) {
          written.add(root);
        }
      }
    }
    for (Operation op : loop.body()) {
      body.classify(op, written, unknown);
    }
    return body;
  }

  private void classify(Operation op, Set<Value> written, boolean unknown) {
    Accesses accesses = Accesses.of(op);
    if (isAllocation(op, accesses)) {
      allocations.add(op);
    } else if (isReplayable(op, accesses, written, unknown)) {
      bindings.add(op);
    } else {
      Statement statement = new Statement(statements.size(), op, accesses);
      statements.add(statement);
      byOperation.put(op, statement);
    }
  }

  private static boolean isAllocation(Operation op, Accesses accesses) {
    if (!(op instanceof Accessing) || accesses.all().isEmpty()) {
      return false;
    }
    for (Access access : accesses.all()) {
      if (access.mode() != Access.Mode.ALLOCATE) {
        return false;
      }
    }
    return true;
  }

  /** May an operation be repeated wherever its result is needed, with the same outcome? */
  private static boolean isReplayable(
      Operation op, Accesses accesses, Set<Value> written, boolean unknown) {
    if (op.regionCount() > 0 || op.resultCount() == 0) {
      return false;
    }
    if (op instanceof Pure) {
      return true;
    }
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

  /** Is the number of iterations known before the program runs? */
  boolean hasKnownTrips() {
    return IndexMath.of(loop.from()).constant() != null
        && IndexMath.of(loop.to()).constant() != null;
  }

  ForOp loop() {
    return loop;
  }

  List<Operation> allocations() {
    return allocations;
  }

  List<Operation> bindings() {
    return bindings;
  }

  List<Statement> statements() {
    return statements;
  }

  /**
   * The bindings that an operation and all in it need, directly or through others, in source order.
   */
  List<Operation> bindingsFor(Operation op) {
    Set<Operation> needed = new LinkedHashSet<>();
    collectBindings(op, needed);
    List<Operation> inOrder = new ArrayList<>();
    for (Operation binding : bindings) {
      if (needed.contains(binding)) {
        inOrder.add(binding);
      }
    }
    return inOrder;
  }

  private void collectBindings(Operation op, Set<Operation> needed) {
    op.walk(nested -> {
      for (Value operand : nested.operands()) {
        Operation source = operand.definingOp();
        if (source != null
            && source.block() == loop.body()
            && !byOperation.containsKey(source)
            && needed.add(source)) {
          collectBindings(source, needed);
        }
      }
    });
  }

  /** The statements whose results a statement uses, directly or through bindings, in order. */
  List<Statement> scalarSources(Statement statement) {
    Set<Statement> sources = new LinkedHashSet<>();
    collectSources(statement.op(), sources);
    for (Operation binding : bindingsFor(statement.op())) {
      collectSources(binding, sources);
    }
    sources.remove(statement);
    List<Statement> inOrder = new ArrayList<>();
    for (Statement source : statements) {
      if (sources.contains(source)) {
        inOrder.add(source);
      }
    }
    return inOrder;
  }

  private void collectSources(Operation op, Set<Statement> sources) {
    op.walk(nested -> {
      for (Value operand : nested.operands()) {
        Statement source = definer(operand);
        if (source != null) {
          sources.add(source);
        }
      }
    });
  }

  private @Nullable Statement definer(Value value) {
    return value instanceof OpResult result ? byOperation.get(result.owner()) : null;
  }
}
