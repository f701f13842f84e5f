// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.I32;
import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.UnknownEffects;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Threads wait at a named barrier until all that take part have come; with a number left out, all
 * of the block take part.
 */
@OpDef(name = "ptx.bar.sync", format = "$barrier (`,` $threads^)? attr-dict")
@Example("ptx.bar.sync %i, %n")
public abstract sealed class BarSyncOp extends Operation implements Instruction, UnknownEffects
    permits BarSyncOpImpl {

  /** Which barrier, 0 to 15. */
  @Operand(I32.class)
  public abstract Value barrier();

  /** How many threads take part, a multiple of 32. */
  @Operand(I32.class)
  public abstract Optional<Value> threads();

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "bar.sync").sources(barrier()).source(threads());
  }

  /** Makes one for all threads of the block, or where it is not null for a number of them. */
  public static BarSyncOp create(Inserter at, Value barrier, @Nullable Value threads) {
    return BarSyncOpImpl.at(at).operand(barrier).optionalOperand(threads).create();
  }
}
