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
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;

/** Makes the memory of a barrier ordinary memory again. */
@OpDef(name = "ptx.mbarrier.inval", format = "$barrier (`+` $offset^)? attr-dict")
@Example("ptx.mbarrier.inval %b")
public abstract sealed class MbarrierInvalOp extends Operation
    implements Instruction, UnknownEffects permits MbarrierInvalOpImpl {

  /** The address of the barrier, a multiple of 8. */
  @Operand(I32.class)
  public abstract Value barrier();

  /** How many bytes behind the address. */
  @Attr(value = I32Attribute.class, defaultValue = "0")
  public abstract IntegerAttr offset();

  /** Makes one. */
  public static MbarrierInvalOp create(Inserter at, Value barrier) {
    return MbarrierInvalOpImpl.at(at).operand(barrier).create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "mbarrier.inval.shared.b64").address(barrier(), offset().longValue());
  }

  @Override
  public Needs needs() {
    return Needs.of(70, 80);
  }
}
