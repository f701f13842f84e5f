// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.DoubleWidth;
import dev.azulejo.dialect.ptx.constraint.NarrowWholeNumber;
import dev.azulejo.dialect.ptx.constraint.WholeNumber;
import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.dialect.ptx.instruction.TypeWords;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.constraint.UnitAttribute;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.spec.TypeRule;
import dev.azulejo.ir.trait.Commutative;

/** Multiplies two whole numbers; the product has twice their width. */
@OpDef(
    name = "ptx.mul.wide",
    format = "$lhs `,` $rhs attr-dict `:` type($lhs)",
    sameTypes = {"lhs", "rhs"})
@TypeRule(target = "result", from = "lhs", rule = DoubleWidth.class)
@Example("%d = ptx.mul.wide %a, %b {unsigned} : i32")
public abstract sealed class MulWideOp extends Operation implements Commutative, Instruction, Pure
    permits MulWideOpImpl {

  /** The left operand. */
  @Operand(NarrowWholeNumber.class)
  public abstract Value lhs();

  /** The right operand. */
  @Operand(NarrowWholeNumber.class)
  public abstract Value rhs();

  /** The product. */
  @Result(WholeNumber.class)
  public abstract OpResult result();

  /** Do whole numbers count from 0? */
  @Attr(UnitAttribute.class)
  public abstract boolean unsigned();

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "mul.wide").typed(lhs().type()).result(result()).sources(lhs(), rhs());
  }

  /** Makes one. */
  public static MulWideOp create(Inserter at, Value lhs, Value rhs) {
    return MulWideOpImpl.at(at)
        .operand(lhs)
        .operand(rhs)
        .result(IntegerType.of(2 * TypeWords.width(lhs.type())))
        .create();
  }
}
