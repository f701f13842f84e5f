// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Value;

/**
 * An operand of a matrix product, as the lanes of a warp hold it for {@code mma.sync}: step by step
 * along K, in blocks of 16 or, for a narrow B, of 8 along the other dimension.
 */
sealed interface MatrixOperand permits ElementOperand, FragmentOperand, LdmatrixOperand {

  /** How many blocks the warp has. */
  int blocks();

  /** Brings what is needed of one step into registers. */
  void load(Inserter at, int step);

  /** The registers: of type i32. */
  Value registers();

  /** The first register of a block in a step that is loaded. */
  int register(int step, int block);
}
