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
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.constraint.I1;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import java.util.function.Consumer;

/** Gives the lanes where a condition holds, one bit each. */
@OpDef(name = "ptx.vote.ballot", format = "$operand `,` $mask attr-dict")
@Example("%d = ptx.vote.ballot %p, %m")
public abstract sealed class VoteBallotOp extends Operation implements Accessing, Instruction
    permits VoteBallotOpImpl {

  /** The lane's own condition. */
  @Operand(I1.class)
  public abstract Value operand();

  /** The lanes that take part, one bit each. */
  @Operand(I32.class)
  public abstract Value mask();

  /** The lanes. */
  @Result(I32.class)
  public abstract OpResult result();

  /** Makes one. */
  public static VoteBallotOp create(Inserter at, Value operand, Value mask) {
    return VoteBallotOpImpl.at(at).operand(operand).operand(mask).result(IntegerType.I32).create();
  }

  @Override
  public void accesses(Consumer<Access> sink) {
    sink.accept(Access.write(Memory.WARP));
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "vote.sync.ballot.b32")
        .result(result())
        .registers(operand())
        .sources(mask());
  }
}
