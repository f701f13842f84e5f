// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.barrier;

import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.builtin.StringAttr;
import dev.azulejo.ir.builtin.constraint.Index;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import java.util.function.Consumer;

/** Arrives at a barrier. Never blocks; completes the phase if it is the last arrival of it. */
@OpDef(name = "barrier.arrive", format = "$array `[` $index `]` attr-dict `:` type($array)")
@Example("barrier.arrive %empty[%s] {by = \"warpgroup\"} : !barrier.array<3>")
public abstract sealed class ArriveOp extends Operation implements Accessing permits ArriveOpImpl {

  /** The barriers. */
  @Operand(BarrierArray.class)
  public abstract Value array();

  /** Which of them. */
  @Operand(Index.class)
  public abstract Value index();

  /** How many threads of the role arrive. */
  @Attr(value = Arrivers.class, defaultValue = "threads")
  public abstract StringAttr by();

  @Override
  public void accesses(Consumer<Access> sink) {
    sink.accept(Slot.update(array(), index()));
  }
}
