// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.loop;

import dev.azulejo.dialect.scf.ForOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.pass.Change;
import dev.azulejo.ir.pass.Pass;
import dev.azulejo.ir.pass.PassContext;
import dev.azulejo.ir.pass.Statistic;
import dev.azulejo.ir.spec.PassDef;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets loops carry what they compute from their index: a sum of products of the index, such as an
 * address, becomes a value to which every iteration adds the same; the remainder of the index by a
 * constant, such as the slot of a buffer with several versions, becomes a value that goes up and
 * begins again. What one slot is in this iteration another is in the next, so of several that run
 * behind each other one goes up and the others follow. Where the parity of the turns through all
 * slots is asked for as well, slot and parity are carried together, also beside a count that goes
 * on through several loops and branches.
 *
 * <p>Requires nothing; does most behind {@code cse}. Gives loops with more carried values, fewer
 * operations in an iteration and no division by the number of versions. Leaves alone: sums of a
 * single operation, which cost what carrying them would, sums that a condition is a single
 * operation away from, and remainders of what may be negative.
 */
@PassDef(
    name = "loop-strength-reduction",
    anchor = "func.func",
    summary = "Let loops carry addresses and slots instead of computing them again")
public final class LoopStrengthReductionPass implements Pass {
  private static final Statistic SUMS =
      new Statistic("num-sums", "Number of sums that are carried now");
  private static final Statistic REMAINDERS =
      new Statistic("num-remainders", "Number of remainders that are carried now");

  private static final Statistic PLACES =
      new Statistic("num-places", "Number of slots and parities of counts that are carried now");

  @Override
  public Change run(Operation root, PassContext context) {
    int places = Rings.carry(root);
    context.count(PLACES, places);
    List<ForOp> loops = new ArrayList<>();
    // Inner loops first: what is computed ahead of them may be carried by those around.
    root.walkPostOrder(op -> {
      if (op instanceof ForOp loop) {
        loops.add(loop);
      }
    });
    boolean changed = places > 0;
    for (ForOp loop : loops) {
      List<Turn> remainders = Remainders.of(new SumsOfIndex(loop));
      ForOp turning = Carried.carry(loop, remainders);
      List<Carried> sums = new SumsOfIndex(turning).worthCarrying();
      Carried.carry(turning, sums);
      context.count(REMAINDERS, remainders.size());
      context.count(SUMS, sums.size());
      changed |= !remainders.isEmpty() || !sums.isEmpty();
    }
    return Change.of(changed);
  }
}
