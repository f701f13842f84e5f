// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import dev.azulejo.ir.Value;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.agent.PhaseBarriers;
import dev.azulejo.simulator.run.SimulationFailure;

/** A barrier of an array, decoded. */
record BarrierSlot(int array, int number, Location place) {
  BarrierSlot(Value array, Value index, Location place) {
    this(Decoder.slot(array), Decoder.slot(index), place);
  }

  PhaseBarriers barriers(Frame frame) {
    if (frame.object(array) instanceof PhaseBarriers barriers) {
      return barriers;
    }
    throw frame.machine().bug("a value is no array of barriers");
  }

  int index(Frame frame) {
    long index = frame.scalar(number);
    int size = barriers(frame).state().size();
    if (index < 0 || index >= size) {
      throw new SimulationFailure(
          Diagnostic.error(place, "accesses barrier %d of %d", index, size));
    }
    return (int) index;
  }
}
