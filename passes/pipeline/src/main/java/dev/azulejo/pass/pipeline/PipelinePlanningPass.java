// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.pipeline;

import dev.azulejo.dialect.pipeline.ForOp;
import dev.azulejo.dialect.pipeline.Schedule;
import dev.azulejo.dialect.tile.Target;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.pass.Change;
import dev.azulejo.ir.pass.Pass;
import dev.azulejo.ir.pass.PassContext;
import dev.azulejo.ir.spec.Help;
import dev.azulejo.ir.spec.PassDef;
import dev.azulejo.ir.spec.Rung;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Decides for every operation of a pipelined loop how many iterations late it runs and in which
 * place, and which copies are asynchronous. Writes the decision on the operations and moves
 * nothing.
 *
 * <p>Requires a target on the function or module. Gives {@code pipeline.stage}, {@code
 * pipeline.order} and {@code pipeline.group}; a schedule that the program brings along is kept. A
 * loop of no stages becomes {@code scf.for}, and so does, with a remark, one whose overlapped
 * iterations would compute something else, and any on a GPU that can't overlap them. Leaves alone:
 * everything outside of {@code pipeline.for}.
 */
@PassDef(
    name = "pipeline-planning",
    anchor = "func.func",
    summary = "Decide stage, order and asynchronous groups of pipelined loops",
    from = Rung.TILE,
    downTo = Rung.PIPELINE)
public final class PipelinePlanningPass implements Pass {

  /** What can be chosen. */
  public record Options(
      @Help(value = "make copies asynchronous where the target can", defaultValue = "true")
          boolean useAsyncCopy) {}

  private final Options options;

  /** A pass with those choices. */
  public PipelinePlanningPass(Options options) {
    this.options = options;
  }

  @Override
  public Change run(Operation root, PassContext context) {
    boolean changed = replaceUnscheduled(root);
    for (ForOp loop : loops(root)) {
      if (loop.enclosing(ForOp.class) == null) {
        changed |= plan(loop, context);
      }
    }
    return Change.of(changed);
  }

  private static List<ForOp> loops(Operation root) {
    List<ForOp> loops = new ArrayList<>();
    root.walkPostOrder(op -> {
      if (op instanceof ForOp loop) {
        loops.add(loop);
      }
    });
    return loops;
  }

  /** A loop of no stages is a plain loop, wherever it stands. */
  private static boolean replaceUnscheduled(Operation root) {
    boolean changed = false;
    for (ForOp loop : loops(root)) {
      if (loop.depth() == 0 && !ExplicitSchedule.isPresent(LoopBody.of(loop))) {
        PlainLoop.replace(loop);
        changed = true;
      }
    }
    return changed;
  }

  private boolean plan(ForOp loop, PassContext context) {
    Target target = Target.of(loop);
    if (target == null) {
      context
          .diagnostics()
          .report(
              loop.error("can't be planned without a target")
                  .note(
                      loop.location(),
                      "write tile.target = \"sm_80\" on the function or module, or give"
                          + " --target=sm_80"));
      return false;
    }
    if (!target.canPipeline()) {
      for (ForOp each : loops(loop)) {
        context.remark(
            each, "not pipelined: %s has no asynchronous copies to shared memory", target.name());
        ScheduleReport.plain(each, target.name() + " can't overlap iterations", context);
        PlainLoop.replace(each);
      }
      return true;
    }
    try {
      LoopBody body = LoopBody.of(loop);
      boolean chosen = Im2colLoads.decide(loop, context);
      List<Schedule> schedule = schedule(loop, target, context);
      if (!ExplicitSchedule.isPresent(body) && !isSafe(body, schedule, context)) {
        ScheduleReport.plain(loop, "overlapped iterations compute something else", context);
        PlainLoop.replace(loop);
        return true;
      }
      ScheduleReport.overlapped(body, schedule, target, options.useAsyncCopy(), context);
      return write(schedule, body) || chosen;
    } catch (PlanningFailure failure) {
      context.diagnostics().report(failure.diagnostic());
      return false;
    }
  }

  /** Can a schedule that nobody asked for in particular be carried out? If not, says why. */
  private static boolean isSafe(LoopBody body, List<Schedule> schedule, PassContext context) {
    try {
      Plan.of(body, schedule);
      return true;
    } catch (PlanningFailure failure) {
      Diagnostic reason = failure.diagnostic();
      Diagnostic remark =
          body.loop()
              .remark("not pipelined: overlapped iterations would compute something else")
              .note(reason.location(), "%s", reason.message());
      for (Diagnostic note : reason.notes()) {
        remark = remark.note(note.location(), "%s", note.message());
      }
      context.diagnostics().report(remark);
      return false;
    }
  }

  private List<Schedule> schedule(ForOp loop, Target target, PassContext context)
      throws PlanningFailure {
    refuseNested(loop);
    LoopBody body = LoopBody.of(loop);
    if (body.statements().isEmpty()) {
      throw new PlanningFailure(
          loop.error("has no schedulable statements: nothing in it has an effect"));
    }
    boolean async = options.useAsyncCopy() && target.hasAsyncCopy();
    if (!ExplicitSchedule.isPresent(body)) {
      FirstStage first = new FirstStage(body, CopyPatterns::isCopy);
      List<Schedule> schedule = AutomaticSchedule.of(body, first, loop.depth());
      ScheduleRules.check(body, schedule);
      for (Statement held : first.heldBack()) {
        context.remark(
            held.op(),
            "not ahead of other iterations: its condition can't be evaluated again where the others"
                + " that share it run");
      }
      return AsyncGroups.assign(body, first, schedule, s -> async && isAsync(first, s));
    }
    List<Schedule> written = ExplicitSchedule.read(body);
    ScheduleRules.check(body, written);
    for (Schedule place : written) {
      if (place.group() != null) {
        return written;
      }
    }
    Predicate<Statement> isCopy =
        s -> CopyPatterns.isCopy(s) || isEarlyLoad(s, written.get(s.index()));
    FirstStage first = new FirstStage(body, isCopy);
    return AsyncGroups.assign(body, first, written, s -> async && isAsync(first, s));
  }

  private static boolean isAsync(FirstStage first, Statement statement) {
    return first.isCopy(statement) && !statement.isConditional() && !statement.isAsyncByHand();
  }

  /** In a schedule of the user's, stage 0 loads whatever it brings from global to shared. */
  private static boolean isEarlyLoad(Statement statement, Schedule place) {
    return place.stage() == 0 && !statement.isConditional() && Spaces.bringsOnChip(statement);
  }

  private static void refuseNested(ForOp loop) throws PlanningFailure {
    List<ForOp> nested = new ArrayList<>();
    loop.walk(op -> {
      if (op instanceof ForOp inner && inner != loop && inner.depth() > 0) {
        nested.add(inner);
      }
    });
    if (!nested.isEmpty()) {
      throw new PlanningFailure(
          nested
              .getFirst()
              .error("is nested in another pipelined loop")
              .note(loop.location(), "the loop around it; only one of the two can have stages"));
    }
  }

  private static boolean write(List<Schedule> schedule, LoopBody body) {
    boolean changed = false;
    for (Statement statement : body.statements()) {
      Schedule place = schedule.get(statement.index());
      if (!place.equals(Schedule.of(statement.op()))) {
        place.writeTo(statement.op());
        changed = true;
      }
    }
    // What is repeated where it is needed has no place of its own.
    for (Operation binding : body.bindings()) {
      changed |= Schedule.isOn(binding);
      Schedule.removeFrom(binding);
    }
    for (Operation allocation : body.allocations()) {
      changed |= Schedule.isOn(allocation);
      Schedule.removeFrom(allocation);
    }
    return changed;
  }
}
