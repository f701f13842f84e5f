// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.AnyNumber;
import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Needs;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.dialect.ptx.keyword.NumberFormat;
import dev.azulejo.dialect.ptx.keyword.RoundingToInteger;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
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

/** Converts a number, or a packed pair, to another type. */
@OpDef(name = "ptx.cvt", format = "$operand attr-dict `:` type($operand) `->` type($result)")
@Example("%d = ptx.cvt %a {rounding = \"rn\"} : f32 -> f16")
public abstract sealed class CvtOp extends Operation implements Instruction, Pure, Verified
    permits CvtOpImpl {

  /** The number. */
  @Operand(AnyNumber.class)
  public abstract Value operand();

  /** What comes out. */
  @Result(AnyNumber.class)
  public abstract OpResult result();

  /** How a result that has no exact form is rounded. */
  @Attr(RoundingToInteger.class)
  public abstract Optional<StringAttr> rounding();

  /** Are numbers too small for a normal form taken as zero? */
  @Attr(UnitAttribute.class)
  public abstract boolean ftz();

  /** Is the result kept between 0 and 1, or between the ends of a whole number's range? */
  @Attr(UnitAttribute.class)
  public abstract boolean sat();

  /** Does a result that is too large become the largest finite one? */
  @Attr(UnitAttribute.class)
  public abstract boolean satfinite();

  /** Do negative results become zero? */
  @Attr(UnitAttribute.class)
  public abstract boolean relu();

  /** What the operand holds, where its type does not say it. */
  @Attr(NumberFormat.class)
  public abstract Optional<StringAttr> from();

  /** What the result holds, where its type does not say it. */
  @Attr(NumberFormat.class)
  public abstract Optional<StringAttr> to();

  /** Makes one. */
  public static CvtOp create(Inserter at, Value operand, Type type) {
    return CvtOpImpl.at(at).operand(operand).result(type).create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "cvt")
        .modifiers("rounding", "ftz", "satfinite", "relu", "sat")
        .word(Conversions.word(this, "to", result().type()))
        .word(Conversions.word(this, "from", operand().type()))
        .result(result())
        .sources(operand());
  }

  @Override
  public Needs needs() {
    return Conversions.needs(
        this,
        Conversions.word(this, "to", result().type()),
        Conversions.word(this, "from", operand().type()));
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    Conversions.verify(this, operand().type(), result().type(), diagnostics);
  }
}
