// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.tile.FillOp;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Value;
import java.util.Collections;
import java.util.List;

/** Fills of fragments: each thread writes all that it has. */
final class FillLowering {
  private FillLowering() {}

  static void lower(Kernel kernel, FillOp fill) throws LoweringFailure {
    if (Space.of(fill.target()) != Space.FRAGMENT) {
      throw LoweringFailure.of(fill, "only fragments can be filled yet");
    }
    RegisterTile tile = kernel.registers(fill, fill.region());
    write(kernel, Inserter.before(fill), tile, fill.value());
    fill.erase();
  }

  /** Writes a value to all that a thread has of a fragment. */
  static void write(Kernel kernel, Inserter at, RegisterTile tile, Value value) {
    List<Value> all = Collections.nCopies(tile.perRegister(), value);
    for (int i = 0; i < tile.count(); i += tile.perRegister()) {
      tile.store(at, kernel.math(), i, all);
    }
  }
}
