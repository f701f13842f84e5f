// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.I32;
import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.UnknownEffects;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;

/** Sleeps for a while. */
@OpDef(name = "ptx.nanosleep", format = "$nanoseconds attr-dict")
@Example("ptx.nanosleep %n")
public abstract sealed class NanosleepOp extends Operation implements Instruction, UnknownEffects
    permits NanosleepOpImpl {

  /** About how long. */
  @Operand(I32.class)
  public abstract Value nanoseconds();

  /** Makes one. */
  public static NanosleepOp create(Inserter at, Value nanoseconds) {
    return NanosleepOpImpl.at(at).operand(nanoseconds).create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "nanosleep.u32").sources(nanoseconds());
  }
}
