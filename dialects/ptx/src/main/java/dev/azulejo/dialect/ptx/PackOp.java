// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.AnyNumber;
import dev.azulejo.dialect.ptx.constraint.WholeNumber;
import dev.azulejo.dialect.ptx.instruction.Instruction;
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

/** Puts registers side by side into a wider one, the first at its lower end. */
@OpDef(name = "ptx.pack", format = "$parts attr-dict `:` type($parts) `->` type($result)")
@Example("%d = ptx.pack %a, %b : f16, f16 -> i32")
public abstract sealed class PackOp extends Operation implements Instruction, Pure, Verified
    permits PackOpImpl {

  /** The registers, of one type. */
  @Operand(AnyNumber.class)
  public abstract List<Value> parts();

  /** The wider register. */
  @Result(WholeNumber.class)
  public abstract OpResult result();

  /** Makes one. */
  public static PackOp create(Inserter at, List<? extends Value> parts, Type type) {
    return PackOpImpl.at(at).operands(parts).result(type).create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "mov").bits(result().type()).result(result()).group(parts());
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    Modifiers.verifyParts(this, parts(), result().type(), diagnostics);
  }
}
