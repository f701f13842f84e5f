// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.agent;

import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.memory.Barriers;
import dev.azulejo.simulator.memory.BoxAccess;
import dev.azulejo.simulator.memory.Clock;
import dev.azulejo.simulator.run.SimulationFailure;
import org.jspecify.annotations.Nullable;

/**
 * An array of barriers with phases, and what those know that wait for a phase: what all knew that
 * have arrived, and that the boxes are there whose bytes have counted.
 */
public final class PhaseBarriers {
  private final Barriers barriers;
  private final Clock[] coming;
  private final Clock[] gone;
  private final int[] components;

  /** Barriers of a team in phase 0, made at some place of the program. */
  public PhaseBarriers(Team team, long[] counts, Location location) {
    team.add(this);
    barriers = new Barriers(counts, location);
    coming = new Clock[counts.length];
    gone = new Clock[counts.length];
    components = new int[counts.length];
    for (int i = 0; i < counts.length; i++) {
      coming[i] = new Clock();
      gone[i] = new Clock();
      components[i] = team.newComponent();
    }
  }

  /** Their counts and phases. */
  public Barriers state() {
    return barriers;
  }

  /** Refuses to be made again, at some place, where some phase has begun. */
  public void requireIdle(Location place) {
    for (int i = 0; i < barriers.size(); i++) {
      if (!barriers.isFresh(i)) {
        throw new SimulationFailure(
            last(
                Diagnostic.error(
                    place,
                    "initialises barrier %d again, whose phase %d still needs %s",
                    i,
                    barriers.phase(i),
                    barriers.needs(i)),
                i));
      }
    }
  }

  /** At the end no phase may have begun that nobody completes. */
  void requireBalance() {
    for (int i = 0; i < barriers.size(); i++) {
      if (!barriers.isFresh(i)) {
        throw new SimulationFailure(
            last(
                Diagnostic.error(
                    barriers.location(),
                    "ends with barrier %d out of balance: its phase %d still needs %s",
                    i,
                    barriers.phase(i),
                    barriers.needs(i)),
                i));
      }
    }
  }

  private Diagnostic last(Diagnostic error, int index) {
    Location last = barriers.lastArrival(index);
    return last == null ? error : error.note(last, "the latest arrival was here");
  }

  /** Makes the phase of a barrier wait for more bytes. */
  public void expect(int index, long bytes) {
    barriers.expect(index, bytes);
  }

  /** Some of the threads of an agent arrive; {@code told} is what it knows. */
  public void arrive(int index, long arrivals, Clock told, Location place) {
    if (arrivals > barriers.missingArrivals(index)) {
      throw new SimulationFailure(
          Diagnostic.error(
                  place,
                  "arrives %d times at barrier %d, whose phase %d needs %d more",
                  arrivals,
                  index,
                  barriers.phase(index),
                  barriers.missingArrivals(index))
              .note(barriers.location(), "the barrier was allocated here"));
    }
    coming[index].hear(told);
    long phase = barriers.phase(index);
    barriers.arrive(index, arrivals, place);
    follow(index, phase);
  }

  /** A box has come, whose bytes count; {@code told} is what the agent knew that asked for it. */
  public void deliver(int index, long bytes, Clock told, BoxAccess access) {
    long phase = barriers.phase(index);
    access.over(components[index], phase + 1);
    coming[index].hear(told);
    barriers.deliver(index, bytes);
    follow(index, phase);
  }

  private void follow(int index, long before) {
    if (barriers.phase(index) != before) {
      gone[index] = coming[index].copy();
      gone[index].hear(components[index], before + 1);
    }
  }

  /** What is known to those that see the latest phase complete that is. */
  public Clock known(int index) {
    return gone[index];
  }

  /** Where the latest arrival was, or null before the first. */
  public @Nullable Location lastArrival(int index) {
    return barriers.lastArrival(index);
  }
}
