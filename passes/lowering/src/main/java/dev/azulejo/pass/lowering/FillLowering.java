// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.tile.FillOp;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.layout.Shape;
import java.util.Collections;
import java.util.List;

/**
 * Fills: of a fragment each thread writes what it has of the region; memory is written by turns, in
 * vectors as wide as they can be.
 */
final class FillLowering {
  private static final int WIDEST = 128;

  private FillLowering() {}

  static void lower(Kernel kernel, FillOp fill) throws LoweringFailure {
    RegisterTile whole = kernel.wholeRegisters(fill.region());
    if (whole != null) {
      write(kernel, Inserter.before(fill), whole, fill.value());
    } else {
      writePart(kernel, fill);
    }
    fill.erase();
  }

  /** Writes a value to all that a thread has of a fragment. */
  static void write(Kernel kernel, Inserter at, RegisterTile tile, Value value) {
    List<Value> all = Collections.nCopies(tile.perRegister(), value);
    for (int i = 0; i < tile.count(); i += tile.perRegister()) {
      tile.store(at, kernel.math(), i, all);
    }
  }

  private static void writePart(Kernel kernel, FillOp fill) throws LoweringFailure {
    Inserter at = Inserter.before(fill);
    Shape sizes = AsyncCopyLowering.sizes(fill.region());
    Cells target = kernel.cells(fill, fill.region());
    int widest = WIDEST / Lanes.bits(fill.value().type());
    Share share =
        switch (target) {
          case FragmentCells fragment -> fragment.share(sizes);
          case MemoryCells memory -> {
            int vector = widest;
            while (vector > 1 && !memory.isMadeOf(vector, sizes)) {
              vector /= 2;
            }
            yield kernel.share(fill, Share.byTurns(sizes, vector, kernel.threads()));
          }
        };
    int vector = share.vector(widest);
    Lanes values = Lanes.uniform(fill.value(), vector);
    for (int i = 0; i < share.count(); i += vector) {
      Value has = share.guard(at, i, fill);
      target.store(at, share.points(i, vector), values, has);
    }
    if (target instanceof MemoryCells memory) {
      kernel.decide(fill, "fill", "of " + memory.name(), memory.chosen("stores"), memory.reason());
    }
  }
}
