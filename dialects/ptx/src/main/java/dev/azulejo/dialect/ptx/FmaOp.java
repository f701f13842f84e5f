// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.FloatOrPair;
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
import java.util.Optional;

/** Multiplies two floating-point numbers, or pairs, and adds a third; rounds once. */
@OpDef(
    name = "ptx.fma",
    format = "$lhs `,` $rhs `,` $addend attr-dict `:` type($result)",
    sameTypes = {"lhs", "rhs", "addend", "result"})
@Example("%d = ptx.fma %a, %b, %c : f32")
public abstract sealed class FmaOp extends Operation implements Instruction, Pure, Verified
    permits FmaOpImpl {

  /** The left factor. */
  @Operand(FloatOrPair.class)
  public abstract Value lhs();

  /** The right factor. */
  @Operand(FloatOrPair.class)
  public abstract Value rhs();

  /** What is added. */
  @Operand(FloatOrPair.class)
  public abstract Value addend();

  /** What comes out. */
  @Result(FloatOrPair.class)
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

  /** Do negative results become zero? */
  @Attr(UnitAttribute.class)
  public abstract boolean relu();

  /** The pair of numbers that a register of 32 bits holds, where it holds one. */
  @Attr(Packed.class)
  public abstract Optional<StringAttr> packed();

  /** Makes one. */
  public static FmaOp create(Inserter at, Value lhs, Value rhs, Value addend) {
    return FmaOpImpl.at(at).operand(lhs).operand(rhs).operand(addend).result(lhs.type()).create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "fma")
        .word(rounding().map(StringAttr::value).orElse("rn"))
        .modifiers("ftz", "sat", "relu")
        .typed(result().type())
        .result(result())
        .sources(lhs(), rhs(), addend());
  }

  @Override
  public Needs needs() {
    return Halves.fused(this, result().type());
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    Modifiers.verifyFloat(this, result().type(), diagnostics);
  }
}
