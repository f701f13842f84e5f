// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize;

import dev.azulejo.dialect.pipeline.ForOp;
import dev.azulejo.dialect.pipeline.RolesOp;
import dev.azulejo.dialect.tile.CopyOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.dialect.tile.Target;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.pass.Change;
import dev.azulejo.ir.pass.Decision;
import dev.azulejo.ir.pass.Pass;
import dev.azulejo.ir.pass.PassContext;
import dev.azulejo.ir.spec.Help;
import dev.azulejo.ir.spec.PassDef;
import dev.azulejo.ir.spec.Rung;
import dev.azulejo.pass.specialize.ProducerSlice.Impossible;
import dev.azulejo.pass.specialize.load.Load;
import dev.azulejo.pass.specialize.load.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Divides the warps of a block into a producer, which lets the engine that moves boxes fill shared
 * buffers, and consumers, which compute. The buffers of a pipelined loop get a slot for each
 * iteration that may be under way; for each slot the consumers wait until it is filled and the
 * producer until it is released, at barriers whose phases follow {@code pipeline.ordinal}. Loads
 * that the same operations use have barriers together. A load in front of the loop, whose buffer
 * the loop reads, has one slot, which is filled again when everything behind it in its block has
 * read it.
 *
 * <p>Where the engine does some loads, the producer does others as well: by {@code cp.async}, whose
 * ends are arrivals of its threads, or by loads and stores, behind which its threads meet. Then it
 * has as many threads as the block had, or a warpgroup where only copies that ask for {@code
 * cp.async} are added. What matrix instructions of warpgroups read of that stands behind a fence:
 * of the consumers behind their wait for {@code cp.async}, and of the producer behind its stores.
 *
 * <p>Outer loops and conditions stand in both roles, and each role computes for itself what bounds,
 * conditions and addresses are made of; what is kept in fragments and local buffers for that, and a
 * few numbers in shared memory, it has a copy of. A slot is released by one thread of each
 * warpgroup where nothing but {@code wgmma} reads it, and otherwise by all threads. Everything else
 * that the launch does, its consumers do.
 *
 * <p>Requires {@code sm_90a} and a launch with a pipelined loop; products say their instructions
 * behind {@code instruction-annotation}. Gives {@code pipeline.roles}, {@code scf.for} for the
 * loops, and a launch of 128 threads more, or twice as many. Leaves alone, with a remark: loops
 * without a load that the engine can do, launches with a schedule, roles or barriers of their own.
 * A load that a producer can't issue stays with the consumers, and a remark says why. Where no load
 * is left, or the launch can't be divided, its loops keep their meaning but lose their stages.
 */
@PassDef(
    name = "warp-specialize",
    anchor = "func.func",
    summary = "Divide warps into those that load and those that compute",
    from = Rung.TILE,
    downTo = Rung.PIPELINE,
    schedules = true)
public final class WarpSpecializePass implements Pass {
  private static final long MOST_THREADS = 1024;
  private static final String SUBJECT = "loop";

  /** What can be chosen. */
  public record Options(
      @Help(
              value =
                  "let every thread release a slot, even where one of each warpgroup could for all",
              defaultValue = "false")
          boolean releaseByThread,
      @Help(
              value = "leave to the consumers what the engine for boxes can't bring",
              defaultValue = "false")
          boolean onlyBoxes,
      @Help(value = "leave all launches as they are", defaultValue = "false") boolean disable) {}

  private final Options options;

  /** The pass with given options. */
  public WarpSpecializePass(Options options) {
    this.options = options;
  }

  @Override
  public Change run(Operation root, PassContext context) {
    if (options.disable()) {
      refuseBoxes(root, context);
      return Change.NONE;
    }
    boolean changed = false;
    for (LaunchOp launch : LaunchOp.allIn(root)) {
      List<ForOp> loops = pipelined(launch);
      if (!loops.isEmpty() && TmaLoads.isOn(Target.of(launch))) {
        changed |= specialize(launch, loops, context);
      }
    }
    return Change.of(changed);
  }

  /** Without roles nobody waits for boxes. */
  private static void refuseBoxes(Operation root, PassContext context) {
    root.walk(op -> {
      if (op instanceof CopyOp copy && copy.prefers(CopyOp.TMA)) {
        context.error(copy, "prefers TMA, which can't be: launches are not to be specialised");
      }
    });
  }

  private static List<ForOp> pipelined(LaunchOp launch) {
    List<ForOp> loops = new ArrayList<>();
    launch.walk(op -> {
      if (op instanceof ForOp loop && loop.depth() > 0) {
        loops.add(loop);
      }
    });
    return loops;
  }

  private boolean specialize(LaunchOp launch, List<ForOp> loops, PassContext context) {
    String manual = OwnSchedule.of(launch);
    if (manual != null) {
      for (ForOp loop : loops) {
        context.remark(loop, "not specialised: %s", manual);
      }
      return false;
    }
    LoadPlan loads = LoadPlan.of(launch, options.onlyBoxes());
    for (Map.Entry<Operation, String> refused : loads.refused().entrySet()) {
      refuse(refused.getKey(), refused.getValue(), context);
    }
    if (!loads.hasCandidate()) {
      for (ForOp loop : loops) {
        context.remark(loop, "not specialised: no load in it can be done by the engine for boxes");
        decide(loop, "no roles", "no load of it can be done by the engine for boxes", context);
      }
      return false;
    }
    try {
      String problem = problem(launch, loads);
      if (problem != null) {
        return fallBack(loops, null, problem, context);
      }
      return carryOut(launch, loads, loops, context);
    } catch (Impossible impossible) {
      return fallBack(loops, impossible.culprit(), impossible.reason(), context);
    }
  }

  private static void refuse(Operation load, String reason, PassContext context) {
    if (load instanceof CopyOp copy && copy.prefers(CopyOp.TMA)) {
      context.error(load, "prefers TMA, which can't be: %s", reason);
    } else {
      context.remark(load, "is left to the consumers: %s", reason);
    }
    String asked =
        load instanceof CopyOp copy
            ? copy.prefer().map(StringAttr::value).orElse("any way")
            : "any way";
    context.decide(Decision.about(load, "copy", asked, "by the consumers").because("%s", reason));
  }

  private static @Nullable String problem(LaunchOp launch, LoadPlan loads) {
    long threads = launch.threads().longValue();
    long added = RolePlan.producerThreads(threads, loads.rings());
    if (loads.rings().isEmpty()) {
      return "no load is left that a producer could issue";
    }
    if (threads % RolesOp.WARP_SIZE != 0) {
      return "%d threads are no whole warps".formatted(threads);
    }
    return threads + added > MOST_THREADS
        ? "with a producer a block would have %d threads".formatted(threads + added)
        : null;
  }

  /** Takes the stages away: only roles could have kept the loads of the loops under way. */
  private static boolean fallBack(
      List<ForOp> loops, @Nullable Operation culprit, String reason, PassContext context) {
    for (ForOp loop : loops) {
      Diagnostic remark = loop.remark("not specialised, and not pipelined: %s", reason);
      context
          .diagnostics()
          .report(culprit == null ? remark : remark.note(culprit.location(), "because of this"));
      decide(loop, "a plain loop", reason, context);
      loop.setAttribute("stages", IntegerAttr.i64(0));
    }
    return true;
  }

  private boolean carryOut(LaunchOp launch, LoadPlan loads, List<ForOp> loops, PassContext context)
      throws Impossible {
    RolePlan plan = new RolePlan(launch, loads, options.releaseByThread());
    ProducerSlice slice = loads.slice();
    for (ForOp loop : loops) {
      report(loop, plan, context);
    }
    for (RingGroup group : plan.groups()) {
      for (Ring ring : group.rings()) {
        Load load = ring.load();
        String chosen =
            load.way().words()
                + ", slots: "
                + group.depth()
                + ", loads of a barrier: "
                + group.rings().size();
        context.decide(
            Decision.about(load.op(), "copy", asked(load.op()), chosen).because("%s", load.why()));
        if (load.way() != Way.TMA && load.op() instanceof CopyOp && !load.isAsked()) {
          context.remark(
              load.op(),
              "is done by threads of the producer, by %s: %s",
              load.way().words(),
              load.why());
        }
      }
    }
    plan.carryOut(slice);
    return true;
  }

  private static String asked(Operation load) {
    ForOp loop = Frames.pipelined(load);
    return loop == null ? "any way" : "stages(" + loop.depth() + ")";
  }

  private static void report(ForOp loop, RolePlan plan, PassContext context) {
    long groups = 0;
    for (RingGroup group : plan.groups()) {
      groups += Frames.pipelined(group.rings().getFirst().load().op()) == loop ? 1 : 0;
    }
    if (groups == 0) {
      context.remark(loop, "not pipelined: the consumers do all that is in it");
      decide(loop, "a plain loop", "the producer has nothing to load for it", context);
    } else {
      decide(loop, "roles, pairs of barriers a slot: " + groups, "", context);
    }
  }

  private static void decide(ForOp loop, String chosen, String reason, PassContext context) {
    String asked = "stages(" + loop.depth() + ")";
    context.decide(Decision.about(loop, SUBJECT, asked, chosen).because("%s", reason));
  }
}
