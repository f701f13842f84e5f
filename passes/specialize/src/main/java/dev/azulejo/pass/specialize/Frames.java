// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize;

import dev.azulejo.dialect.pipeline.ForOp;
import dev.azulejo.dialect.scf.IfOp;
import dev.azulejo.dialect.scf.WhileOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Operation;
import org.jspecify.annotations.Nullable;

/**
 * The loops and conditions that every role has for itself: around loads, and around what uses them.
 */
final class Frames {
  private Frames() {}

  /** Is it a loop or condition of which roles can have one each? */
  static boolean isFrame(Operation op) {
    return op instanceof dev.azulejo.dialect.scf.ForOp
        || op instanceof WhileOp
        || op instanceof IfOp
        || op instanceof ForOp;
  }

  /**
   * What an operation is in, or is itself, of which roles can have one each: the outermost one
   * around it that is no frame. Null where it is not in the launch.
   */
  static @Nullable Operation leaf(Operation op, LaunchOp launch) {
    Operation leaf = op;
    for (Operation outer = op.parentOp(); outer != launch; outer = outer.parentOp()) {
      if (outer == null) {
        return null;
      }
      if (!isFrame(outer)) {
        leaf = outer;
      }
    }
    return leaf;
  }

  /** The operation of a block that another is in, or is itself; null where it is not in it. */
  static @Nullable Operation statementIn(Block block, Operation op) {
    Operation at = op;
    while (at != null && at.block() != block) {
      at = at.parentOp();
    }
    return at;
  }

  /** The innermost pipelined loop around an operation, or null. */
  static @Nullable ForOp pipelined(Operation op) {
    ForOp loop = op.enclosing(ForOp.class);
    while (loop != null && loop.depth() == 0) {
      loop = loop.enclosing(ForOp.class);
    }
    return loop;
  }

  /** Can a block of a launch be executed more than once? */
  static boolean isRepeated(Block block, LaunchOp launch) {
    for (Operation op = block.parentOp(); op != null && op != launch; op = op.parentOp()) {
      if (!(op instanceof IfOp)) {
        return true;
      }
    }
    return false;
  }
}
