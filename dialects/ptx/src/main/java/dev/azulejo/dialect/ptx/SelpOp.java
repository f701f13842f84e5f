// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.AnyNumber;
import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.dialect.ptx.instruction.TypeWords;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.constraint.I1;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;

/** Gives one of two numbers. */
@OpDef(
    name = "ptx.selp",
    format = "$onTrue `,` $onFalse `,` $condition attr-dict `:` type($result)",
    sameTypes = {"onTrue", "onFalse", "result"})
@Example("%d = ptx.selp %a, %b, %p : f32")
public abstract sealed class SelpOp extends Operation implements Instruction, Pure
    permits SelpOpImpl {

  /** The number for true. */
  @Operand(AnyNumber.class)
  public abstract Value onTrue();

  /** The number for false. */
  @Operand(AnyNumber.class)
  public abstract Value onFalse();

  /** Which one. */
  @Operand(I1.class)
  public abstract Value condition();

  /** What comes out. */
  @Result(AnyNumber.class)
  public abstract OpResult result();

  /** Makes one. */
  public static SelpOp create(Inserter at, Value onTrue, Value onFalse, Value condition) {
    return SelpOpImpl.at(at)
        .operand(onTrue)
        .operand(onFalse)
        .operand(condition)
        .result(onTrue.type())
        .create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "selp")
        .word(TypeWords.memory(result().type()))
        .result(result())
        .sources(onTrue(), onFalse(), condition());
  }
}
