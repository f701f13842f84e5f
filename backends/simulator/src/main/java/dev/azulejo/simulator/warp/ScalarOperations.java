// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.dialect.memref.AtomicRMWOp;
import dev.azulejo.ir.Operation;
import java.util.function.LongBinaryOperator;

/** What operations on scalars do, told by the engine of the upper rungs: there is one semantics. */
public interface ScalarOperations {
  /** What an operation of {@code arith} or {@code math} does; refused if it is not on scalars. */
  Function of(Operation op);

  /** What an atomic update makes of the bits in memory and of its value. */
  LongBinaryOperator update(AtomicRMWOp op);

  /** An operation on scalars. */
  @FunctionalInterface
  interface Function {
    /** Computes results from operands. */
    void apply(long[] operands, long[] results);
  }
}
