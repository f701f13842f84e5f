// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.I64;
import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Needs;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.dialect.ptx.keyword.ConvertedSpace;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.constraint.UnitAttribute;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;

/** Converts an address of one memory to a generic one, or with {@code to} the other way. */
@OpDef(name = "ptx.cvta", format = "(`to` $to^)? $space $address attr-dict")
@Example("%g = ptx.cvta to global %a")
public abstract sealed class CvtaOp extends Operation implements Instruction, Pure
    permits CvtaOpImpl {

  /** The address. */
  @Operand(I64.class)
  public abstract Value address();

  /** The address as it is seen then. */
  @Result(I64.class)
  public abstract OpResult result();

  /** The memory that the address is of. */
  @Attr(ConvertedSpace.class)
  public abstract StringAttr space();

  /** Is the result an address of that memory? */
  @Attr(UnitAttribute.class)
  public abstract boolean to();

  /** Makes one. */
  public static CvtaOp create(Inserter at, Value address, String space) {
    return CvtaOpImpl.at(at)
        .operand(address)
        .result(IntegerType.I64)
        .attribute("space", StringAttr.of(space))
        .create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "cvta")
        .modifiers("to", "space")
        .word("u64")
        .result(result())
        .sources(address());
  }

  @Override
  public Needs needs() {
    return space().value().equals("param") ? Needs.of(77, 70) : Needs.NOTHING;
  }
}
