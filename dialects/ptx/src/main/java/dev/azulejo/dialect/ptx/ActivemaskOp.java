// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.I32;
import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Needs;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Result;
import java.util.function.Consumer;

/** Gives the lanes that execute this together, one bit each. */
@OpDef(name = "ptx.activemask", format = "attr-dict")
@Example("%m = ptx.activemask")
public abstract sealed class ActivemaskOp extends Operation implements Accessing, Instruction
    permits ActivemaskOpImpl {

  /** The lanes. */
  @Result(I32.class)
  public abstract OpResult result();

  /** Makes one. */
  public static ActivemaskOp create(Inserter at) {
    return ActivemaskOpImpl.at(at).result(IntegerType.I32).create();
  }

  @Override
  public void accesses(Consumer<Access> sink) {
    sink.accept(Access.write(Memory.WARP));
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "activemask.b32").result(result());
  }

  @Override
  public Needs needs() {
    return Needs.of(62, 70);
  }
}
