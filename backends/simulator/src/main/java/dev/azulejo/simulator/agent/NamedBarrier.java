// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.agent;

import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.memory.Clock;
import dev.azulejo.simulator.run.SimulationFailure;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A barrier that has a number: it lets threads go on when enough of them have come. */
public final class NamedBarrier {
  private final long number;
  private Clock coming = new Clock();
  private Clock gone = new Clock();
  private long wanted;
  private long present;
  private long turns;
  private @Nullable Location first;
  private List<Arrival> arrivals = new ArrayList<>();
  private List<Arrival> before = new ArrayList<>();

  /** Who has come, at what time of his own, and where. */
  private record Arrival(Agent agent, long time, Location place) {
    boolean isKnownTo(Agent other) {
      return other.clock().at(agent.component()) >= time;
    }
  }

  NamedBarrier(long number) {
    this.number = number;
  }

  /**
   * All threads of an agent come to it.
   *
   * @param threads how many it waits for
   * @return the number of the turn that they have come for
   */
  public long arrive(Agent agent, long threads, Location place) {
    requireOrder(agent, place);
    if (present == 0) {
      wanted = threads;
      first = place;
    } else if (threads != wanted) {
      throw failure(place, "waits for %d threads, but others have come for %d", threads, wanted);
    }
    if (present + agent.threads() > wanted) {
      throw failure(
          place,
          "brings %d threads to a barrier that waits for %d more of %d",
          agent.threads(),
          wanted - present,
          wanted);
    }
    present += agent.threads();
    Clock told = agent.release();
    arrivals.add(new Arrival(agent, told.at(agent.component()), place));
    coming.hear(told);
    long turn = turns;
    if (present == wanted) {
      present = 0;
      turns++;
      gone = coming;
      coming = gone.copy();
      before = arrivals;
      arrivals = new ArrayList<>();
    }
    return turn;
  }

  /**
   * Who comes knows that the turn before is over: else he could as well have met those of that
   * turn. And nobody comes twice in one turn.
   */
  private void requireOrder(Agent agent, Location place) {
    for (Arrival other : arrivals) {
      if (other.agent() == agent) {
        throw unordered("comes twice to the same turn of", other, place);
      }
    }
    for (Arrival other : before) {
      if (!other.isKnownTo(agent)) {
        throw unordered("may come too early to", other, place);
      }
    }
  }

  private SimulationFailure unordered(String how, Arrival other, Location place) {
    return new SimulationFailure(
        Diagnostic.error(
                place,
                "%s the barrier of number %d, which nothing orders behind its last use",
                how,
                number)
            .note(other.place(), "%s comes to it here", other.agent().name()));
  }

  private SimulationFailure failure(Location place, String format, Object... arguments) {
    Diagnostic error = Diagnostic.error(place, format, arguments);
    return new SimulationFailure(
        first == null ? error : error.note(first, "the first of them came here"));
  }

  /** Have all come for a turn? */
  public boolean isComplete(long turn) {
    return turns > turn;
  }

  /** What those know that came for the latest turn. */
  public Clock known() {
    return gone;
  }

  /** How many threads have come, and how many are to come, for a message. */
  public String describe() {
    return present + " of " + wanted + " threads have come";
  }
}
