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
import dev.azulejo.ir.trait.Commutative;

/** Multiplies two whole numbers and keeps the upper half of the product. */
@OpDef(
    name = "ptx.mul.hi",
    format = "$lhs `,` $rhs attr-dict `:` type($result)",
    sameTypes = {"lhs", "rhs", "result"})
@Example("%d = ptx.mul.hi %a, %b : i32")
public abstract sealed class MulHiOp extends Operation implements Commutative, Instruction, Pure
    permits MulHiOpImpl {

  /** The left operand. */
  @Operand(WholeNumber.class)
  public abstract Value lhs();

  /** The right operand. */
  @Operand(WholeNumber.class)
  public abstract Value rhs();

  /** What comes out. */
  @Result(WholeNumber.class)
  public abstract OpResult result();

  /** Do whole numbers count from 0? */
  @Attr(UnitAttribute.class)
  public abstract boolean unsigned();

  /** Makes one. */
  public static MulHiOp create(Inserter at, Value lhs, Value rhs) {
    return MulHiOpImpl.at(at).operand(lhs).operand(rhs).result(lhs.type()).create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "mul.hi")
        .modifiers()
        .typed(result().type())
        .result(result())
        .sources(lhs(), rhs());
  }
}
