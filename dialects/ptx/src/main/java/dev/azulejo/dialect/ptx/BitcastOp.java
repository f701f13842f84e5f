// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.AnyNumber;
import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.dialect.ptx.instruction.TypeWords;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;

/** Takes the bits of a register as those of another type of the same width. */
@OpDef(name = "ptx.bitcast", format = "$operand attr-dict `:` type($operand) `->` type($result)")
@Example("%d = ptx.bitcast %a : f32 -> i32")
public abstract sealed class BitcastOp extends Operation implements Instruction, Pure, Verified
    permits BitcastOpImpl {

  /** The bits. */
  @Operand(AnyNumber.class)
  public abstract Value operand();

  /** The same bits. */
  @Result(AnyNumber.class)
  public abstract OpResult result();

  /** Makes one. */
  public static BitcastOp create(Inserter at, Value operand, Type type) {
    return BitcastOpImpl.at(at).operand(operand).result(type).create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "mov").bits(result().type()).result(result()).sources(operand());
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    if (TypeWords.width(operand().type()) != TypeWords.width(result().type())) {
      diagnostics.report(error("has types of different widths"));
    }
  }
}
