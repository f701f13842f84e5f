// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize.schedule;

import dev.azulejo.dialect.arith.AddIOp;
import dev.azulejo.dialect.arith.ConstantOp;
import dev.azulejo.dialect.arith.IndexCastOp;
import dev.azulejo.dialect.barrier.ArriveNoincOp;
import dev.azulejo.dialect.barrier.ArriveOp;
import dev.azulejo.dialect.barrier.Arrivers;
import dev.azulejo.dialect.barrier.WaitOp;
import dev.azulejo.dialect.pipeline.CommitGroupOp;
import dev.azulejo.dialect.pipeline.OrdinalOp;
import dev.azulejo.dialect.pipeline.ParityOp;
import dev.azulejo.dialect.pipeline.SlotOp;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.diag.CompilerBug;

/** Writes what a role does to turn its rings: waits, arrivals, and the counts they follow. */
final class Turns {
  private final Counting counting;

  Turns(Counting counting) {
    this.counting = counting;
  }

  /** Begins to count what is carried. */
  void begin(Place place, Iterable<RingPlan> rings) {
    for (RingPlan ring : rings) {
      if (counting.isCarried(ring)) {
        place.counts().put(ring, ConstantOp.create(place.at(), IntegerAttr.i32(0)).result());
      }
    }
  }

  /** Writes a step. */
  void write(Entry.Step step, Place place) {
    Place here = place.inside(place.at().withLocation(step.op().location()));
    if (step.step().opens()) {
      open(step, here, place);
    } else {
      close(step, here, place);
    }
  }

  private void open(Entry.Step step, Place here, Place place) {
    RingPlan ring = step.ring();
    boolean fills = step.step().fills();
    Inserter at = here.at();
    Value count = count(ring, here);
    Value slot = slot(ring, count, at);
    Value parity = ParityOp.create(at, count, ring.depth(), fills).result();
    WaitOp.create(at, ring.barriers(fills), slot, parity);
    place.slots().put(ring, slot);
  }

  private void close(Entry.Step step, Place here, Place place) {
    RingPlan ring = step.ring();
    boolean fills = step.step().fills();
    Inserter at = here.at();
    Value slot = slot(ring, place);
    RingPlan.Arrivals arrivals = ring.arrivals(fills);
    if (arrivals.byCopies()) {
      CommitGroupOp.create(at);
      ArriveNoincOp.create(at, ring.barriers(!fills), slot);
    }
    if (arrivals.byThreads()) {
      ArriveOp.create(at, ring.barriers(!fills), slot, Arrivers.EVERY_THREAD);
    }
    place.slots().remove(ring);
    Value count = place.counts().get(ring);
    if (count != null) {
      Value one = ConstantOp.create(at, IntegerAttr.i32(1)).result();
      place.counts().put(ring, AddIOp.create(at, count, one).result());
    }
  }

  /** The slot in use of a ring. */
  Value slot(RingPlan ring, Place place) {
    Value slot = place.slots().get(ring);
    if (slot == null) {
      // Its use began under a condition that is over; the count is still the same.
      if (!counting.isCarried(ring)) {
        throw new CompilerBug("a slot is used of which nobody knows the number");
      }
      slot = slot(ring, count(ring, place), place.at());
      place.slots().put(ring, slot);
    }
    return slot;
  }

  private Value count(RingPlan ring, Place place) {
    Value carried = place.counts().get(ring);
    if (carried != null) {
      return IndexCastOp.create(place.at(), carried, IndexType.INSTANCE).result(0);
    }
    return counting.isOnce(ring)
        ? ConstantOp.index(place.at(), 0)
        : OrdinalOp.create(place.at()).result();
  }

  private static Value slot(RingPlan ring, Value count, Inserter at) {
    return ring.depth() == 1
        ? ConstantOp.index(at, 0)
        : SlotOp.create(at, count, ring.depth()).result();
  }
}
