// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.layout;

import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import java.util.List;

/**
 * An operation of a kernel, as inference asks it. It keeps nothing: what it answers follows from
 * what is known when it is asked.
 */
sealed interface Operator
    permits GemmOperator,
        NestOperator,
        ReduceOperator,
        ScalarOperator,
        ScanOperator,
        TensorOperator {

  /** The operation. */
  Operation op();

  /** How many threads execute it together: those of its role, or of the block. */
  long threads();

  /** The fragments that it accesses, by which it is coupled to other operations. */
  List<Value> fragments();

  /** What it asks of its buffers, of those that are known already if it needs them changed. */
  List<Demand> infer(Level level, Placements known) throws LayoutConflict;

  /** Fails if the operation can't be carried out with the layouts that its buffers have got. */
  void check(Placements known) throws LayoutConflict;
}
