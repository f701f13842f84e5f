// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.FloatOrPair;
import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Needs;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.dialect.ptx.keyword.Packed;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import java.util.Optional;

/** Gives the hyperbolic tangent of a number, or of each of a pair, with a small error. */
@OpDef(
    name = "ptx.tanh",
    format = "$operand attr-dict `:` type($result)",
    sameTypes = {"operand", "result"})
@Example("%d = ptx.tanh %a : f32")
public abstract sealed class TanhOp extends Operation implements Instruction, Pure, Verified
    permits TanhOpImpl {

  /** The operand. */
  @Operand(FloatOrPair.class)
  public abstract Value operand();

  /** What comes out. */
  @Result(FloatOrPair.class)
  public abstract OpResult result();

  /** The pair of numbers that a register of 32 bits holds, where it holds one. */
  @Attr(Packed.class)
  public abstract Optional<StringAttr> packed();

  /** Makes one. */
  public static TanhOp create(Inserter at, Value operand) {
    return TanhOpImpl.at(at).operand(operand).result(operand.type()).create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "tanh.approx")
        .typed(result().type())
        .result(result())
        .sources(operand());
  }

  @Override
  public Needs needs() {
    return Halves.function(this, result().type(), "tanh");
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    Modifiers.verifyFloat(this, result().type(), diagnostics);
  }
}
