// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.agent;

import dev.azulejo.ir.Operation;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.simulator.memory.BoxAccess;
import dev.azulejo.simulator.memory.Clock;
import dev.azulejo.simulator.memory.History;
import dev.azulejo.simulator.run.SimulationFailure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A block of a cluster: where it is, what it has allocated, and its barriers that have numbers. */
public final class Block {
  private final Team team;
  private final String name;
  private final long[] place;
  private final Map<Operation, Object> allocated = new HashMap<>();
  private final Map<Long, NamedBarrier> named = new HashMap<>();
  private final List<BoxAccess> coming = new ArrayList<>();
  private @Nullable RegisterPool registers;

  Block(Team team, String name, long[] place) {
    this.team = team;
    this.name = name;
    this.place = place;
  }

  /** What it is called where there are several, else empty. */
  public String name() {
    return name;
  }

  /** The agent that does what all threads of it do. */
  public Agent begin(long threads, Consumer<Agent> body) {
    return new Agent(this, "the block" + name, threads, new Clock(), null, body);
  }

  Team team() {
    return team;
  }

  /** A box is on its way to its shared memory. */
  public void expect(BoxAccess box) {
    coming.add(box);
  }

  /** Refuses to end while a box may still come that none of its agents has waited for. */
  void requireArrivals(Clock known) {
    for (BoxAccess box : coming) {
      if (!box.isOver(known)) {
        throw new SimulationFailure(
            Diagnostic.error(
                box.location(),
                "brings a box that the block%s does not wait for before it ends",
                name));
      }
    }
  }

  /** Keeps what an operation has allocated for it. */
  public void keep(Operation allocation, Object memory) {
    allocated.put(allocation, memory);
  }

  /** What an operation has allocated for it last, or null. */
  public @Nullable Object find(Operation allocation) {
    return allocated.get(allocation);
  }

  /** The history of a buffer that its agents share, or of one that one of them has. */
  public History history(boolean shared) {
    return new History(shared, team.judgesFences(), team::clocks);
  }

  /** The barrier of a number. */
  public NamedBarrier named(long number) {
    return named.computeIfAbsent(number, NamedBarrier::new);
  }

  /** The registers that its roles share out; the first to ask says how many each thread has. */
  public RegisterPool registers(long launched, long threads) {
    RegisterPool pool = registers;
    if (pool == null) {
      pool = new RegisterPool(launched, threads);
      registers = pool;
    }
    return pool;
  }

  /** The blocks of the cluster along some dimensions, itself included; of all the same list. */
  public List<Block> along(long[] dimensions) {
    List<Block> found = new ArrayList<>();
    for (Block other : team.blocks()) {
      boolean isAlong = true;
      for (int i = 0; i < place.length; i++) {
        int dimension = i;
        isAlong &=
            other.place[i] == place[i] || Arrays.stream(dimensions).anyMatch(d -> d == dimension);
      }
      if (isAlong) {
        found.add(other);
      }
    }
    return found;
  }
}
