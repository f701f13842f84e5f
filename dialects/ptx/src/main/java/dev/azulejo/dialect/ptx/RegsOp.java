// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.Registers;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Result;
import java.util.function.Consumer;

/**
 * Sets registers aside, with no particular contents. They are the same registers all the time:
 * instructions change them in place, and no block hands them to another.
 */
@OpDef(name = "ptx.regs", format = "attr-dict `:` type($registers)")
@Example("%acc = ptx.regs : !ptx.regs<128 x f32>")
public abstract sealed class RegsOp extends Operation implements Accessing permits RegsOpImpl {

  /** The registers. */
  @Result(Registers.class)
  public abstract OpResult registers();

  /** Makes one. */
  public static RegsOp create(Inserter at, Type type) {
    return RegsOpImpl.at(at).result(type).create();
  }

  @Override
  public void accesses(Consumer<Access> sink) {
    sink.accept(Access.allocate(registers()));
  }
}
