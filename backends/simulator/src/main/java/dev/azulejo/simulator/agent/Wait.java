// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.agent;

import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Location;

/** What an agent waits for. */
public interface Wait {
  /** Has it come? */
  boolean isOver();

  /** Where the program waits. */
  Location place();

  /** What for, to stand behind the name of who waits: "waits for ...". */
  String describe();

  /** Adds what helps to find out why it doesn't come. */
  default Diagnostic explain(Diagnostic error) {
    return error;
  }
}
