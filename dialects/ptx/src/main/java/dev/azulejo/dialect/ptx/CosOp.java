// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.F32;
import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.constraint.UnitAttribute;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;

/** Gives the cosine of an angle in radians, with a small error. */
@OpDef(name = "ptx.cos", format = "$operand attr-dict")
@Example("%d = ptx.cos %a")
public abstract sealed class CosOp extends Operation implements Instruction, Pure
    permits CosOpImpl {

  /** The operand. */
  @Operand(F32.class)
  public abstract Value operand();

  /** What comes out. */
  @Result(F32.class)
  public abstract OpResult result();

  /** Are numbers too small for a normal form taken as zero? */
  @Attr(UnitAttribute.class)
  public abstract boolean ftz();

  /** Makes one. */
  public static CosOp create(Inserter at, Value operand, Type type) {
    return CosOpImpl.at(at).operand(operand).result(type).create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "cos.approx")
        .modifiers("ftz")
        .word("f32")
        .result(result())
        .sources(operand());
  }
}
