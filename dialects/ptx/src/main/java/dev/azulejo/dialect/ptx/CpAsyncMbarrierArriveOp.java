// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.I32;
import dev.azulejo.dialect.ptx.instruction.Instruction;
import dev.azulejo.dialect.ptx.instruction.Needs;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.UnknownEffects;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.constraint.I32Attribute;
import dev.azulejo.ir.builtin.constraint.UnitAttribute;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;

/** Arrives at a barrier once the asynchronous copies that the thread has begun are complete. */
@OpDef(name = "ptx.cp.async.mbarrier.arrive", format = "$barrier (`+` $offset^)? attr-dict")
@Example("ptx.cp.async.mbarrier.arrive %b + 8 {noinc}")
public abstract sealed class CpAsyncMbarrierArriveOp extends Operation
    implements Instruction, UnknownEffects permits CpAsyncMbarrierArriveOpImpl {

  /** The address of the barrier. */
  @Operand(I32.class)
  public abstract Value barrier();

  /** How many bytes behind the address. */
  @Attr(value = I32Attribute.class, defaultValue = "0")
  public abstract IntegerAttr offset();

  /** Was the arrival counted when the barrier was made? */
  @Attr(UnitAttribute.class)
  public abstract boolean noinc();

  /** Makes one. */
  public static CpAsyncMbarrierArriveOp create(Inserter at, Value barrier) {
    return CpAsyncMbarrierArriveOpImpl.at(at).operand(barrier).create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "cp.async.mbarrier.arrive")
        .modifiers("noinc")
        .word("shared.b64")
        .address(barrier(), offset().longValue());
  }

  @Override
  public Needs needs() {
    return Needs.of(70, 80);
  }
}
