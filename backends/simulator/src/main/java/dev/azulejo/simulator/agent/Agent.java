// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.agent;

import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.memory.Box;
import dev.azulejo.simulator.memory.BoxAccess;
import dev.azulejo.simulator.memory.Buffer;
import dev.azulejo.simulator.memory.Clock;
import dev.azulejo.simulator.memory.History;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One thread of control: what the threads of a role do together, or those of a block. It runs in a
 * thread of its own, but only while it is its turn.
 */
public final class Agent {
  private final Block block;
  private final Team team;
  private final String name;
  private final long threads;
  private final Clock clock;
  private final @Nullable Agent parent;
  private final Thread thread;
  private final Consumer<Agent> body;
  private final int self;
  private final Queues queues;
  private long now = 1;
  private boolean hasRoles;
  private boolean started;
  private boolean ended;
  private @Nullable Wait waiting;

  /** Ends an agent whose team has failed. */
  private static final class Ended extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Ended() {
      super(null, null, false, false);
    }
  }

  Agent(
      Block block,
      String name,
      long threads,
      Clock clock,
      @Nullable Agent parent,
      Consumer<Agent> body) {
    this.block = block;
    this.team = block.team();
    this.name = name;
    this.threads = threads;
    this.clock = clock;
    this.parent = parent;
    this.body = body;
    this.self = team.newComponent();
    this.queues = new Queues(this);
    this.thread = Thread.ofVirtual().unstarted(this::live);
    clock.hear(self, now);
    team.add(this);
  }

  /** The block that it belongs to. */
  public Block block() {
    return block;
  }

  /** The team that it belongs to. */
  public Team team() {
    return team;
  }

  /** What it is called. */
  public String name() {
    return name;
  }

  /** How many threads do what it does. */
  public long threads() {
    return threads;
  }

  /** What it knows. */
  public Clock clock() {
    return clock;
  }

  /** What goes on behind its operations. */
  public Queues queues() {
    return queues;
  }

  // --- Turns ------------------------------------------------------------------------------------

  private void live() {
    try {
      awaitTurn();
      body.accept(this);
      queues.finish();
      ended = true;
      Agent next = team.next();
      if (next != null) {
        team.handOver(next);
      }
    } catch (Ended _) {
      // The team has failed elsewhere.
    } catch (RuntimeException | Error failure) {
      team.fail(failure);
    }
  }

  private void awaitTurn() {
    while (!team.isTurnOf(this)) {
      if (team.isOver()) {
        throw new Ended();
      }
      LockSupport.park(team);
    }
  }

  void start() {
    if (!started) {
      started = true;
      thread.start();
    }
  }

  void wake() {
    LockSupport.unpark(thread);
  }

  void join() {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  boolean hasEnded() {
    return ended;
  }

  boolean isReady() {
    Wait wait = waiting;
    return !ended && (wait == null || wait.isOver());
  }

  @Nullable Wait waiting() {
    return ended ? null : waiting;
  }

  /** Does it only wait for roles? */
  boolean isHost() {
    return hasRoles;
  }

  /** Is it all of its block? */
  boolean isAlone() {
    return parent == null && block.name().isEmpty();
  }

  private void handOver() {
    Agent next = team.next();
    if (next != null && next != this) {
      team.handOver(next);
      awaitTurn();
    }
  }

  /** Lets others go on first, if the seed wants it so. */
  public void mayPause() {
    if (team.wantsPause()) {
      handOver();
    }
  }

  /** Lets others go on until something has come. */
  public void await(Wait wait) {
    if (wait.isOver()) {
      mayPause();
      return;
    }
    waiting = wait;
    handOver();
    waiting = null;
  }

  /** Divides itself into roles and waits for their ends. */
  public void divide(List<Agent> roles, Location place) {
    hasRoles = true;
    roles.forEach(Agent::start);
    await(
        new Wait() {
          @Override
          public boolean isOver() {
            return roles.stream().allMatch(Agent::hasEnded);
          }

          @Override
          public Location place() {
            return place;
          }

          @Override
          public String describe() {
            return "waits for its roles";
          }
        });
    roles.forEach(role -> clock.hear(role.clock));
    hasRoles = false;
  }

  /** A role of this, which knows what this knows and has not begun. */
  public Agent role(String word, long count, Consumer<Agent> does) {
    String called = "role '" + word + "'" + block.name();
    return new Agent(block, called, count, clock.copy(), this, does);
  }

  // --- Order ------------------------------------------------------------------------------------

  /** What it knows, for whoever it tells; what it does from here on is not told. */
  public Clock release() {
    Clock told = clock.copy();
    now++;
    clock.hear(self, now);
    return told;
  }

  /** A fence between its ordinary writes, and those it knows of, and the asynchronous path. */
  public void fence() {
    clock.fence();
    now++;
    clock.hear(self, now);
  }

  /** Its own part of what clocks tell of. */
  int component() {
    return self;
  }

  /** It is told something. */
  public void acquire(Clock told) {
    clock.hear(told);
  }

  /** What it has begun is over, as far as it knows. */
  void end(BoxAccess access) {
    access.over(self, now);
  }

  // --- Accesses ---------------------------------------------------------------------------------

  /** It accesses a piece of a buffer, at once, on the ordinary path. */
  public void access(Box box, boolean write, Location place) {
    access(BoxAccess.Kind.DIRECT, box, write, place);
  }

  /** It reads a piece of a buffer, at once, on the asynchronous path. */
  public void readByEngine(Box box, Location place) {
    access(BoxAccess.Kind.ENGINE, box, false, place);
  }

  private void access(BoxAccess.Kind kind, Box box, boolean write, Location place) {
    History history = box.buffer().history();
    if (history != null) {
      BoxAccess access = BoxAccess.of(kind, name, box, write, place, self, now);
      history.add(access, clock);
    }
  }

  /** It accesses an element of a buffer, at once. */
  public void access(Buffer buffer, int element, boolean write, Location place) {
    History history = buffer.history();
    if (history != null) {
      history.addElement(buffer, element, write, name, place, self, now, clock);
    }
  }
}
