// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.memory.sync;

import dev.azulejo.dialect.gpu.Dimension;
import dev.azulejo.dialect.gpu.LaneIdOp;
import dev.azulejo.dialect.gpu.SubgroupIdOp;
import dev.azulejo.dialect.gpu.ThreadIdOp;
import dev.azulejo.dialect.memref.LoadOp;
import dev.azulejo.dialect.ptx.LdOp;
import dev.azulejo.dialect.ptx.SpecialOp;
import dev.azulejo.dialect.scf.ForOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.dialect.scf.WhileOp;
import dev.azulejo.dialect.scf.YieldOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Accesses;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which values are the same in all threads of a block: those that nothing of the threads' numbers
 * goes into. What is loaded is, where the place is.
 */
final class Uniformity {
  private final LaunchOp launch;

  /** What is known; while a value is asked for, it counts as uniform. */
  private final Map<Value, Boolean> known = new IdentityHashMap<>();

  Uniformity(LaunchOp launch) {
    this.launch = launch;
  }

  boolean isUniform(Value value) {
    Boolean there = known.get(value);
    if (there != null) {
      return there;
    }
    known.put(value, true);
    boolean found =
        switch (value) {
          case OpResult result -> isUniform(result);
          case BlockArgument argument -> isUniform(argument);
        };
    known.put(value, found);
    return found;
  }

  private boolean all(List<? extends Value> values) {
    for (Value value : values) {
      if (!isUniform(value)) {
        return false;
      }
    }
    return true;
  }

  private boolean isUniform(OpResult result) {
    Operation op = result.owner();
    if (!op.isInside(launch)) {
      return true;
    }
    return switch (op) {
      case ThreadIdOp id -> id.dimension() != Dimension.X;
      case LaneIdOp _, SubgroupIdOp _, SpecialOp _ -> false;
      case LoadOp load -> all(load.operands());
      case LdOp load -> all(load.operands());
      case IfOp branch -> isUniform(branch, result.index());
      case ForOp loop ->
          isUniformLoop(loop)
              && isUniform(loop.initArgs().get(result.index()))
              && isUniform(loop.terminator().operand(result.index()));
      // A division is not pure, for it can't be by zero, but does nothing else.
      default -> op.regionCount() == 0 && Accesses.of(op).isEmpty() && all(op.operands());
    };
  }

  private boolean isUniform(IfOp branch, int result) {
    YieldOp otherwise = branch.elseYield();
    return isUniform(branch.condition())
        && isUniform(branch.thenYield().operand(result))
        && otherwise != null
        && isUniform(otherwise.operand(result));
  }

  /** Do all threads run the same iterations? */
  boolean isUniformLoop(ForOp loop) {
    return isUniform(loop.lowerBound()) && isUniform(loop.upperBound()) && isUniform(loop.step());
  }

  private boolean isUniform(BlockArgument argument) {
    Block block = argument.owner();
    Operation owner = block.parentOp();
    return switch (owner) {
      case LaunchOp _ -> true;
      case ForOp loop ->
          argument.index() == 0
              ? isUniform(loop.lowerBound()) && isUniform(loop.step())
              : isUniform(loop.initArgs().get(argument.index() - 1))
                  && isUniform(loop.terminator().operand(argument.index() - 1));
      case WhileOp loop ->
          block == loop.before().entry()
              ? isUniform(loop.inits().get(argument.index()))
                  && isUniform(loop.terminator().operand(argument.index()))
              : isUniform(loop.condition().args().get(argument.index()));
      case null, default -> owner == null || !owner.isInside(launch);
    };
  }
}
