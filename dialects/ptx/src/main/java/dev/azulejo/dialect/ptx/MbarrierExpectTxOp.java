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

/** Makes the phase that a barrier is in wait for more bytes. */
@OpDef(name = "ptx.mbarrier.expect_tx", format = "$barrier (`+` $offset^)? `,` $bytes attr-dict")
@Example("ptx.mbarrier.expect_tx %b, %n")
public abstract sealed class MbarrierExpectTxOp extends Operation
    implements Instruction, UnknownEffects permits MbarrierExpectTxOpImpl {

  /** The address of the barrier, a multiple of 8. */
  @Operand(I32.class)
  public abstract Value barrier();

  /** How many bytes. */
  @Operand(I32.class)
  public abstract Value bytes();

  /** How many bytes behind the address. */
  @Attr(value = I32Attribute.class, defaultValue = "0")
  public abstract IntegerAttr offset();

  /** Makes one. */
  public static MbarrierExpectTxOp create(Inserter at, Value barrier, Value bytes) {
    return MbarrierExpectTxOpImpl.at(at).operand(barrier).operand(bytes).create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "mbarrier.expect_tx.relaxed.cta.shared::cta.b64")
        .address(barrier(), offset().longValue())
        .sources(bytes());
  }

  @Override
  public Needs needs() {
    return Needs.of(80, 90);
  }
}
