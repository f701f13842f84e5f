// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.pipeline;

import dev.azulejo.dialect.pipeline.ForOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
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
    Replay replay = Replay.within(loop.body());
    for (Operation op : loop.body()) {
      body.classify(op, replay);
    }
    return body;
  }

  private void classify(Operation op, Replay replay) {
    if (Replay.isAllocation(op)) {
      allocations.add(op);
    } else if (replay.mayRepeat(op)) {
      bindings.add(op);
    } else {
      Statement statement = new Statement(statements.size(), op, ProductWaits.of(op, statements));
      statements.add(statement);
      byOperation.put(op, statement);
    }
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

  /** The statements whose results decide whether a guarded statement does anything. */
  Set<Statement> guardSources(Statement statement) {
    Set<Statement> sources = new LinkedHashSet<>();
    if (statement.op() instanceof IfOp guard) {
      Statement source = definer(guard.condition());
      Operation condition = guard.condition().definingOp();
      if (source != null) {
        sources.add(source);
      } else if (condition != null && condition.block() == loop.body()) {
        collectSources(condition, sources);
        for (Operation binding : bindingsFor(condition)) {
          collectSources(binding, sources);
        }
      }
    }
    return sources;
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
