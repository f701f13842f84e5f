// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.trait;

import dev.azulejo.ir.Value;
import java.util.List;

/** A terminator that hands values to the blocks it goes to. */
public interface BranchOp extends Terminator {
  /** The values that become the arguments of a successor. */
  List<Value> successorOperands(int successor);
}
