// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify.schedule;

import dev.azulejo.pass.verify.model.Event;
import dev.azulejo.pass.verify.model.Footprint;
import dev.azulejo.pass.verify.model.Gate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way in which agents go on, with times: everybody does one thing a column, as soon as what it
 * needs is there, and engines take a few columns for what they are asked for.
 *
 * @param steps what agents do, in the order in which they begin it
 * @param flights what engines do
 * @param completions when phases of barriers end
 * @param columns how many columns there are
 * @param end how it ends
 * @param assumes did it depend on what the program does not say?
 */
record Execution(
    List<Step> steps,
    List<Flight> flights,
    List<Completion> completions,
    int columns,
    End end,
    boolean assumes) {

  /** Copies the lists. */
  Execution {
    steps = List.copyOf(steps);
    flights = List.copyOf(flights);
    completions = List.copyOf(completions);
  }

  /** How an execution ends. */
  enum End {
    /** All agents have come to their ends. */
    WHOLE,
    /** It goes on, but there are as many columns as there may be. */
    CUT,
    /** All that are left wait. */
    STUCK
  }

  /** Something that an agent does, or waits for. */
  static final class Step {
    private final int agent;
    private final int from;
    private final List<Event> events;
    private final @Nullable Gate gate;
    private final int phase;
    private int to;
    private boolean isOver;

    /**
     * A step that takes one column so far.
     *
     * @param events what is done; what belongs to one operation stands together
     * @param gate what is waited for first
     * @param phase the phase whose end is waited for, where it is one
     */
    Step(int agent, int from, List<Event> events, @Nullable Gate gate, int phase) {
      this.agent = agent;
      this.from = from;
      this.to = from;
      this.events = new ArrayList<>(events);
      this.gate = gate;
      this.phase = phase;
    }

    int agent() {
      return agent;
    }

    int from() {
      return from;
    }

    /** The last column: the one in which it is over. */
    int to() {
      return to;
    }

    List<Event> events() {
      return events;
    }

    @Nullable Gate gate() {
      return gate;
    }

    int phase() {
      return phase;
    }

    void lastUntil(int column) {
      to = column;
    }

    /** Has the agent gone on behind it? */
    boolean isOver() {
      return isOver;
    }

    void end() {
      isOver = true;
    }
  }

  /** What kind of engine works. */
  enum Engine {
    /** The one that brings boxes. */
    BOXES,
    /** The one that copies for groups of copies. */
    COPIES,
    /** The one that multiplies. */
    PRODUCTS,
    /** The one that takes buffers away. */
    STORES
  }

  /**
   * Something that an engine does.
   *
   * @param engine which kind of engine
   * @param agent who has asked for it
   * @param group which group of copies it belongs to, or -1
   * @param event what was asked for
   * @param from the first column
   * @param to the last column
   */
  record Flight(Engine engine, int agent, int group, Event event, int from, int to) {
    /** What it touches. */
    List<Footprint> footprints() {
      return switch (event) {
        case Event.BeginBox box -> List.of(box.target());
        case Event.BeginCopy copy -> copy.footprints();
        case Event.BeginProduct product -> product.footprints();
        case Event.BeginStore store -> List.of(store.taken());
        default -> List.of();
      };
    }
  }

  /**
   * The end of a phase.
   *
   * @param barrier the number of the barrier
   * @param phase which of its phases
   * @param column the last column before those that have waited can go on
   */
  record Completion(int barrier, int phase, int column) {}
}
