// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize;

import dev.azulejo.dialect.pipeline.OrdinalOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.pass.Change;
import dev.azulejo.ir.pass.Pass;
import dev.azulejo.ir.pass.PassContext;
import dev.azulejo.ir.pass.Statistic;
import dev.azulejo.ir.spec.PassDef;
import dev.azulejo.ir.spec.Rung;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Computes what {@code pipeline.ordinal} counts: the number of the iteration in a loop that nothing
 * restarts and that guards nothing, and otherwise a count of 32 bits that loops and conditions
 * carry.
 *
 * <p>Requires nothing. Gives the same program without ordinals; run again, it finds none. Leaves
 * alone, with a remark, those that stand in anything but {@code scf.for}, {@code scf.while} and
 * {@code scf.if}, which could not hand a count on.
 */
@PassDef(
    name = "insert-phase-counters",
    anchor = "func.func",
    summary = "Count the uses of pipelined slots in values that loops carry",
    from = Rung.PIPELINE,
    downTo = Rung.PIPELINE)
public final class InsertPhaseCountersPass implements Pass {
  private static final Statistic COUNTERS =
      new Statistic("num-counters", "Number of counts that loops carry now");

  @Override
  public Change run(Operation root, PassContext context) {
    Map<Block, List<OrdinalOp>> byBlock = new LinkedHashMap<>();
    root.walk(op -> {
      Block block = op.block();
      if (op instanceof OrdinalOp ordinal && block != null) {
        byBlock.computeIfAbsent(block, _ -> new ArrayList<>()).add(ordinal);
      }
    });
    boolean changed = false;
    for (Map.Entry<Block, List<OrdinalOp>> group : byBlock.entrySet()) {
      PhaseCounter counter = PhaseCounter.of(group.getKey());
      Operation obstacle = counter.obstacle();
      if (obstacle != null) {
        context.remark(
            group.getValue().getFirst(),
            "is counted when it is executed: it stands in '%s', which can't carry a count",
            obstacle.name());
        continue;
      }
      context.count(COUNTERS, counter.isCarried() ? 1 : 0);
      counter.replace(group.getValue());
      changed = true;
    }
    return Change.of(changed);
  }
}
