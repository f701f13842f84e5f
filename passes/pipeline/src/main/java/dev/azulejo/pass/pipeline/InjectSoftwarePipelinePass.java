// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.pipeline;

import dev.azulejo.dialect.pipeline.ForOp;
import dev.azulejo.dialect.pipeline.Schedule;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.pass.Change;
import dev.azulejo.ir.pass.Pass;
import dev.azulejo.ir.pass.PassContext;
import dev.azulejo.ir.spec.PassDef;
import dev.azulejo.ir.spec.Rung;
import java.util.ArrayList;
import java.util.List;

/**
 * Carries out the schedules of pipelined loops: a prologue, a loop and an epilogue take the place
 * of each; buffers get as many versions as iterations need at once; asynchronous copies are
 * committed and waited for.
 *
 * <p>Requires a schedule on every operation of a loop that has an effect, and no two operations of
 * one order. Gives {@code scf.for}, with {@code pipeline.depth} on it; {@code tile.async_copy},
 * {@code pipeline.commit_group} and {@code pipeline.wait_group}; buffers with versions and barriers
 * with a slot for each iteration under way. Pure operations, and loads of what the loop leaves
 * alone, are repeated where they are needed. Leaves alone: loops without a schedule. A schedule
 * that would change a result is refused.
 */
@PassDef(
    name = "inject-sw-pipeline",
    anchor = "func.func",
    summary = "Overlap the iterations of scheduled loops",
    from = Rung.TILE,
    downTo = Rung.PIPELINE,
    schedules = true)
public final class InjectSoftwarePipelinePass implements Pass {

  /** A pass; it has nothing to choose. */
  public InjectSoftwarePipelinePass() {}

  @Override
  public Change run(Operation root, PassContext context) {
    List<ForOp> loops = new ArrayList<>();
    root.walkPostOrder(op -> {
      if (op instanceof ForOp loop) {
        loops.add(loop);
      }
    });
    boolean changed = false;
    for (ForOp loop : loops) {
      changed |= inject(loop, context);
    }
    return Change.of(changed);
  }

  private static boolean inject(ForOp loop, PassContext context) {
    LoopBody body = LoopBody.of(loop);
    if (!ExplicitSchedule.isPresent(body)) {
      return false;
    }
    try {
      if (body.statements().isEmpty()) {
        throw new PlanningFailure(loop.error("has a schedule, but nothing in it has an effect"));
      }
      List<Schedule> schedule = ExplicitSchedule.read(body);
      ScheduleRules.check(body, schedule);
      ScheduleRules.warnOfPlacesWithoutMeaning(body, schedule, context);
      if (BoxBarriers.own(body, schedule)) {
        body = LoopBody.of(loop);
        schedule = ExplicitSchedule.read(body);
      }
      Plan plan = Plan.of(body, schedule);
      if (plan.hasOneStage()) {
        PlainLoop.replace(loop);
      } else {
        plan.emit(context);
      }
      return true;
    } catch (PlanningFailure failure) {
      context.diagnostics().report(failure.diagnostic());
      return false;
    }
  }
}
