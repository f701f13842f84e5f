// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx.instruction;

import dev.azulejo.ir.OpSchema;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.UnitAttr;
import java.util.List;
import java.util.Optional;

/** An instruction that nobody gets a result of and that may be executed under a condition. */
public interface Guarded extends Instruction {
  /** The condition, or nothing for always. */
  Optional<Value> guard();

  /** Is it executed where the condition is false? */
  boolean negated();

  /** Has it executed only where a condition holds, or with {@code not} where it does not. */
  static void guard(Operation op, Value condition, boolean not) {
    List<OpSchema.Group> groups = op.schema().operands();
    for (int i = 0; i < groups.size(); i++) {
      if (groups.get(i).name().equals("guard")) {
        op.setOperandGroup(i, List.of(condition));
      }
    }
    if (not) {
      op.setAttribute("negated", UnitAttr.INSTANCE);
    } else {
      op.removeAttribute("negated");
    }
  }
}
