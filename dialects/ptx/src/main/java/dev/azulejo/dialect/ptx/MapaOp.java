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
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;

/** Gives the address in the shared memory of another block of the cluster. */
@OpDef(name = "ptx.mapa", format = "$address `,` $rank attr-dict")
@Example("%a = ptx.mapa %s, %r")
public abstract sealed class MapaOp extends Operation implements Instruction, Pure
    permits MapaOpImpl {

  /** The address in the own shared memory. */
  @Operand(I32.class)
  public abstract Value address();

  /** The rank of the block. */
  @Operand(I32.class)
  public abstract Value rank();

  /** The address, for instructions that reach the cluster. */
  @Result(I32.class)
  public abstract OpResult result();

  /** Makes one. */
  public static MapaOp create(Inserter at, Value address, Value rank) {
    return MapaOpImpl.at(at).operand(address).operand(rank).result(IntegerType.I32).create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "mapa.shared::cluster.u32").result(result()).sources(address(), rank());
  }

  @Override
  public Needs needs() {
    return Needs.of(78, 90);
  }
}
