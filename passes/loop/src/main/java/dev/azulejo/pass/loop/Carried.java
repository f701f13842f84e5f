// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.loop;

import dev.azulejo.dialect.scf.ForOp;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.rewrite.DeadCode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A value of a loop's body that the loop is to carry instead of computing it. */
interface Carried {

  /** The value that is computed now. */
  Value value();

  /** Writes what it is in the first iteration. */
  Value first(Inserter ahead);

  /**
   * Writes what it is in the next iteration.
   *
   * @param ahead in front of the loop
   * @param end at the end of the body
   * @param all what is carried
   * @param now what stands for each of them in this iteration
   */
  Value next(Inserter ahead, Inserter end, List<? extends Carried> all, List<BlockArgument> now);

  /** Makes a loop carry values, takes out what computed them, and returns the loop that does. */
  static ForOp carry(ForOp loop, List<? extends Carried> all) {
    if (all.isEmpty()) {
      return loop;
    }
    List<Value> inits = new ArrayList<>();
    for (Carried carried : all) {
      inits.add(carried.first(Inserter.before(loop)));
    }
    return loop.carryMore(
        inits,
        (end, _, now) -> {
          List<Value> next = new ArrayList<>();
          for (Carried carried : all) {
            next.add(carried.next(Inserter.before(loop), end, all, now));
          }
          for (int i = 0; i < all.size(); i++) {
            Value old = all.get(i).value();
            old.replaceAllUsesWith(now.get(i));
            eraseUnused(old);
          }
          return next;
        });
  }

  private static void eraseUnused(Value value) {
    Deque<Value> unused = new ArrayDeque<>();
    unused.add(value);
    while (!unused.isEmpty()) {
      Operation op = unused.removeFirst().definingOp();
      if (op != null && op.block() != null && DeadCode.isTriviallyDead(op)) {
        List<Value> operands = List.copyOf(op.operands());
        op.erase();
        unused.addAll(operands);
      }
    }
  }
}
