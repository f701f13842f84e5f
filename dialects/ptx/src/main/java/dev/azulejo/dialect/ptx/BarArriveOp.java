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

/** Tells a named barrier that the thread has come, and goes on. */
@OpDef(name = "ptx.bar.arrive", format = "$barrier `,` $threads attr-dict")
@Example("ptx.bar.arrive %i, %n")
public abstract sealed class BarArriveOp extends Operation implements Instruction, UnknownEffects
    permits BarArriveOpImpl {

  /** Which barrier, 0 to 15. */
  @Operand(I32.class)
  public abstract Value barrier();

  /** How many threads take part, a multiple of 32. */
  @Operand(I32.class)
  public abstract Value threads();

  /** Makes one. */
  public static BarArriveOp create(Inserter at, Value barrier, Value threads) {
    return BarArriveOpImpl.at(at).operand(barrier).operand(threads).create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "bar.arrive").sources(barrier()).sources(threads());
  }
}
