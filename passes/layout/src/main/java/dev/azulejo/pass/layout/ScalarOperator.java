// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.layout;

import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.layout.Fragment;
import java.util.List;

/**
 * A load or store of an element of a fragment outside of parallel loops: all threads do it, so each
 * has to have the whole fragment.
 */
record ScalarOperator(Operation op, Value buffer, long threads) implements Operator {
  @Override
  public List<Value> fragments() {
    return List.of(buffer);
  }

  @Override
  public List<Demand> infer(Level level, Placements known) {
    Fragment everywhere = Fragment.fullyReplicated(Storage.shape(buffer), threads);
    return level == Level.STRICT
        ? List.of(
            new Demand(buffer, everywhere, op, "because all threads access it outside of loops"))
        : List.of();
  }

  @Override
  public void check(Placements known) {}
}
