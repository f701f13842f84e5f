// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.UnknownEffects;
import dev.azulejo.ir.builtin.constraint.I1;
import dev.azulejo.ir.builtin.constraint.UnitAttribute;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import java.util.Optional;

/** Ends the thread where a condition holds. */
@OpDef(name = "ptx.exit", format = "`if` $guard attr-dict")
@Example("ptx.exit if %p")
public abstract sealed class ExitOp extends Operation implements Instruction, UnknownEffects
    permits ExitOpImpl {

  /** The condition; with {@code negated}, where it is false. */
  @Operand(I1.class)
  public abstract Value guard();

  /** Is it executed where the condition is false? */
  @Attr(UnitAttribute.class)
  public abstract boolean negated();

  /** Makes one. */
  public static ExitOp create(Inserter at, Value guard) {
    return ExitOpImpl.at(at).operand(guard).create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "exit").guard(Optional.of(guard()), negated());
  }
}
