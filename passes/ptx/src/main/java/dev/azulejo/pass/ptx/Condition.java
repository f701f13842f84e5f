// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.ptx;

import dev.azulejo.dialect.arith.ConstantOp;
import dev.azulejo.dialect.arith.XOrIOp;
import dev.azulejo.dialect.ptx.BraIfOp;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IntegerAttr;
import java.util.List;

/**
 * A truth value that is asked for: instructions ask as well whether something is false, so no
 * negation need be computed.
 *
 * @param value the register
 * @param negated is it asked whether that is false?
 */
record Condition(Value value, boolean negated) {

  /** The condition that a value of the program is. */
  static Condition of(KernelWriter writer, Value original) throws Unconvertible {
    boolean negated = false;
    Value asked = original;
    while (asked.definingOp() instanceof XOrIOp flip && isTrue(flip.rhs())) {
      asked = flip.lhs();
      negated = !negated;
    }
    return new Condition(writer.scalar(asked), negated);
  }

  private static boolean isTrue(Value value) {
    return value.definingOp() instanceof ConstantOp constant
        && constant.value() instanceof IntegerAttr number
        && number.isTrue();
  }

  /** Goes to one block where it holds, else to another. */
  void jump(
      Inserter at,
      Block holds,
      List<? extends Value> handed,
      Block otherwise,
      List<? extends Value> handedOtherwise) {
    if (negated) {
      BraIfOp.create(at, value, otherwise, handedOtherwise, holds, handed);
    } else {
      BraIfOp.create(at, value, holds, handed, otherwise, handedOtherwise);
    }
  }
}
