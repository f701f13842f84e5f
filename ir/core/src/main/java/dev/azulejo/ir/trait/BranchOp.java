// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.trait;

import dev.azulejo.ir.Value;
import java.util.List;

/**
 * A terminator that hands values to the blocks it goes to. The values for a successor are one group
 * of operands of the schema, so that transformations may add and drop some.
 */
public interface BranchOp extends Terminator {
  /** The place in the schema of the group of operands that a successor gets. */
  int successorOperandGroup(int successor);

  /** The operands of a group; every operation has this method. */
  List<Value> operandGroup(int group);

  /** Replaces the operands of a group; every operation has this method. */
  void setOperandGroup(int group, List<Value> values);

  /** The values that become the arguments of a successor. */
  default List<Value> successorOperands(int successor) {
    return operandGroup(successorOperandGroup(successor));
  }

  /** Hands other values to a successor. */
  default void setSuccessorOperands(int successor, List<Value> values) {
    setOperandGroup(successorOperandGroup(successor), values);
  }
}
