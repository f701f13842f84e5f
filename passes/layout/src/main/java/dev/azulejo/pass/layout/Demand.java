// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.layout;

import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.layout.Placement;

/**
 * What an operation asks of a buffer.
 *
 * @param buffer the buffer, as the operation names it
 * @param placement the layout that it wants
 * @param by who asks
 * @param reason why, as a part of a sentence
 * @param readsOnly whether it is enough that each thread has what it would have by that layout
 */
record Demand(Value buffer, Placement placement, Operation by, String reason, boolean readsOnly) {
  Demand(Value buffer, Placement placement, Operation by, String reason) {
    this(buffer, placement, by, reason, false);
  }
}
