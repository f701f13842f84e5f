// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.layout;

import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.layout.Attempt;
import dev.azulejo.ir.layout.Layout;
import dev.azulejo.ir.layout.Placement;
import dev.azulejo.ir.layout.shared.TensorBoxes;
import java.util.List;

/**
 * What the engine that copies boxes does with a buffer in shared memory: it wants a layout that it
 * can write or read box by box, and the widest swizzle where nobody asks for another.
 *
 * @param op who has it do that
 * @param region what it writes or reads at once, of the buffer in shared memory
 * @param threads how many threads there are
 * @param shares how many blocks of a cluster share it out
 */
record TensorOperator(Operation op, BufferRegion region, long threads, long shares)
    implements Operator {
  @Override
  public List<Value> fragments() {
    return List.of();
  }

  @Override
  public List<Demand> infer(Level level, Placements known) {
    Value buffer = region.buffer();
    if (level != Level.STRICT || known.of(buffer) != null) {
      return List.of();
    }
    Layout layout =
        TensorTile.preferred(Storage.shape(buffer), region.sizes(), Storage.bits(buffer));
    return List.of(new Demand(buffer, layout, op, "for copies of boxes"));
  }

  @Override
  public void check(Placements known) throws LayoutConflict {
    Value buffer = region.buffer();
    Placed placed = known.of(buffer);
    if (placed == null) {
      return;
    }
    Placement placement = placed.placement();
    Attempt<TensorBoxes> boxes =
        placement instanceof Layout layout
            ? TensorTile.boxes(region, layout, Storage.bits(buffer), false, shares)
            : Attempt.refused("it is spread over threads");
    if (boxes instanceof Attempt.Refusal<TensorBoxes>(String reason)) {
      throw new LayoutConflict(
          op.error("can't copy boxes to or from its buffer in shared memory: %s", reason)
              .note(
                  placed.demand().by().location(),
                  "the buffer lies so %s: %s",
                  placed.demand().reason(),
                  placement));
    }
  }
}
