// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize;

import dev.azulejo.dialect.pipeline.OrdinalOp;
import dev.azulejo.dialect.pipeline.RolesOp;
import dev.azulejo.dialect.scf.ForOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.dialect.scf.YieldOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accesses;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.access.Pure;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Along which dimensions of the grid something may differ from block to block: those whose places
 * go into it, by whatever way. What is not understood may differ along all.
 */
final class ClusterDependence {
  private final LaunchOp launch;
  private final LaunchMemory memory;
  private final int everything;

  ClusterDependence(LaunchOp launch) {
    this.launch = launch;
    this.memory = LaunchMemory.of(launch);
    this.everything = (1 << launch.body().entry().arguments().size()) - 1;
  }

  /** May the place where a region begins differ between blocks that differ in a dimension? */
  boolean differsAlong(int dimension, List<Offset> place) {
    Search search = new Search();
    for (Offset offset : place) {
      if (offset instanceof Offset.Dynamic(Value value)) {
        search.add(List.of(value));
      }
    }
    return search.finds(dimension);
  }

  /** May blocks that differ in a dimension reach an operation a different number of times? */
  boolean isReachedDifferently(int dimension, Operation op) {
    Search search = new Search();
    search.addReaching(op);
    return search.finds(dimension);
  }

  /** All that goes into some values. */
  private final class Search {
    private final Set<Value> seen = new HashSet<>();
    private final Deque<Value> open = new ArrayDeque<>();
    private int dimensions;

    boolean finds(int dimension) {
      while (!open.isEmpty()) {
        switch (open.remove()) {
          case BlockArgument argument -> visit(argument);
          case OpResult result -> visit(result);
        }
      }
      return ((dimensions >> dimension) & 1) != 0;
    }

    void add(Collection<? extends Value> values) {
      for (Value value : values) {
        if (seen.add(value)) {
          open.add(value);
        }
      }
    }

    /** Adds what decides how often an operation is reached. */
    void addReaching(Operation op) {
      Operation around = op.parentOp();
      while (around != null && around != launch) {
        switch (around) {
          case ForOp loop -> add(List.of(loop.lowerBound(), loop.upperBound(), loop.step()));
          case dev.azulejo.dialect.pipeline.ForOp loop -> add(loop.operands());
          case IfOp branch -> add(List.of(branch.condition()));
          case RolesOp _ -> {}
          default -> {
            dimensions = everything;
            return;
          }
        }
        around = around.parentOp();
      }
      if (around == null) {
        dimensions = everything;
      }
    }

    private void visit(BlockArgument argument) {
      switch (argument.owner().parentOp()) {
        case LaunchOp at when at == launch -> dimensions |= 1 << argument.index();
        case ForOp loop when argument == loop.inductionVar() ->
            add(List.of(loop.lowerBound(), loop.step()));
        case ForOp loop -> addCarried(loop, argument.index() - 1);
        case dev.azulejo.dialect.pipeline.ForOp loop -> add(loop.operands());
        case Operation outside when !outside.isInside(launch) -> {}
        case null, default -> dimensions = everything;
      }
    }

    private void visit(OpResult result) {
      Operation op = result.owner();
      switch (op) {
        case Operation outside when !outside.isInside(launch) -> {}
        case OrdinalOp ordinal -> addReaching(ordinal);
        case ForOp loop -> {
          addReaching(loop.terminator());
          addCarried(loop, result.index());
        }
        case IfOp branch -> {
          add(List.of(branch.condition(), branch.thenYield().values().get(result.index())));
          YieldOp otherwise = branch.elseYield();
          if (otherwise != null) {
            add(List.of(otherwise.values().get(result.index())));
          }
        }
        case Operation plain when plain.regionCount() == 0 && isSame(plain) ->
            add(plain.operands());
        default -> dimensions = everything;
      }
    }

    private void addCarried(ForOp loop, int index) {
      add(List.of(loop.initArgs().get(index), loop.terminator().values().get(index)));
      addReaching(loop.terminator());
    }
  }

  /** Does an operation compute from its operands, and memory that nobody writes, alone? */
  private boolean isSame(Operation op) {
    if (op instanceof Pure) {
      // Operations of this dialect tell a thread its own place, without operands.
      return !op.name().startsWith("gpu.");
    }
    Accesses accesses = Accesses.of(op);
    for (Access access : accesses.all()) {
      if (!memory.isConstant(access)) {
        return false;
      }
    }
    return !accesses.unknown();
  }
}
