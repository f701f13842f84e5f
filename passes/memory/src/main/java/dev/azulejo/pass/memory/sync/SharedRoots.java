// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.memory.sync;

import dev.azulejo.dialect.memref.AllocaOp;
import dev.azulejo.dialect.scf.ForOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.dialect.scf.YieldOp;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Pure;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/** The buffers in shared memory whose addresses a value was computed from. */
public final class SharedRoots {
  private final Set<Value> seen = new LinkedHashSet<>();
  private final Set<Value> roots = new LinkedHashSet<>();
  private final Deque<Value> open = new ArrayDeque<>();

  private SharedRoots() {}

  /** The buffers; none where nothing is known. */
  public static Set<Value> of(Value address) {
    SharedRoots search = new SharedRoots();
    search.open.add(address);
    while (!search.open.isEmpty()) {
      Value value = search.open.remove();
      if (search.seen.add(value)) {
        search.follow(value);
      }
    }
    return search.roots;
  }

  private void follow(Value value) {
    switch (value) {
      case BlockArgument argument -> {
        int number = argument.index() - 1;
        if (number >= 0 && argument.owner().parentOp() instanceof ForOp loop) {
          open.add(loop.initArgs().get(number));
          open.add(loop.terminator().operand(number));
        }
      }
      case OpResult result -> follow(result.owner(), result);
    }
  }

  private void follow(Operation op, OpResult result) {
    switch (op) {
      case AllocaOp alloca when Space.of(alloca.memref()) == Space.SHARED ->
          roots.add(alloca.memref());
      case ForOp loop -> open.add(loop.body().argument(result.index() + 1));
      case IfOp branch -> {
        open.add(branch.thenYield().operand(result.index()));
        YieldOp otherwise = branch.elseYield();
        if (otherwise != null) {
          open.add(otherwise.operand(result.index()));
        }
      }
      case Pure _ -> open.addAll(op.operands());
      default -> {}
    }
  }
}
