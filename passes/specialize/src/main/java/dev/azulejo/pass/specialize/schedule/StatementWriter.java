// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize.schedule;

import dev.azulejo.dialect.barrier.ExpectTxOp;
import dev.azulejo.dialect.pipeline.StatementOp;
import dev.azulejo.dialect.tile.AsyncCopyOp;
import dev.azulejo.dialect.tile.CopyOp;
import dev.azulejo.dialect.tile.TmaCopyOp;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.diag.CompilerBug;
import dev.azulejo.pass.specialize.schedule.CopyForms.Form;

/** Writes what a role does for a statement, in the slots that are in use. */
final class StatementWriter {
  private final Programs programs;
  private final ArrivalPlan arrivals;
  private final Copies copies;
  private final Turns turns;
  private final Slots slots;

  StatementWriter(
      Programs programs, ArrivalPlan arrivals, Copies copies, Turns turns, Slots slots) {
    this.programs = programs;
    this.arrivals = arrivals;
    this.copies = copies;
    this.turns = turns;
    this.slots = slots;
  }

  void write(Statement statement, Place place) {
    Form form = arrivals.form(statement);
    switch (statement.op()) {
      case StatementOp group -> {
        for (Operation op : group.body().entry()) {
          copies.copy(op, place);
        }
      }
      case CopyOp copy when form == Form.BOX -> writeBox(copy, place);
      case CopyOp copy when form == Form.ASYNC -> writeAsync(copy, place);
      default -> copies.copy(statement.op(), place);
    }
  }

  private void writeBox(CopyOp copy, Place place) {
    RingPlan ring = programs.ringOf(copy.targetRegion().root());
    if (ring == null) {
      throw new CompilerBug("a box fills no slot of a ring");
    }
    BufferRegion from = copies.region(copy.sourceRegion(), place);
    BufferRegion to = copies.region(copy.targetRegion(), place);
    Value slot = turns.slot(ring, place);
    Inserter at = place.at().withLocation(copy.location());
    TmaCopyOp box = TmaCopyOp.create(at, from, to, ring.barriers(false), slot);
    ExpectTxOp.create(Inserter.before(box), ring.barriers(false), slot, box.bytes());
    Copies.keepAttributes(copy, box);
    slots.move(box, place);
  }

  private void writeAsync(CopyOp copy, Place place) {
    BufferRegion from = copies.region(copy.sourceRegion(), place);
    BufferRegion to = copies.region(copy.targetRegion(), place);
    AsyncCopyOp begun = AsyncCopyOp.create(place.at().withLocation(copy.location()), from, to);
    Copies.keepAttributes(copy, begun);
    slots.move(begun, place);
  }
}
