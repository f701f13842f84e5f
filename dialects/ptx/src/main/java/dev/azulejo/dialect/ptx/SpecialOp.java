// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.I32;
import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Needs;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.dialect.ptx.keyword.SpecialRegister;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Result;

/** Reads a register that the hardware sets and that stays as it is while a thread runs. */
@OpDef(name = "ptx.special", format = "$register attr-dict")
@Example("%t = ptx.special tid.x")
public abstract sealed class SpecialOp extends Operation implements Instruction, Pure
    permits SpecialOpImpl {

  /** Its value. */
  @Result(I32.class)
  public abstract OpResult result();

  /** Which one. */
  @Attr(SpecialRegister.class)
  public abstract StringAttr register();

  /** Makes one. */
  public static SpecialOp create(Inserter at, String register) {
    return SpecialOpImpl.at(at)
        .result(IntegerType.I32)
        .attribute("register", StringAttr.of(register))
        .create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "mov.u32").result(result()).text("%" + register().value());
  }

  @Override
  public Needs needs() {
    return register().value().contains("cluster") ? Needs.of(78, 90) : Needs.NOTHING;
  }
}
