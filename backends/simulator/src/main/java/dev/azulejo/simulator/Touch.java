// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.agent.Agent;
import dev.azulejo.simulator.memory.AsyncCopies;
import dev.azulejo.simulator.memory.Box;
import dev.azulejo.simulator.memory.Buffer;
import dev.azulejo.simulator.run.SimulationFailure;
import java.util.Arrays;

/**
 * Accesses of one operation to pieces of buffers, refused where a GPU would get them wrong: races,
 * memory never written, places outside.
 *
 * @param place where the operation stands
 */
record Touch(Location place) {

  /** What happens where a piece sticks out of its buffer. */
  enum Edge {
    /** It is a fault. */
    REFUSED,
    /** It reads as zero and is not written. */
    CLIPPED
  }

  /** Checks that a piece of a buffer may be read now. */
  void read(Machine machine, Box box, Edge edge) {
    enter(machine, box, edge, "reads");
    readRace(machine, box);
    access(machine, box, false);
    written(box);
  }

  /** The same for an engine that takes the asynchronous path. */
  void readByEngine(Machine machine, Box box, Edge edge) {
    enter(machine, box, edge, "reads");
    readRace(machine, box);
    Agent agent = machine.agent();
    if (agent != null) {
      agent.readByEngine(box, place);
    }
    written(box);
  }

  /** Checks that a piece of a buffer may be written now. */
  void write(Machine machine, Box box, Edge edge) {
    enter(machine, box, edge, "writes");
    writeRace(machine, box);
    access(machine, box, true);
  }

  /** Checks that a piece lies where it may, and counts the steps that it takes. */
  void enter(Machine machine, Box box, Edge edge, String does) {
    bounds(box, edge, does);
    machine.work(place, box.count());
  }

  private void access(Machine machine, Box box, boolean write) {
    Agent agent = machine.agent();
    if (agent != null) {
      agent.access(box, write, place);
    }
  }

  /** Checks that an element may be accessed now. */
  void element(Machine machine, Buffer buffer, int element, boolean write) {
    Agent agent = machine.agent();
    if (agent != null) {
      agent.access(buffer, element, write, place);
    }
  }

  /** Checks that no asynchronous copy is bringing what is read. */
  void readRace(Machine machine, Box box) {
    AsyncCopies.Pending copy = machine.copies().conflictWithRead(box);
    if (copy != null) {
      throw race(copy, "reads what an asynchronous copy is still bringing");
    }
  }

  /** Checks that no asynchronous copy is bringing or reading what is written. */
  void writeRace(Machine machine, Box box) {
    AsyncCopies.Pending copy = machine.copies().conflictWithWrite(box);
    if (copy != null) {
      throw race(copy, "writes what an asynchronous copy is still using");
    }
  }

  private SimulationFailure race(AsyncCopies.Pending copy, String what) {
    return new SimulationFailure(
        Diagnostic.error(place, "race: %s", what)
            .note(copy.location(), "the copy began here, and no wait covers it yet"));
  }

  private void bounds(Box box, Edge edge, String does) {
    if (edge == Edge.REFUSED && !box.isInBounds()) {
      throw new SimulationFailure(
          Diagnostic.error(
              place,
              "%s %s of a buffer of shape %s",
              does,
              box.describe(),
              Arrays.toString(box.buffer().shape())));
    }
  }

  /** Checks that a piece has been written. */
  void written(Box box) {
    Buffer buffer = box.buffer();
    Rows rows = new Rows(box);
    while (rows.next()) {
      int first = rows.firstInside();
      int clear = buffer.firstUnwritten(rows.place() + first, rows.endInside() - first);
      if (clear >= 0) {
        throw neverWritten(buffer, clear);
      }
    }
  }

  SimulationFailure neverWritten(Buffer buffer, int element) {
    return new SimulationFailure(
        Diagnostic.error(
            place,
            "reads element %s of a buffer, which was never written",
            Arrays.toString(buffer.indices(element))));
  }
}
