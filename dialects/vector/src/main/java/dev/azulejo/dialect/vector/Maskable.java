// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector;

import dev.azulejo.ir.builtin.VectorType;

/** An operation that {@code vector.mask} can keep from working on some elements. */
public sealed interface Maskable
    permits ContractionOp,
        GatherOp,
        MultiDimReductionOp,
        OuterProductOp,
        ReductionOp,
        ScatterOp,
        TransferReadOp,
        TransferWriteOp {
  /** The type of a mask for it. */
  VectorType expectedMask();

  /** Can there be a value that stands for results of elements that are left out? */
  default boolean takesPassthru() {
    return false;
  }
}
