// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.specialize.schedule;

import dev.azulejo.dialect.pipeline.EnterOp;
import dev.azulejo.dialect.pipeline.PerformOp;
import dev.azulejo.dialect.pipeline.RingStep;
import dev.azulejo.ir.Operation;

/** One line of a program. */
sealed interface Entry {
  /** The operation of the schedule. */
  Operation op();

  /** A statement that is performed. */
  record Perform(PerformOp op, Statement statement) implements Entry {}

  /** A loop that is gone through. */
  record Enter(EnterOp op, Body body) implements Entry {}

  /** A slot that is begun to use or handed over. */
  record Step(RingStep step, RingPlan ring) implements Entry {
    @Override
    public Operation op() {
      return step.op();
    }
  }
}
