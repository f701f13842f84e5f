// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.F32;
import dev.azulejo.dialect.ptx.constraint.WholeNumber;
import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Needs;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.dialect.ptx.keyword.PairFormat;
import dev.azulejo.dialect.ptx.keyword.Rounding;
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

/** Converts two numbers and puts them side by side. */
@OpDef(name = "ptx.cvt.pair", format = "$to $high `,` $low attr-dict `:` type($result)")
@Example("%d = ptx.cvt.pair f16x2 %hi, %lo : i32")
public abstract sealed class CvtPairOp extends Operation implements Instruction, Pure, Verified
    permits CvtPairOpImpl {

  /** The number for the upper half. */
  @Operand(F32.class)
  public abstract Value high();

  /** The number for the lower half. */
  @Operand(F32.class)
  public abstract Value low();

  /** The pair. */
  @Result(WholeNumber.class)
  public abstract OpResult result();

  /** How a result that has no exact form is rounded; to nearest even where nothing is said. */
  @Attr(Rounding.class)
  public abstract Optional<StringAttr> rounding();

  /** Does a result that is too large become the largest finite one? */
  @Attr(UnitAttribute.class)
  public abstract boolean satfinite();

  /** Do negative results become zero? */
  @Attr(UnitAttribute.class)
  public abstract boolean relu();

  /** What the result holds. */
  @Attr(PairFormat.class)
  public abstract StringAttr to();

  /** Makes one. */
  public static CvtPairOp create(Inserter at, Value high, Value low, Type type, String to) {
    return CvtPairOpImpl.at(at)
        .operand(high)
        .operand(low)
        .result(type)
        .attribute("to", StringAttr.of(to))
        .create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "cvt")
        .word(rounding().map(StringAttr::value).orElse("rn"))
        .modifiers("satfinite", "relu", "to")
        .word("f32")
        .result(result())
        .registers(high(), low());
  }

  @Override
  public Needs needs() {
    return Conversions.needs(this, to().value(), "f32");
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    Conversions.verifyPair(this, to().value(), result().type(), diagnostics);
  }
}
