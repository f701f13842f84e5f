// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize;

import dev.azulejo.dialect.pipeline.RolesOp;
import dev.azulejo.dialect.scf.ForOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.pass.Change;
import dev.azulejo.ir.pass.Decision;
import dev.azulejo.ir.pass.Pass;
import dev.azulejo.ir.pass.PassContext;
import dev.azulejo.ir.pass.Statistic;
import dev.azulejo.ir.spec.Help;
import dev.azulejo.ir.spec.PassDef;
import dev.azulejo.ir.spec.Rung;
import dev.azulejo.pass.specialize.chain.ChainCost;
import dev.azulejo.pass.specialize.chain.ChainLoop;
import dev.azulejo.pass.specialize.chain.ChainRotation;
import dev.azulejo.pass.specialize.chain.ChainSchedule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the tensor cores busy in loops of a role that make two products, the second from what has
 * been made of the first one's sums, as attention does. {@code joined} has the second product of an
 * iteration and the first of the next under way together. {@code swapped} begins the first product
 * of an iteration before the second of the one before. {@code overlapped} does that, too, and what
 * leads to the next product while that second one is under way; only what needs its registers waits
 * for it. {@code plain} changes nothing. In turns, one warpgroup of a role begins its products
 * behind another, so that it computes while others multiply.
 *
 * <p>What costs least follows from the loop. Powers take the time of many multiplications: where
 * the other warpgroups of the role multiply for so long, a warpgroup's own products needn't fill it
 * ({@code swapped}), and otherwise they have to ({@code overlapped}).
 *
 * <p>Requires roles whose iterations are counted ({@code insert-phase-counters}). Gives a loop that
 * begins with the end of an iteration, products that are only begun, with their waits, and slots
 * released behind these. Every sum is made in the same order as before. Leaves alone loops with
 * other products, those whose products are asynchronous already, and, with a remark, those in which
 * something else stands beside the products or a slot has no second version.
 */
@PassDef(
    name = "schedule-chained-gemms",
    anchor = "func.func",
    summary = "Let two products, one from the other, run beside those of the next iteration",
    from = Rung.PIPELINE,
    downTo = Rung.PIPELINE)
public final class ScheduleChainedGemmsPass implements Pass {

  /** What can be chosen. */
  public record Options(
      @Help(
              value = "plain, joined, swapped, overlapped, or auto for what costs least",
              defaultValue = "auto")
          String schedule,
      @Help(
              value = "whether warpgroups take turns: always, never, or auto for three and more",
              defaultValue = "auto")
          String turns) {}

  private static final Statistic SCHEDULED =
      new Statistic("num-scheduled", "Number of loops that got another schedule");

  private static final String ALWAYS = "always";
  private static final String AUTO = "auto";
  private static final List<String> TURNS = List.of(AUTO, ALWAYS, "never");
  private static final long WARPS_OF_GROUP = 4;

  private final Options options;

  /** The pass with given options. */
  public ScheduleChainedGemmsPass(Options options) {
    this.options = options;
  }

  @Override
  public Change run(Operation root, PassContext context) {
    ChainSchedule asked = ChainSchedule.of(options.schedule()).orElse(null);
    if (asked == null && !options.schedule().equals(AUTO)) {
      context.error(
          root,
          "can't get the schedule \"%s\"; auto, plain, joined, swapped and overlapped are known",
          options.schedule());
      return Change.NONE;
    }
    if (!TURNS.contains(options.turns())) {
      context.error(
          root, "can't take turns \"%s\"; auto, always and never are known", options.turns());
      return Change.NONE;
    }
    List<ForOp> loops = new ArrayList<>();
    root.walk(op -> {
      if (op instanceof ForOp loop && loop.enclosing(RolesOp.class) != null) {
        loops.add(loop);
      }
    });
    boolean changed = false;
    for (ForOp loop : loops) {
      ChainLoop chain = ChainLoop.of(loop);
      changed |= chain != null && schedule(chain, asked, context);
    }
    return Change.of(changed);
  }

  private boolean schedule(ChainLoop chain, @Nullable ChainSchedule asked, PassContext context) {
    long groups = groups(chain);
    ChainCost cost = ChainCost.of(chain, groups);
    ChainSchedule wanted = asked == null ? cost.schedule() : asked;
    String obstacle = wanted == ChainSchedule.PLAIN ? null : chain.obstacle();
    ChainSchedule chosen = obstacle == null ? wanted : ChainSchedule.PLAIN;
    Decision decision =
        Decision.about(chain.loop(), "loop", options.schedule(), chosen.description());
    if (obstacle != null) {
      context.remark(chain.loop(), "makes one product after the other: %s", obstacle);
      context.decide(decision.because(obstacle));
      return false;
    }
    context.decide(asked == null ? decision.because(cost.reason()) : decision);
    context.count(SCHEDULED, chosen == ChainSchedule.PLAIN ? 0 : 1);
    boolean turns =
        options.turns().equals(AUTO) ? cost.isCrowded() : options.turns().equals(ALWAYS);
    ChainRotation.rotate(chain, chosen, turns && groups > 1);
    return chosen != ChainSchedule.PLAIN;
  }

  /** How many warpgroups the loop's role has; none where they are no whole number. */
  private static long groups(ChainLoop chain) {
    RolesOp roles = chain.loop().enclosing(RolesOp.class);
    long warps = roles == null ? 0 : roles.roleOf(chain.loop()).map(RolesOp.Role::warps).orElse(0L);
    return warps % WARPS_OF_GROUP == 0 ? warps / WARPS_OF_GROUP : 0;
  }
}
