// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.memory.AsyncCopies;
import dev.azulejo.simulator.memory.Box;
import dev.azulejo.simulator.memory.Buffer;
import java.util.Arrays;

/** Refuses accesses that a GPU would get wrong: races, memory never written, places outside. */
final class Touch {
  private Touch() {}

  /** Checks that a piece of a buffer may be read now. */
  static void read(Machine machine, Box box, Location place) {
    bounds(box, place, "reads");
    AsyncCopies.Pending copy = machine.copies().conflictWithRead(box);
    if (copy != null) {
      throw race(place, copy, "reads what an asynchronous copy is still bringing");
    }
    written(box, place);
  }

  /** Checks that a piece of a buffer may be written now. */
  static void write(Machine machine, Box box, Location place) {
    bounds(box, place, "writes");
    race(machine, box, place);
  }

  /** Checks for races alone; for global memory, where bounds are handled by the operation. */
  static void race(Machine machine, Box box, Location place) {
    AsyncCopies.Pending copy = machine.copies().conflictWithWrite(box);
    if (copy != null) {
      throw race(place, copy, "writes what an asynchronous copy is still using");
    }
  }

  static void readRace(Machine machine, Box box, Location place) {
    AsyncCopies.Pending copy = machine.copies().conflictWithRead(box);
    if (copy != null) {
      throw race(place, copy, "reads what an asynchronous copy is still bringing");
    }
  }

  private static SimulationFailure race(Location place, AsyncCopies.Pending copy, String what) {
    return new SimulationFailure(
        Diagnostic.error(place, "race: %s", what)
            .note(copy.location(), "the copy began here, and no wait covers it yet"));
  }

  private static void bounds(Box box, Location place, String does) {
    if (!box.isInBounds()) {
      throw new SimulationFailure(
          Diagnostic.error(
              place,
              "%s %s of a buffer of shape %s",
              does,
              box.describe(),
              Arrays.toString(box.buffer().shape())));
    }
  }

  private static void written(Box box, Location place) {
    Buffer buffer = box.buffer();
    Rows rows = new Rows(box);
    while (rows.next()) {
      int clear = buffer.firstUnwritten(rows.place(), rows.length());
      if (clear >= 0) {
        throw neverWritten(place, buffer, clear);
      }
    }
  }

  static SimulationFailure neverWritten(Location place, Buffer buffer, int element) {
    long[] indices = new long[buffer.rank()];
    long rest = element;
    for (int i = 0; i < indices.length; i++) {
      indices[i] = rest / buffer.stride(i);
      rest %= buffer.stride(i);
    }
    return new SimulationFailure(
        Diagnostic.error(
            place,
            "reads element %s of a buffer, which was never written",
            Arrays.toString(indices)));
  }
}
