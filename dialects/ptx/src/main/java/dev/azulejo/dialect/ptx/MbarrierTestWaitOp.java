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
import dev.azulejo.ir.builtin.constraint.I1;
import dev.azulejo.ir.builtin.constraint.I32Attribute;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;

/** Asks whether a phase of a barrier has ended. */
@OpDef(name = "ptx.mbarrier.test_wait", format = "$barrier (`+` $offset^)? `,` $state attr-dict")
@Example("%p = ptx.mbarrier.test_wait %b, %s")
public abstract sealed class MbarrierTestWaitOp extends Operation
    implements Instruction, UnknownEffects permits MbarrierTestWaitOpImpl {

  /** The address of the barrier, a multiple of 8. */
  @Operand(I32.class)
  public abstract Value barrier();

  /** The phase, as an arrival gave it. */
  @Operand(I64.class)
  public abstract Value state();

  /** Whether it has. */
  @Result(I1.class)
  public abstract OpResult result();

  /** How many bytes behind the address. */
  @Attr(value = I32Attribute.class, defaultValue = "0")
  public abstract IntegerAttr offset();

  /** Makes one. */
  public static MbarrierTestWaitOp create(Inserter at, Value barrier, Value state) {
    return MbarrierTestWaitOpImpl.at(at)
        .operand(barrier)
        .operand(state)
        .result(IntegerType.I1)
        .create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "mbarrier.test_wait.shared.b64")
        .result(result())
        .address(barrier(), offset().longValue())
        .registers(state());
  }

  @Override
  public Needs needs() {
    return Needs.of(70, 80);
  }
}
