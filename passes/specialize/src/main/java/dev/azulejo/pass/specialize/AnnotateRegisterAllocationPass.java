// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize;

import dev.azulejo.dialect.pipeline.RolesOp;
import dev.azulejo.dialect.tile.AllocOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.dialect.tile.Target;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.pass.Change;
import dev.azulejo.ir.pass.Decision;
import dev.azulejo.ir.pass.Pass;
import dev.azulejo.ir.pass.PassContext;
import dev.azulejo.ir.spec.PassDef;
import dev.azulejo.ir.spec.Rung;
import dev.azulejo.pass.specialize.RegisterBudget.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says how many registers the threads of each role have: those that only load give most of theirs
 * to those that compute. A launch may ask for numbers, by {@code producer_registers} and {@code
 * consumer_registers}; of two zeros nothing comes. What would make consumers wait for registers
 * that nobody gives back is an error.
 *
 * <p>Requires {@code sm_90a} and roles of whole warpgroups. Gives {@code registers} of {@code
 * pipeline.roles}. Leaves alone: roles that say their registers, and, with a remark, those whose
 * warps or numbers allow none. A block of one warpgroup that loads and one that computes is
 * launched with so few registers that a multiprocessor has room for two, which {@code
 * blocks_per_multiprocessor} of the launch says; that number is honoured where it is there.
 */
@PassDef(
    name = "annotate-register-allocation",
    anchor = "func.func",
    summary = "Let roles that load give registers to those that compute",
    from = Rung.PIPELINE,
    downTo = Rung.PIPELINE)
public final class AnnotateRegisterAllocationPass implements Pass {

  /**
   * With so many registers of fragments a thread runs when launched with 128; ptxas wants more for
   * the widest products, whatever is taken later.
   */
  private static final long FEW_OF_FRAGMENTS = 80;

  private static final int REGISTER_BITS = 32;

  /** A pass; it has nothing to choose. */
  public AnnotateRegisterAllocationPass() {}

  @Override
  public Change run(Operation root, PassContext context) {
    List<RolesOp> all = new ArrayList<>();
    root.walk(op -> {
      if (op instanceof RolesOp roles) {
        all.add(roles);
      }
    });
    boolean changed = false;
    for (RolesOp roles : all) {
      changed |=
          roles.registers().isEmpty()
              && roles.parentOp() instanceof LaunchOp launch
              && TmaLoads.isOn(Target.of(launch))
              && annotate(roles, launch, context);
    }
    return Change.of(changed);
  }

  private static boolean annotate(RolesOp roles, LaunchOp launch, PassContext context) {
    List<RolesOp.Role> loading = new ArrayList<>();
    List<RolesOp.Role> computing = new ArrayList<>();
    long producers = 0;
    long consumers = 0;
    for (RolesOp.Role role : roles.roles()) {
      if (role.threads() % RingGroup.WARPGROUP != 0) {
        return none(
            roles, launch, "role '%s' has no whole warpgroups".formatted(role.name()), context);
      }
      if (role.name().equals(RolePlan.PRODUCER) || LoadingRole.onlyLoads(role)) {
        loading.add(role);
        producers += role.threads() / RingGroup.WARPGROUP;
      } else {
        computing.add(role);
        consumers += role.threads() / RingGroup.WARPGROUP;
      }
    }
    if (loading.isEmpty() || computing.isEmpty()) {
      return none(roles, launch, "there are not both roles that load and that compute", context);
    }
    long wantedByProducer = wanted(launch.producerRegisters());
    long wantedByConsumer = wanted(launch.consumerRegisters());
    if (wantedByProducer == 0 && wantedByConsumer == 0) {
      return none(roles, launch, "the launch asks for that", context);
    }
    boolean isAsked = wantedByProducer > 0 || wantedByConsumer > 0;
    boolean isPair =
        !isAsked && producers == 1 && consumers == 1 && fragments(computing) <= FEW_OF_FRAGMENTS;
    long blocks =
        launch.blocksPerMultiprocessor().map(IntegerAttr::longValue).orElse(isPair ? 2L : 1L);
    RegisterBudget budget = new RegisterBudget(producers, consumers, blocks);
    Pair pair = isAsked ? asked(budget, wantedByProducer, wantedByConsumer) : budget.usual();
    String problem = problem(loading, budget, isAsked);
    if (problem != null) {
      return none(roles, launch, problem, context);
    }
    if (pair == null) {
      String reason = "no numbers are known for %d warpgroups that load and %d that compute";
      context.remark(
          roles,
          "has as many registers a thread as it is launched with: " + reason,
          producers,
          consumers);
      return none(roles, launch, reason.formatted(producers, consumers), context);
    }
    if (!isPossible(launch, budget, pair, context)) {
      return false;
    }
    List<Long> counts = new ArrayList<>();
    for (RolesOp.Role role : roles.roles()) {
      counts.add(isAmong(role, loading) ? pair.producer() : pair.consumer());
    }
    roles.setRegisters(counts);
    if (blocks > 1) {
      launch.setAttribute("blocks_per_multiprocessor", IntegerAttr.i64(blocks));
    }
    context.decide(
        Decision.about(
                roles, "registers", text(launch), pair.producer() + " and " + pair.consumer())
            .because(
                "launched with %d, of which consumers take what producers give",
                budget.atLaunch()));
    return true;
  }

  /** How many registers a thread needs at most for the fragments of a role. */
  private static long fragments(List<RolesOp.Role> roles) {
    long most = 0;
    for (RolesOp.Role role : roles) {
      long bits = 0;
      for (Operation op : role.body()) {
        if (op instanceof AllocOp alloc
            && alloc.buffer().type() instanceof MemRefType type
            && Space.of(alloc.buffer()) == Space.FRAGMENT) {
          bits += type.bitSize();
        }
      }
      most = Math.max(most, bits / REGISTER_BITS / role.threads());
    }
    return most;
  }

  /** The number that a launch asks for: 0 for none, -1 where it says nothing. */
  private static long wanted(Optional<IntegerAttr> registers) {
    return registers.map(IntegerAttr::longValue).orElse(-1L);
  }

  private static boolean isAmong(RolesOp.Role role, List<RolesOp.Role> roles) {
    return roles.stream().anyMatch(other -> other.name().equals(role.name()));
  }

  private static Pair asked(RegisterBudget budget, long producer, long consumer) {
    Pair usual = budget.usual();
    if (producer > 0 && consumer > 0) {
      return new Pair(producer, consumer);
    }
    if (producer > 0) {
      return new Pair(producer, budget.beside(producer));
    }
    boolean fits = usual != null && budget.allows(new Pair(usual.producer(), consumer));
    return new Pair(
        fits && usual != null ? usual.producer() : budget.besideConsumers(consumer), consumer);
  }

  private static @Nullable String problem(
      List<RolesOp.Role> loading, RegisterBudget budget, boolean isAsked) {
    if (isAsked) {
      return null;
    }
    for (RolesOp.Role role : loading) {
      if (!LoadingRole.onlyLoads(role)) {
        return "role '%s' does more than issue loads".formatted(role.name());
      }
    }
    if (budget.isAmple()) {
      return "threads may have %d as it is".formatted(budget.atLaunch());
    }
    return null;
  }

  private static boolean isPossible(
      LaunchOp launch, RegisterBudget budget, Pair pair, PassContext context) {
    if (pair.producer() > RegisterBudget.MOST || pair.consumer() > RegisterBudget.MOST) {
      context.error(
          launch,
          "asks for %d registers a thread; %d to %d are possible",
          Math.max(pair.producer(), pair.consumer()),
          RegisterBudget.FEWEST,
          RegisterBudget.MOST);
      return false;
    }
    if (!budget.allows(pair)) {
      context.error(
          launch,
          "asks for %d registers a thread for %d warpgroups and %d for %d; a block of so many has"
              + " %d each, and who asks for more waits for ever",
          pair.producer(),
          budget.producers(),
          pair.consumer(),
          budget.consumers(),
          budget.atLaunch());
      return false;
    }
    return true;
  }

  private static String text(LaunchOp launch) {
    return launch.producerRegisters().isPresent() || launch.consumerRegisters().isPresent()
        ? "numbers of its own"
        : "any";
  }

  /** Leaves roles alone; who has asked for numbers hears of it. */
  private static boolean none(RolesOp roles, LaunchOp launch, String reason, PassContext context) {
    if (wanted(launch.producerRegisters()) > 0 || wanted(launch.consumerRegisters()) > 0) {
      context.remark(roles, "has as many registers a thread as it is launched with: %s", reason);
    }
    context.decide(
        Decision.about(roles, "registers", text(launch), "as launched").because("%s", reason));
    return false;
  }
}
