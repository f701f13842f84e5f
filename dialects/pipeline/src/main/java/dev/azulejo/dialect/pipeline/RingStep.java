// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.pipeline;

import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.diag.Diagnostics;
import java.util.Optional;

/** What a program does with a slot of a ring: it begins to use one, or hands it over. */
public sealed interface RingStep extends ScheduleEntry
    permits AcquireOp, CommitOp, ReleaseOp, WaitOp {
  /** How many iterations late something may be done at most. */
  long MOST_STAGES = 64;

  /** The ring. */
  Value ring();

  /** How many iterations late it is done; 0 where nothing is said. */
  Optional<IntegerAttr> stage();

  /** Does it begin a use of a slot, rather than end one? */
  boolean opens();

  /** Is it a step of who fills slots, rather than of who uses what is in them? */
  boolean fills();

  /** The operation. */
  default Operation op() {
    return (Operation) this;
  }

  /** How many iterations late it is done. */
  default long late() {
    return stage().map(IntegerAttr::longValue).orElse(0L);
  }

  /** Reports a stage that is not possible. */
  static void verify(RingStep step, Diagnostics diagnostics) {
    if (step.late() < 0 || step.late() > MOST_STAGES) {
      diagnostics.report(
          step.op().error("is in stage %d; 0 to %d are possible", step.late(), MOST_STAGES));
    }
  }
}
