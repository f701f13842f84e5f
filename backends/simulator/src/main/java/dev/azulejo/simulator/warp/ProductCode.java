// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.ir.Operation;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.instruction.GroupProduct;

/**
 * An instruction by which a warpgroup begins a matrix product.
 *
 * @param op the instruction
 * @param product what is multiplied
 * @param sums the array of registers that is added to
 * @param firstSum the first of these
 * @param left the array of registers that holds A, or {@link WarpDecoder#NONE}
 * @param firstLeft the first of these
 * @param transposeA whether A lies with its rows innermost
 * @param transposeB whether B lies with its columns innermost
 */
record ProductCode(
    Operation op,
    GroupProduct product,
    int sums,
    int firstSum,
    int left,
    int firstLeft,
    boolean transposeA,
    boolean transposeB) {
  /** Where it stands. */
  Location place() {
    return op.location();
  }

  /** Is A in registers? */
  boolean hasRegisters() {
    return left != WarpDecoder.NONE;
  }
}
