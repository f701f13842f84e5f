// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.ptx;

import dev.azulejo.dialect.ptx.MovOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Use;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Pure;
import java.util.List;

/**
 * Keeps what a loop hands over from one iteration to the next in two registers, as the slot and the
 * slot before: it is copied just before its register gets the next value, which is computed as late
 * as that takes. Otherwise the next value had to wait in a register of its own, and the jump back
 * would copy both.
 */
final class CarriedCopies {
  private final List<Block> blocks;
  private final Block body;

  private CarriedCopies(List<Block> blocks, Block body) {
    this.blocks = blocks;
    this.body = body;
  }

  /**
   * Copies early what the first block of a loop is handed, where that spares a copy. The last block
   * has all of the loop but the jump back.
   *
   * @param blocks all blocks in their order
   * @param body the first block of the loop
   * @param again what it is handed by the jump back; copies come in the place of what is copied
   */
  static void make(List<Block> blocks, Block body, List<Value> again) {
    CarriedCopies copies = new CarriedCopies(blocks, body);
    for (int i = 0; i < again.size(); i++) {
      if (!(again.get(i) instanceof BlockArgument kept)
          || kept.owner() != body
          || kept.index() == i) {
        continue;
      }
      Operation next = again.get(kept.index()).definingOp();
      if (next == null) {
        continue;
      }
      boolean isOver = copies.areOverBefore(kept, body.argument(i), next);
      if (!isOver) {
        copies.sink(next);
        isOver = copies.areOverBefore(kept, body.argument(i), next);
      }
      if (isOver) {
        again.set(i, MovOp.create(Inserter.before(next), kept).result());
      }
    }
  }

  /** Computes at the loop's end what only the jump back asks for. */
  private void sink(Operation op) {
    if (op instanceof Pure && op.isUnused() && place(op) >= blocks.indexOf(body)) {
      op.moveToEnd(blocks.getLast());
    }
  }

  private boolean areOverBefore(Value one, Value other, Operation from) {
    return isOverBefore(one, from) && isOverBefore(other, from);
  }

  /** Is a value used in the loop only up to where another is computed? */
  private boolean isOverBefore(Value value, Operation from) {
    if (place(from) < blocks.indexOf(body)) {
      return false;
    }
    for (Use use : value.uses()) {
      Operation owner = use.owner();
      boolean before =
          owner.block() == from.block()
              ? owner == from || owner.isBeforeInBlock(from)
              : place(owner) < place(from);
      if (!before) {
        return false;
      }
    }
    return true;
  }

  /** The number of an operation's block; -1 at the kernel's start. */
  private int place(Operation op) {
    return blocks.indexOf(op.block());
  }
}
