// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.ir.trait;

import dev.azulejo.ir.Value;
import dev.azulejo.ir.diag.Diagnostics;
import java.util.List;

/**
 * A terminator that hands values to the blocks it goes to. The values for a successor are one group
 * of operands of the schema, so that transformations may add and drop some; an operation that keeps
 * those of several successors in one group says itself which part of it is whose.
 */
public interface BranchOp extends Terminator {
  /** The place in the schema of the group of operands that has those a successor gets. */
  int successorOperandGroup(int successor);

  /** The operands of a group; every operation has this method. */
  List<Value> operandGroup(int group);

  /** Replaces the operands of a group; every operation has this method. */
  void setOperandGroup(int group, List<Value> values);

  /** Where the operands of a group begin; every operation has this method. */
  int operandGroupStart(int group);

  /**
   * Reports operands of which it can't be said whose they are. Nothing asks for the operands of a
   * successor before this found nothing.
   */
  default void verifySuccessorOperands(Diagnostics diagnostics) {}

  /** The place of the first operand that a successor gets. */
  default int successorOperandStart(int successor) {
    return operandGroupStart(successorOperandGroup(successor));
  }

  /** The values that become the arguments of a successor. */
  default List<Value> successorOperands(int successor) {
    return operandGroup(successorOperandGroup(successor));
  }

  /** Hands other values to a successor. */
  default void setSuccessorOperands(int successor, List<Value> values) {
    setOperandGroup(successorOperandGroup(successor), values);
  }
}
