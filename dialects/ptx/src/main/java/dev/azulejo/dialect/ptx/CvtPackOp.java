// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.I32;
import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Needs;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.dialect.ptx.keyword.PackFormat;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import java.util.List;
import java.util.Optional;

/**
 * Converts two whole numbers to narrow ones, keeps them in range, and puts them in front of the
 * upper part of a third.
 */
@OpDef(name = "ptx.cvt.pack", format = "$to $high `,` $low (`,` $rest^)? attr-dict")
@Example("%d = ptx.cvt.pack s8 %a, %b, %c")
public abstract sealed class CvtPackOp extends Operation implements Instruction, Pure, Verified
    permits CvtPackOpImpl {

  /** The number for the upper place. */
  @Operand(I32.class)
  public abstract Value high();

  /** The number for the lower place. */
  @Operand(I32.class)
  public abstract Value low();

  /** What is moved up behind them; left out for numbers of 16 bits. */
  @Operand(I32.class)
  public abstract Optional<Value> rest();

  /** All of them. */
  @Result(I32.class)
  public abstract OpResult result();

  /** The narrow numbers. */
  @Attr(PackFormat.class)
  public abstract StringAttr to();

  /** Makes one. */
  public static CvtPackOp create(Inserter at, Value high, Value low, String to) {
    return CvtPackOpImpl.at(at)
        .operand(high)
        .operand(low)
        .operands(List.of())
        .result(IntegerType.I32)
        .attribute("to", StringAttr.of(to))
        .create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "cvt.pack.sat")
        .modifiers("to")
        .word("s32")
        .wordIf(rest().isPresent(), "b32")
        .result(result())
        .sources(high(), low())
        .source(rest());
  }

  @Override
  public Needs needs() {
    return to().value().matches("[su][24]") ? Needs.of(65, 75) : Needs.of(65, 72);
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    if (rest().isPresent() == to().value().endsWith("16")) {
      diagnostics.report(error("takes a third operand unless the numbers have 16 bits"));
    }
  }
}
