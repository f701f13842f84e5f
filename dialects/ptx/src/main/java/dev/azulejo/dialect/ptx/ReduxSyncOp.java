// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.I32;
import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Needs;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.dialect.ptx.keyword.ReduxKind;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.constraint.UnitAttribute;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import java.util.List;
import java.util.function.Consumer;

/** Combines the values of all lanes, and gives it to each. */
@OpDef(name = "ptx.redux.sync", format = "$kind $operand `,` $mask attr-dict")
@Example("%d = ptx.redux.sync add %a, %m")
public abstract sealed class ReduxSyncOp extends Operation implements Accessing, Instruction
    permits ReduxSyncOpImpl {

  /** The lane's own value. */
  @Operand(I32.class)
  public abstract Value operand();

  /** The lanes that take part, one bit each. */
  @Operand(I32.class)
  public abstract Value mask();

  /** All of them combined. */
  @Result(I32.class)
  public abstract OpResult result();

  /** How they are combined. */
  @Attr(ReduxKind.class)
  public abstract StringAttr kind();

  /** Do whole numbers count from 0? */
  @Attr(UnitAttribute.class)
  public abstract boolean unsigned();

  /** Makes one. */
  public static ReduxSyncOp create(Inserter at, Value operand, Value mask, String kind) {
    return ReduxSyncOpImpl.at(at)
        .operand(operand)
        .operand(mask)
        .result(IntegerType.I32)
        .attribute("kind", StringAttr.of(kind))
        .create();
  }

  @Override
  public void accesses(Consumer<Access> sink) {
    sink.accept(Access.write(Memory.WARP));
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "redux.sync")
        .modifiers("kind")
        .word(
            List.of("and", "or", "xor").contains(kind().value())
                ? "b32"
                : unsigned() ? "u32" : "s32")
        .result(result())
        .sources(operand(), mask());
  }

  @Override
  public Needs needs() {
    return Needs.of(70, 80);
  }
}
