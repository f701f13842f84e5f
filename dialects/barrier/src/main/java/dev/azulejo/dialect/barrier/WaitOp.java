// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.barrier;

import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.builtin.constraint.I1;
import dev.azulejo.ir.builtin.constraint.Index;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import java.util.function.Consumer;

/**
 * Waits while the phase that a barrier is in has the given parity. On a fresh barrier, waiting for
 * parity 1 returns at once and waiting for parity 0 blocks until the first phase completes.
 */
@OpDef(
    name = "barrier.wait",
    format = "$array `[` $index `]` `,` $parity attr-dict `:` type($array)")
@Example("barrier.wait %full[%s], %p : !barrier.array<3>")
public abstract sealed class WaitOp extends Operation implements Accessing permits WaitOpImpl {

  /** The barriers. */
  @Operand(BarrierArray.class)
  public abstract Value array();

  /** Which of them. */
  @Operand(Index.class)
  public abstract Value index();

  /** The parity of the phase that is waited for. */
  @Operand(I1.class)
  public abstract Value parity();

  /** Makes a wait. */
  public static WaitOp create(Inserter at, Value array, Value index, Value parity) {
    return WaitOpImpl.at(at).operand(array).operand(index).operand(parity).create();
  }

  @Override
  public void accesses(Consumer<Access> sink) {
    sink.accept(Access.read(Slot.of(array(), index())));
    sink.accept(Slot.update(array(), index()));
  }
}
