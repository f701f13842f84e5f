// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.I32;
import dev.azulejo.dialect.ptx.constraint.I64;
import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Needs;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.UnknownEffects;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.constraint.I32Attribute;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;

/** Arrives at a barrier, and gives the phase that it was in. */
@OpDef(name = "ptx.mbarrier.arrive", format = "$barrier (`+` $offset^)? attr-dict")
@Example("%s = ptx.mbarrier.arrive %b")
public abstract sealed class MbarrierArriveOp extends Operation
    implements Instruction, UnknownEffects permits MbarrierArriveOpImpl {

  /** The address of the barrier, a multiple of 8. */
  @Operand(I32.class)
  public abstract Value barrier();

  /** The phase. */
  @Result(I64.class)
  public abstract OpResult state();

  /** How many bytes behind the address. */
  @Attr(value = I32Attribute.class, defaultValue = "0")
  public abstract IntegerAttr offset();

  /** Makes one. */
  public static MbarrierArriveOp create(Inserter at, Value barrier) {
    return MbarrierArriveOpImpl.at(at).operand(barrier).result(IntegerType.I64).create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "mbarrier.arrive.shared.b64")
        .result(state())
        .address(barrier(), offset().longValue());
  }

  @Override
  public Needs needs() {
    return Needs.of(70, 80);
  }
}
