// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.simulator.data.ElementType;
import dev.azulejo.simulator.run.SimulationFailure;

/** The element types of buffers. */
public final class Elements {
  private Elements() {}

  static ElementType of(Type type, Operation op) {
    ElementType element = find(type);
    if (element == null) {
      throw new SimulationFailure(
          Diagnostic.error(
              op.location(),
              "the simulator has no buffers of elements '%s'",
              AsmText.ofType(type)));
    }
    return element;
  }

  /** The element type of the data package for a type of the IR, or null where there is none. */
  public static @org.jspecify.annotations.Nullable ElementType find(Type type) {
    return ElementType.find(AsmText.ofType(type)).orElse(null);
  }
}
