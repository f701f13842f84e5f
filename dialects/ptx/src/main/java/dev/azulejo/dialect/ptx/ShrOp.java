// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.I32;
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

/**
 * Moves bits down; copies of the sign come in from above, or zeros where {@code unsigned} is there.
 */
@OpDef(
    name = "ptx.shr",
    format = "$operand `,` $distance attr-dict `:` type($result)",
    sameTypes = {"operand", "result"})
@Example("%d = ptx.shr %a, %n : i32")
public abstract sealed class ShrOp extends Operation implements Instruction, Pure
    permits ShrOpImpl {

  /** The bits. */
  @Operand(WholeNumber.class)
  public abstract Value operand();

  /** How far; from the width on, nothing is left of the bits. */
  @Operand(I32.class)
  public abstract Value distance();

  /** What comes out. */
  @Result(WholeNumber.class)
  public abstract OpResult result();

  /** Do whole numbers count from 0? */
  @Attr(UnitAttribute.class)
  public abstract boolean unsigned();

  /** Makes one. */
  public static ShrOp create(Inserter at, Value operand, Value distance) {
    return ShrOpImpl.at(at).operand(operand).operand(distance).result(operand.type()).create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "shr")
        .typed(result().type())
        .result(result())
        .sources(operand(), distance());
  }
}
