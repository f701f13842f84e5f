// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.I32;
import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.dialect.ptx.keyword.VoteMode;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.constraint.I1;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import java.util.function.Consumer;

/** Asks all lanes whether a condition holds. */
@OpDef(name = "ptx.vote.sync", format = "$mode $operand `,` $mask attr-dict")
@Example("%q = ptx.vote.sync any %p, %m")
public abstract sealed class VoteSyncOp extends Operation implements Accessing, Instruction
    permits VoteSyncOpImpl {

  /** The lane's own condition. */
  @Operand(I1.class)
  public abstract Value operand();

  /** The lanes that take part, one bit each. */
  @Operand(I32.class)
  public abstract Value mask();

  /** The answer. */
  @Result(I1.class)
  public abstract OpResult result();

  /** Whether it must hold in all, in any, or be the same in all. */
  @Attr(VoteMode.class)
  public abstract StringAttr mode();

  /** Makes one. */
  public static VoteSyncOp create(Inserter at, Value operand, Value mask, String mode) {
    return VoteSyncOpImpl.at(at)
        .operand(operand)
        .operand(mask)
        .result(IntegerType.I1)
        .attribute("mode", StringAttr.of(mode))
        .create();
  }

  @Override
  public void accesses(Consumer<Access> sink) {
    sink.accept(Access.write(Memory.WARP));
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "vote.sync")
        .modifiers("mode")
        .word("pred")
        .result(result())
        .registers(operand())
        .sources(mask());
  }
}
