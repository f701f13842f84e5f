// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.I32;
import dev.azulejo.dialect.ptx.constraint.Word;
import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.dialect.ptx.keyword.ShuffleMode;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import java.util.function.Consumer;

/** Gives each lane the value of another lane. */
@OpDef(
    name = "ptx.shfl.sync",
    format = "$mode $operand `,` $lane `,` $clamp `,` $mask attr-dict `:` type($result)",
    sameTypes = {"operand", "result"})
@Example("%d = ptx.shfl.sync bfly %a, %i, %c, %m : f32")
public abstract sealed class ShflSyncOp extends Operation implements Accessing, Instruction
    permits ShflSyncOpImpl {

  /** The lane's own value. */
  @Operand(Word.class)
  public abstract Value operand();

  /** The other lane, or how far away it is. */
  @Operand(I32.class)
  public abstract Value lane();

  /** Up to which lane, and in which parts of the warp. */
  @Operand(I32.class)
  public abstract Value clamp();

  /** The lanes that take part, one bit each. */
  @Operand(I32.class)
  public abstract Value mask();

  /** The other lane's value. */
  @Result(Word.class)
  public abstract OpResult result();

  /** From which lane. */
  @Attr(ShuffleMode.class)
  public abstract StringAttr mode();

  /** Makes one. */
  public static ShflSyncOp create(
      Inserter at, Value operand, Value lane, Value clamp, Value mask, String mode) {
    return ShflSyncOpImpl.at(at)
        .operand(operand)
        .operand(lane)
        .operand(clamp)
        .operand(mask)
        .result(operand.type())
        .attribute("mode", StringAttr.of(mode))
        .create();
  }

  @Override
  public void accesses(Consumer<Access> sink) {
    sink.accept(Access.write(Memory.WARP));
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "shfl.sync")
        .modifiers("mode")
        .word("b32")
        .result(result())
        .sources(operand(), lane(), clamp(), mask());
  }
}
