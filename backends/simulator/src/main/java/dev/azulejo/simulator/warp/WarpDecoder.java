// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.dialect.ptx.PtxDialect;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.VectorType;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.simulator.run.SimulationFailure;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns the operations of a kernel into code, once, before anything runs. What can't be executed is
 * refused here, with its place.
 */
final class WarpDecoder {
  /** The slot of a value that is not there. */
  static final int NONE = -1;

  private final Map<Value, Integer> slots = new IdentityHashMap<>();
  private int used;

  /** The place of a value: the first of its places where it is a vector. */
  int slot(Value value) {
    Integer known = slots.get(value);
    if (known != null) {
      return known;
    }
    int slot = used;
    slots.put(value, slot);
    used += value.type() instanceof VectorType vector ? (int) vector.elementCount() : 1;
    return slot;
  }

  /** The place of a value, or {@link #NONE}. */
  int slot(Optional<? extends Value> value) {
    return value.isPresent() ? slot(value.get()) : NONE;
  }

  /** The places of values. */
  int[] slots(List<? extends Value> values) {
    int[] all = new int[values.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = slot(values.get(i));
    }
    return all;
  }

  /** How many places the values take so far. */
  int slotCount() {
    return used;
  }

  /** The code of an operation; null for one that does nothing. */
  @Nullable WarpCode decode(Operation op) {
    return switch (op.schema().dialectName()) {
      case PtxDialect.NAME -> new PtxDecoder(this).decode(op);
      default -> throw unsupported(op);
    };
  }

  /** The code of operations in a row. */
  List<WarpCode> decode(List<? extends Operation> ops) {
    List<WarpCode> codes = new ArrayList<>();
    for (Operation op : ops) {
      WarpCode code = decode(op);
      if (code != null) {
        codes.add(code);
      }
    }
    return codes;
  }

  static SimulationFailure unsupported(Operation op) {
    return new SimulationFailure(
        Diagnostic.error(op.location(), "the simulator can't execute '%s' yet", op.name()));
  }
}
