// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.AnyNumber;
import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Needs;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.dialect.ptx.keyword.Packed;
import dev.azulejo.dialect.ptx.keyword.Rounding;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.constraint.UnitAttribute;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.Commutative;
import java.util.Optional;

/** Adds two numbers, or two pairs. */
@OpDef(
    name = "ptx.add",
    format = "$lhs `,` $rhs attr-dict `:` type($result)",
    sameTypes = {"lhs", "rhs", "result"})
@Example("%d = ptx.add %a, %b : i32")
public abstract sealed class AddOp extends Operation
    implements Commutative, Instruction, Pure, Verified permits AddOpImpl {

  /** The left operand. */
  @Operand(AnyNumber.class)
  public abstract Value lhs();

  /** The right operand. */
  @Operand(AnyNumber.class)
  public abstract Value rhs();

  /** What comes out. */
  @Result(AnyNumber.class)
  public abstract OpResult result();

  /** How a result that has no exact form is rounded; to nearest even where nothing is said. */
  @Attr(Rounding.class)
  public abstract Optional<StringAttr> rounding();

  /** Are numbers too small for a normal form taken as zero? */
  @Attr(UnitAttribute.class)
  public abstract boolean ftz();

  /** Is the result kept between 0 and 1, or between the ends of a whole number's range? */
  @Attr(UnitAttribute.class)
  public abstract boolean sat();

  /** The pair of numbers that a register of 32 bits holds, where it holds one. */
  @Attr(Packed.class)
  public abstract Optional<StringAttr> packed();

  /** Makes one. */
  public static AddOp create(Inserter at, Value lhs, Value rhs) {
    return AddOpImpl.at(at).operand(lhs).operand(rhs).result(lhs.type()).create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "add")
        .modifiers("rounding", "ftz", "sat")
        .typed(result().type())
        .result(result())
        .sources(lhs(), rhs());
  }

  @Override
  public Needs needs() {
    return Halves.arithmetic(this, result().type());
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    Modifiers.verify(this, lhs().type(), diagnostics);
  }
}
