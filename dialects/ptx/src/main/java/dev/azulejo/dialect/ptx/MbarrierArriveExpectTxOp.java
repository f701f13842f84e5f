// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.I32;
import dev.azulejo.dialect.ptx.instruction.Guarded;
import dev.azulejo.dialect.ptx.instruction.Needs;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.UnknownEffects;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.constraint.I1;
import dev.azulejo.ir.builtin.constraint.I32Attribute;
import dev.azulejo.ir.builtin.constraint.UnitAttribute;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import java.util.List;
import java.util.Optional;

/** Makes the phase that a barrier is in wait for more bytes, then arrives. */
@OpDef(
    name = "ptx.mbarrier.arrive.expect_tx",
    format = "$barrier (`+` $offset^)? `,` $bytes (`if` $guard^)? attr-dict")
@Example("ptx.mbarrier.arrive.expect_tx %b, %n")
public abstract sealed class MbarrierArriveExpectTxOp extends Operation
    implements Guarded, UnknownEffects, Verified permits MbarrierArriveExpectTxOpImpl {

  /** The address of the barrier, a multiple of 8. */
  @Operand(I32.class)
  public abstract Value barrier();

  /** How many bytes. */
  @Operand(I32.class)
  public abstract Value bytes();

  /** Where false, nothing is done; with {@code negated}, where true. */
  @Override
  @Operand(I1.class)
  public abstract Optional<Value> guard();

  /** How many bytes behind the address. */
  @Attr(value = I32Attribute.class, defaultValue = "0")
  public abstract IntegerAttr offset();

  /** Is it executed where the condition is false? */
  @Override
  @Attr(UnitAttribute.class)
  public abstract boolean negated();

  /** Makes one. */
  public static MbarrierArriveExpectTxOp create(Inserter at, Value barrier, Value bytes) {
    return MbarrierArriveExpectTxOpImpl.at(at)
        .operand(barrier)
        .operand(bytes)
        .optionalOperand(null)
        .create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "mbarrier.arrive.expect_tx.shared::cta.b64")
        .text("_")
        .address(barrier(), offset().longValue())
        .sources(bytes())
        .guard(guard(), negated());
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    MemoryAccess.verifyGuard(this, guard(), List.of(), diagnostics);
  }

  @Override
  public Needs needs() {
    return Needs.of(80, 90);
  }
}
