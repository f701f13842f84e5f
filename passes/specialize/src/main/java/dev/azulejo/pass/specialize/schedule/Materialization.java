// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize.schedule;

import dev.azulejo.dialect.pipeline.ForOp;
import dev.azulejo.dialect.pipeline.RolesOp;
import dev.azulejo.dialect.pipeline.ScheduleOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.pass.Decision;
import dev.azulejo.ir.pass.PassContext;

/** Carries out the schedule of a launch, if it can be. */
public final class Materialization {
  private final LaunchOp launch;
  private final ScheduleOp schedule;
  private final PassContext context;
  private final Reports reports;

  private Materialization(LaunchOp launch, ScheduleOp schedule, PassContext context) {
    this.launch = launch;
    this.schedule = schedule;
    this.context = context;
    this.reports = new Reports(context.diagnostics());
  }

  /** Carries it out; where something is wrong, says what and changes nothing. */
  public static boolean run(
      LaunchOp launch, ScheduleOp schedule, CopyForms copies, PassContext context) {
    return new Materialization(launch, schedule, context).run(copies);
  }

  private boolean run(CopyForms copies) {
    launch.walk(op -> {
      if (op instanceof RolesOp) {
        reports.error(op, "divides the launch already, which has a schedule, too");
      }
    });
    LaunchTree tree = LaunchTree.of(launch, schedule, reports);
    Programs programs = Programs.of(schedule, tree, reports);
    if (!reports.isEmpty()) {
      return false;
    }
    new SideCheck(programs, reports).run();
    new SpanCheck(programs, reports).run();
    new OperandCheck(programs, reports, context.diagnostics()).run();
    if (!reports.isEmpty()) {
      return false;
    }
    ArrivalPlan arrivals = new ArrivalPlan(programs, copies, context, reports);
    arrivals.run();
    new OrderCheck(programs, reports).run();
    new DeadlockCheck(programs, reports).run();
    if (!reports.isEmpty()) {
      return false;
    }
    decide(programs);
    new LaunchWriter(launch, schedule, programs, arrivals).write();
    return true;
  }

  private void decide(Programs programs) {
    long threads = schedule.warps().longValue() * RolesOp.WARP_SIZE;
    context.decide(
        Decision.about(
            launch,
            "threads",
            String.valueOf(launch.threads().longValue()),
            threads + ", of roles: " + programs.roles().size()));
    for (Scope scope : programs.tree().scopes()) {
      if (scope.loop() instanceof ForOp loop && loop.depth() > 0) {
        context.decide(
            Decision.about(loop, "loop", "stages(" + loop.depth() + ")", "a plain loop of roles")
                .because("%s", "the launch has a schedule of roles"));
      }
    }
    for (RolePlan role : programs.roles()) {
      Counting counting = Counting.of(role);
      for (RingPlan ring : programs.rings()) {
        if (ring.producer() == role || ring.consumer() == role) {
          Operation op = ring.op();
          context.decide(
              Decision.about(op, "turns of role " + role.name(), "any", counting.words(ring)));
        }
      }
    }
  }
}
