// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.DoubleWidth;
import dev.azulejo.dialect.ptx.constraint.NarrowWholeNumber;
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
import dev.azulejo.ir.spec.TypeRule;

/** Multiplies two whole numbers and adds a third of twice their width to the product. */
@OpDef(
    name = "ptx.mad.wide",
    format = "$lhs `,` $rhs `,` $addend attr-dict `:` type($lhs)",
    sameTypes = {"lhs", "rhs"})
@TypeRule(target = "addend", from = "lhs", rule = DoubleWidth.class)
@TypeRule(target = "result", from = "lhs", rule = DoubleWidth.class)
@Example("%d = ptx.mad.wide %a, %b, %c {unsigned} : i32")
public abstract sealed class MadWideOp extends Operation implements Instruction, Pure
    permits MadWideOpImpl {

  /** The left factor. */
  @Operand(NarrowWholeNumber.class)
  public abstract Value lhs();

  /** The right factor. */
  @Operand(NarrowWholeNumber.class)
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

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "mad.wide")
        .typed(lhs().type())
        .result(result())
        .sources(lhs(), rhs(), addend());
  }

  /** Makes one. */
  public static MadWideOp create(Inserter at, Value lhs, Value rhs, Value addend) {
    return MadWideOpImpl.at(at)
        .operand(lhs)
        .operand(rhs)
        .operand(addend)
        .result(addend.type())
        .create();
  }
}
