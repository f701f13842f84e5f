// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Needs;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.dialect.ptx.keyword.RegisterChange;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.UnknownEffects;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.constraint.I32Attribute;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;

/** Asks for registers for each thread of a warpgroup, or gives some back. */
@OpDef(name = "ptx.setmaxnreg", format = "$change $count attr-dict")
@Example("ptx.setmaxnreg inc 240")
public abstract sealed class SetmaxnregOp extends Operation
    implements Instruction, UnknownEffects, Verified permits SetmaxnregOpImpl {

  /** Which of both. */
  @Attr(RegisterChange.class)
  public abstract StringAttr change();

  /** How many each has then, a multiple of 8. */
  @Attr(I32Attribute.class)
  public abstract IntegerAttr count();

  /** Makes one. */
  public static SetmaxnregOp create(Inserter at, String change, int count) {
    return SetmaxnregOpImpl.at(at)
        .attribute("change", StringAttr.of(change))
        .attribute("count", IntegerAttr.i32(count))
        .create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "setmaxnreg")
        .modifiers("change")
        .word("sync.aligned.u32")
        .number(count().longValue());
  }

  @Override
  public Needs needs() {
    return Needs.featured(80, 90);
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    long number = count().longValue();
    if (number < 24 || number > 256 || number % 8 != 0) {
      diagnostics.report(
          error("asks for %d registers; multiples of 8 from 24 to 256 are possible", number));
    }
  }
}
