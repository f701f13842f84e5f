// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.AnyNumber;
import dev.azulejo.dialect.ptx.constraint.WholeNumber;
import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Part;
import dev.azulejo.dialect.ptx.instruction.Syntax;
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
import java.util.List;

/** Takes a register apart into narrower ones, the first from its lower end. */
@OpDef(name = "ptx.unpack", format = "$operand attr-dict `:` type($operand) `->` type($parts)")
@Example("%a, %b = ptx.unpack %d : i32 -> f16, f16")
public abstract sealed class UnpackOp extends Operation implements Instruction, Pure, Verified
    permits UnpackOpImpl {

  /** The register. */
  @Operand(WholeNumber.class)
  public abstract Value operand();

  /** The narrower registers, of one type. */
  @Result(AnyNumber.class)
  public abstract List<OpResult> parts();

  /** Makes one. */
  public static UnpackOp create(Inserter at, Value operand, List<? extends Type> types) {
    return UnpackOpImpl.at(at).operand(operand).results(types).create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "mov")
        .bits(operand().type())
        .part(new Part.Group(List.copyOf(parts().stream().map(Part.Destination::new).toList())))
        .sources(operand());
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    Modifiers.verifyParts(this, parts(), operand().type(), diagnostics);
  }
}
