// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.layout;

import dev.azulejo.dialect.tile.ScanOp;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.layout.Layout;
import java.util.ArrayList;
import java.util.List;

/** A scan: whole lines of a buffer in shared memory, which lies row by row for it. */
record ScanOperator(ScanOp op, long threads) implements Operator {
  @Override
  public List<Value> fragments() {
    return List.of();
  }

  @Override
  public List<Demand> infer(Level level, Placements known) throws LayoutConflict {
    List<Demand> demands = new ArrayList<>();
    for (Value buffer : List.of(op.source(), op.target())) {
      if (Space.of(buffer) == Space.FRAGMENT) {
        throw new LayoutConflict(
            op.error("can't scan a fragment: its lines lie in several threads")
                .note(op.location(), "copy it to a buffer in shared memory first"));
      }
      if (level == Level.STRICT && known.of(buffer) == null) {
        Layout rows = Layout.rowMajor(Storage.shape(buffer));
        demands.add(new Demand(buffer, rows, op, "for a scan goes along lines"));
      }
    }
    return demands;
  }

  @Override
  public void check(Placements known) {}
}
