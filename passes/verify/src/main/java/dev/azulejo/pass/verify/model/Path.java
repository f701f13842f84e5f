// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an agent does from one place where it waits to the next.
 *
 * @param draws what has to be the case for it
 * @param events what it does
 * @param target where it waits next, or null where it ends
 * @param forks agents that begin behind it
 */
public record Path(List<Draw> draws, List<Event> events, @Nullable Node target, List<Fork> forks) {

  /** Copies the lists. */
  public Path {
    draws = List.copyOf(draws);
    events = List.copyOf(events);
    forks = List.copyOf(forks);
  }

  /**
   * A fact that all agents share, such as a number in a tensor that nobody writes.
   *
   * @param fact which
   * @param value what it is
   */
  public record Draw(int fact, long value) {}

  /**
   * An agent that begins.
   *
   * @param agent its number
   * @param node where it begins
   */
  public record Fork(int agent, Node node) {}
}
