// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.Bits;
import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.Commutative;

/** Gives the bits that just one of the operands has. */
@OpDef(
    name = "ptx.xor",
    format = "$lhs `,` $rhs attr-dict `:` type($result)",
    sameTypes = {"lhs", "rhs", "result"})
@Example("%d = ptx.xor %a, %b : i32")
public abstract sealed class XorOp extends Operation implements Commutative, Instruction, Pure
    permits XorOpImpl {

  /** The left operand. */
  @Operand(Bits.class)
  public abstract Value lhs();

  /** The right operand. */
  @Operand(Bits.class)
  public abstract Value rhs();

  /** What comes out. */
  @Result(Bits.class)
  public abstract OpResult result();

  /** Makes one. */
  public static XorOp create(Inserter at, Value lhs, Value rhs) {
    return XorOpImpl.at(at).operand(lhs).operand(rhs).result(lhs.type()).create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "xor").bits(result().type()).result(result()).sources(lhs(), rhs());
  }
}
