// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.WholeNumber;
import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.constraint.UnitAttribute;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;

/** Multiplies two whole numbers and adds a third to the lower half of the product. */
@OpDef(
    name = "ptx.mad",
    format = "$lhs `,` $rhs `,` $addend attr-dict `:` type($result)",
    sameTypes = {"lhs", "rhs", "addend", "result"})
@Example("%d = ptx.mad %a, %b, %c : i32")
public abstract sealed class MadOp extends Operation implements Instruction, Pure
    permits MadOpImpl {

  /** The left factor. */
  @Operand(WholeNumber.class)
  public abstract Value lhs();

  /** The right factor. */
  @Operand(WholeNumber.class)
  public abstract Value rhs();

  /** What is added. */
  @Operand(WholeNumber.class)
  public abstract Value addend();

  /** What comes out. */
  @Result(WholeNumber.class)
  public abstract OpResult result();

  /** Do whole numbers count from 0? */
  @Attr(UnitAttribute.class)
  public abstract boolean unsigned();

  /** Makes one. */
  public static MadOp create(Inserter at, Value lhs, Value rhs, Value addend) {
    return MadOpImpl.at(at).operand(lhs).operand(rhs).operand(addend).result(lhs.type()).create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "mad.lo")
        .typed(result().type())
        .result(result())
        .sources(lhs(), rhs(), addend());
  }
}
