// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.barrier;

import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.constraint.I32;
import dev.azulejo.ir.builtin.constraint.Index;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;

/**
 * Gives the address of a barrier in shared memory, for instructions that complete on it. Stands
 * where each thread's program is known, until {@code lower-shared-barrier} knows where the barriers
 * are.
 */
@OpDef(name = "barrier.address", format = "$array `[` $index `]` attr-dict `:` type($array)")
@Example("%a = barrier.address %full[%s] : !barrier.array<3>")
public abstract sealed class AddressOp extends Operation implements Pure permits AddressOpImpl {

  /** The barriers. */
  @Operand(BarrierArray.class)
  public abstract Value array();

  /** Which of them. */
  @Operand(Index.class)
  public abstract Value index();

  /** The address. */
  @Result(I32.class)
  public abstract OpResult result();

  /** Makes one. */
  public static AddressOp create(Inserter at, Value array, Value index) {
    return AddressOpImpl.at(at).operand(array).operand(index).result(IntegerType.I32).create();
  }
}
