// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify.schedule;

import java.util.List;

/**
 * Who does what when, as a table whose columns are times.
 *
 * @param lanes the rows of agents, each followed by those of its engines
 * @param slots the rows of slots of buffers
 * @param columns how many columns there are
 */
public record Timeline(List<Lane> lanes, List<Lane> slots, int columns) {

  /** Copies the lists. */
  public Timeline {
    lanes = List.copyOf(lanes);
    slots = List.copyOf(slots);
  }

  /**
   * A row.
   *
   * @param name what it is of
   * @param isEngine is it of something that works for an agent?
   * @param cells what happens, in the order of time; no two cells share a column
   */
  public record Lane(String name, boolean isEngine, List<Cell> cells) {
    /** Copies the list. */
    public Lane {
      cells = List.copyOf(cells);
    }
  }

  /** What kind of thing a cell shows. */
  public enum Kind {
    /** An agent waits. */
    WAIT,
    /** An agent says that something is filled, free or on its way. */
    SIGNAL,
    /** Something is asked for that an engine brings. */
    LOAD,
    /** An agent computes or moves something itself, or asks for a product. */
    WORK,
    /** An engine works. */
    FLIGHT,
    /** A slot is being filled. */
    FILLING,
    /** A slot is full, and somebody will read it. */
    FULL,
    /** A slot is read. */
    READ
  }

  /**
   * Something that happens from one column to another, both included.
   *
   * @param from the first column
   * @param to the last column
   * @param text what happens, in a few words
   * @param detail what does it, and where it stands in the program
   * @param kind what kind of thing it is
   * @param turn for slots, how many times the buffer has been filled before; else -1
   */
  public record Cell(int from, int to, String text, String detail, Kind kind, int turn) {}
}
