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

/** Makes a barrier whose phases end after a number of arrivals. */
@OpDef(name = "ptx.mbarrier.init", format = "$barrier (`+` $offset^)? `,` $count attr-dict")
@Example("ptx.mbarrier.init %b + 8, %n")
public abstract sealed class MbarrierInitOp extends Operation implements Instruction, UnknownEffects
    permits MbarrierInitOpImpl {

  /** The address of the barrier, a multiple of 8. */
  @Operand(I32.class)
  public abstract Value barrier();

  /** How many arrivals. */
  @Operand(I32.class)
  public abstract Value count();

  /** How many bytes behind the address. */
  @Attr(value = I32Attribute.class, defaultValue = "0")
  public abstract IntegerAttr offset();

  /** Makes one. */
  public static MbarrierInitOp create(Inserter at, Value barrier, Value count) {
    return MbarrierInitOpImpl.at(at).operand(barrier).operand(count).create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "mbarrier.init.shared.b64")
        .address(barrier(), offset().longValue())
        .sources(count());
  }

  @Override
  public Needs needs() {
    return Needs.of(70, 80);
  }
}
