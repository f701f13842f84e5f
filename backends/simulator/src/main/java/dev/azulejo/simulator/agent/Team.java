// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.agent;

import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.simulator.memory.Clock;
import dev.azulejo.simulator.run.SimulationFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The agents of a block, or of all blocks of a cluster. One of them runs at a time and hands over
 * to another that a seed chooses, where it waits and now and then where it need not; between two of
 * them engines do some of what they were asked for, as late as the seed likes. All agents are gone
 * when {@link #run} returns, be it with a failure.
 */
public final class Team {
  /** The odds against an engine's coming first, and against an agent's pausing; one a run. */
  private static final int[] ODDS = {2, 4, 32};

  private final SplittableRandom random;
  private final int lateness;
  private final int restlessness;
  private final boolean judgesFences;
  private final List<Block> blocks = new ArrayList<>();
  private final List<Agent> agents = new ArrayList<>();
  private final List<Landing> landings = new ArrayList<>();
  private final List<PhaseBarriers> barriers = new ArrayList<>();
  private final SharedBoxes sharedBoxes = new SharedBoxes();
  private int components;
  private volatile @Nullable Agent turn;
  private volatile boolean over;
  private @Nullable Throwable failure;

  /**
   * Nobody yet.
   *
   * @param random a sequence of choices, which only this uses while it runs
   * @param judgesFences must fences stand between the two paths to shared memory?
   */
  public Team(SplittableRandom random, boolean judgesFences) {
    this.random = random;
    this.judgesFences = judgesFences;
    this.lateness = ODDS[random.nextInt(ODDS.length)];
    this.restlessness = ODDS[random.nextInt(ODDS.length)];
  }

  /** Adds a block at a place of the cluster. */
  public Block addBlock(String name, long... place) {
    Block block = new Block(this, name, place);
    blocks.add(block);
    return block;
  }

  List<Block> blocks() {
    return blocks;
  }

  /** The boxes that its blocks fetch for each other. */
  public SharedBoxes sharedBoxes() {
    return sharedBoxes;
  }

  boolean judgesFences() {
    return judgesFences;
  }

  int newComponent() {
    return components++;
  }

  void add(PhaseBarriers made) {
    barriers.add(made);
  }

  void add(Agent agent) {
    agents.add(agent);
  }

  /** What each agent knows that may still access something; who waits for its roles learns all. */
  List<Clock> clocks() {
    List<Clock> clocks = new ArrayList<>();
    for (Agent agent : agents) {
      if (!agent.hasEnded() && !agent.isHost()) {
        clocks.add(agent.clock());
      }
    }
    return clocks;
  }

  /** An engine is asked for something, which it does at some moment. */
  public Landing land(Runnable work) {
    Landing landing = new Landing(work);
    landings.add(landing);
    return landing;
  }

  /** Lets all agents run to their ends. */
  public void run() {
    List<Agent> first = List.copyOf(agents);
    Agent begins = next();
    first.forEach(Agent::start);
    if (begins != null) {
      handOver(begins);
    }
    // Others come to be while these run, and none once they are gone.
    first.forEach(Agent::join);
    agents.forEach(Agent::join);
    switch (failure) {
      case null -> requireQuiet();
      case RuntimeException exception -> throw exception;
      case Error error -> throw error;
      case Throwable other -> throw new IllegalStateException(other);
    }
  }

  /** Nothing may go on when all have come to their ends. */
  private void requireQuiet() {
    barriers.forEach(PhaseBarriers::requireBalance);
    for (Block block : blocks) {
      Clock known = new Clock();
      for (Agent agent : agents) {
        if (agent.block() == block) {
          known.hear(agent.clock());
        }
      }
      block.requireArrivals(known);
    }
  }

  boolean wantsPause() {
    return random.nextInt(restlessness) == 0;
  }

  boolean isTurnOf(Agent agent) {
    return turn == agent;
  }

  boolean isOver() {
    return over;
  }

  void handOver(Agent agent) {
    turn = agent;
    agent.wake();
  }

  void fail(Throwable reason) {
    failure = reason;
    over = true;
    agents.forEach(Agent::wake);
  }

  /** Who runs next; nobody where all have come to their ends. */
  @Nullable Agent next() {
    while (true) {
      landings.removeIf(Landing::isDone);
      List<Agent> ready = new ArrayList<>();
      boolean allEnded = true;
      for (Agent agent : agents) {
        allEnded &= agent.hasEnded();
        if (agent.isReady()) {
          ready.add(agent);
        }
      }
      boolean lands = !landings.isEmpty() && (ready.isEmpty() || random.nextInt(lateness) == 0);
      if (lands) {
        landings.remove(random.nextInt(landings.size())).land();
      } else if (!ready.isEmpty()) {
        return ready.get(ready.size() == 1 ? 0 : random.nextInt(ready.size()));
      } else if (allEnded) {
        return null;
      } else {
        throw deadlock();
      }
    }
  }

  private SimulationFailure deadlock() {
    Diagnostic error = null;
    for (Agent agent : agents) {
      Wait wait = agent.waiting();
      if (wait == null || agent.isHost()) {
        continue;
      }
      String who = agent.isAlone() ? "" : agent.name() + " ";
      error =
          error == null
              ? Diagnostic.error(
                  wait.place(), "deadlock: %s%s, and nothing else runs", who, wait.describe())
              : error.note(wait.place(), "%s%s", who, wait.describe());
      error = wait.explain(error);
    }
    if (error == null) {
      throw new IllegalStateException("nobody waits");
    }
    return new SimulationFailure(error);
  }
}
