// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.barrier;

import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.builtin.constraint.Index;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import java.util.function.Consumer;

/**
 * Lets each thread arrive at a barrier once its own earlier asynchronous copies are complete. The
 * arrivals must be counted in the barrier's initial number.
 */
@OpDef(name = "barrier.arrive_noinc", format = "$array `[` $index `]` attr-dict `:` type($array)")
@Example("barrier.arrive_noinc %full[%s] : !barrier.array<3>")
public abstract sealed class ArriveNoincOp extends Operation implements Accessing
    permits ArriveNoincOpImpl {

  /** The barriers. */
  @Operand(BarrierArray.class)
  public abstract Value array();

  /** Which of them. */
  @Operand(Index.class)
  public abstract Value index();

  /** Makes one. */
  public static ArriveNoincOp create(Inserter at, Value array, Value index) {
    return ArriveNoincOpImpl.at(at).operand(array).operand(index).create();
  }

  @Override
  public void accesses(Consumer<Access> sink) {
    sink.accept(Access.read(Access.Resource.ASYNC_COPIES));
    sink.accept(Slot.update(array(), index()));
  }
}
