// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.I32;
import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;

/** Picks four of the eight bytes of two words. */
@OpDef(name = "ptx.prmt", format = "$a `,` $b `,` $selector attr-dict")
@Example("%d = ptx.prmt %a, %b, %s")
public abstract sealed class PrmtOp extends Operation implements Instruction, Pure
    permits PrmtOpImpl {

  /** Bytes 0 to 3. */
  @Operand(I32.class)
  public abstract Value a();

  /** Bytes 4 to 7. */
  @Operand(I32.class)
  public abstract Value b();

  /** Four bits for each byte that is picked. */
  @Operand(I32.class)
  public abstract Value selector();

  /** What comes out. */
  @Result(I32.class)
  public abstract OpResult result();

  /** Makes one. */
  public static PrmtOp create(Inserter at, Value a, Value b, Value selector) {
    return PrmtOpImpl.at(at)
        .operand(a)
        .operand(b)
        .operand(selector)
        .result(IntegerType.I32)
        .create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "prmt.b32").result(result()).sources(a(), b(), selector());
  }
}
