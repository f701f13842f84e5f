// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize;

import dev.azulejo.dialect.pipeline.ScheduleOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.dialect.tile.Target;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.pass.Change;
import dev.azulejo.ir.pass.Pass;
import dev.azulejo.ir.pass.PassContext;
import dev.azulejo.ir.spec.PassDef;
import dev.azulejo.ir.spec.Rung;
import dev.azulejo.pass.specialize.schedule.Materialization;
import org.jspecify.annotations.Nullable;

/**
 * Divides a launch into roles as its {@code pipeline.schedule} says. Each role gets its program:
 * the statements that it performs, in its order, in the loops that it enters, with waits and
 * arrivals where it begins and ends to use slots. Buffers of rings get their slots, and two
 * barriers a slot. Copies that fill slots become copies of boxes where the engine for boxes can do
 * them, and asynchronous copies where they prefer that.
 *
 * <p>Before anything is changed, the schedule is judged: everything is placed, slots are used where
 * they are in use, what depends on each other keeps its order, as many slots are filled as
 * released, and no role waits for ever. What is wrong is an error at its place.
 *
 * <p>Requires {@code sm_90a}. Gives {@code pipeline.roles} and nothing of the schedule. Leaves
 * alone: launches without one.
 */
@PassDef(
    name = "materialize-ws-schedule",
    anchor = "func.func",
    summary = "Divide launches into the roles that their schedules describe",
    from = Rung.TILE,
    downTo = Rung.PIPELINE,
    schedules = true)
public final class MaterializeWsSchedulePass implements Pass {

  /** A pass; it has nothing to choose. */
  public MaterializeWsSchedulePass() {}

  @Override
  public Change run(Operation root, PassContext context) {
    boolean changed = false;
    for (LaunchOp launch : LaunchOp.allIn(root)) {
      ScheduleOp schedule = scheduleOf(launch);
      if (schedule != null && isPossible(schedule, launch, context)) {
        changed |= Materialization.run(launch, schedule, new ScheduledCopies(launch), context);
      }
    }
    return Change.of(changed);
  }

  private static @Nullable ScheduleOp scheduleOf(LaunchOp launch) {
    for (Operation op : launch.body().entry()) {
      if (op instanceof ScheduleOp schedule) {
        return schedule;
      }
    }
    return null;
  }

  private static boolean isPossible(ScheduleOp schedule, LaunchOp launch, PassContext context) {
    Target target = Target.of(launch);
    if (TmaLoads.isOn(target)) {
      return true;
    }
    context.error(
        schedule,
        "needs barriers with phases, for which the target must be sm_90a; %s",
        target == null ? "none is named" : "it is " + target.name());
    return false;
  }
}
