// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.I32;
import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Needs;
import dev.azulejo.dialect.ptx.instruction.Part;
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

/** Is true in one lane of those that take part. */
@OpDef(name = "ptx.elect.sync", format = "$mask attr-dict")
@Example("%p = ptx.elect.sync %m")
public abstract sealed class ElectSyncOp extends Operation implements Accessing, Instruction
    permits ElectSyncOpImpl {

  /** The lanes that take part, one bit each. */
  @Operand(I32.class)
  public abstract Value mask();

  /** Whether it is this lane. */
  @Result(I1.class)
  public abstract OpResult result();

  /** Makes one. */
  public static ElectSyncOp create(Inserter at, Value mask) {
    return ElectSyncOpImpl.at(at).operand(mask).result(IntegerType.I1).create();
  }

  @Override
  public void accesses(Consumer<Access> sink) {
    sink.accept(Access.write(Memory.WARP));
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "elect.sync")
        .part(new Part.Both(new Part.Literal("_"), new Part.Destination(result())))
        .sources(mask());
  }

  @Override
  public Needs needs() {
    return Needs.of(80, 90);
  }
}
