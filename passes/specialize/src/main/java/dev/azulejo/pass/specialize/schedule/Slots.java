// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize.schedule;

import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.access.Rebasable;
import java.util.Map;

/**
 * Lets what is written for a role use the slots in use, where it uses buffers that have several.
 */
final class Slots {
  private final Programs programs;
  private final Turns turns;

  Slots(Programs programs, Turns turns) {
    this.programs = programs;
    this.turns = turns;
  }

  /** Moves all that an operation and those in it use to the slots in use at a place. */
  void move(Operation written, Place place) {
    for (RingPlan ring : programs.rings()) {
      for (Map.Entry<Value, Value> slots : ring.versioned().entrySet()) {
        Value buffer = slots.getKey();
        boolean[] uses = new boolean[1];
        written.walk(op -> uses[0] |= op.operands().contains(buffer));
        if (uses[0]) {
          Offset slot = Offset.of(turns.slot(ring, before(written, place)));
          written.walk(op -> {
            if (op instanceof Rebasable user && op.operands().contains(buffer)) {
              user.rebase(buffer, slots.getValue(), slot);
            }
          });
        }
      }
    }
  }

  /** The same place, but in front of what was written there. */
  private static Place before(Operation written, Place place) {
    return new Place(Inserter.before(written), place.values(), place.counts(), place.slots());
  }
}
