// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.I32;
import dev.azulejo.dialect.ptx.constraint.I64;
import dev.azulejo.dialect.ptx.instruction.Guarded;
import dev.azulejo.dialect.ptx.instruction.Needs;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.UnknownEffects;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.constraint.I1;
import dev.azulejo.ir.builtin.constraint.I32Attribute;
import dev.azulejo.ir.builtin.constraint.UnitAttribute;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Arrives at a barrier, and gives the phase that it was in where somebody wants to know. */
@OpDef(name = "ptx.mbarrier.arrive", format = "$barrier (`+` $offset^)? (`if` $guard^)? attr-dict")
@Example("%s = ptx.mbarrier.arrive %b")
public abstract sealed class MbarrierArriveOp extends Operation
    implements Guarded, UnknownEffects, Verified permits MbarrierArriveOpImpl {

  /** The address of the barrier, a multiple of 8. */
  @Operand(I32.class)
  public abstract Value barrier();

  /** Where false, nothing is done; with {@code negated}, where true. */
  @Override
  @Operand(I1.class)
  public abstract Optional<Value> guard();

  /** The phase. */
  @Result(I64.class)
  public abstract OpResult state();

  /** How many bytes behind the address. */
  @Attr(value = I32Attribute.class, defaultValue = "0")
  public abstract IntegerAttr offset();

  /** Is it executed where the condition is false? */
  @Override
  @Attr(UnitAttribute.class)
  public abstract boolean negated();

  /** Makes one. */
  public static MbarrierArriveOp create(Inserter at, Value barrier) {
    return create(at, barrier, 0, null);
  }

  /** Makes one so many bytes behind an address; {@code guard} may be null. */
  public static MbarrierArriveOp create(
      Inserter at, Value barrier, int offset, @Nullable Value guard) {
    MbarrierArriveOp op =
        MbarrierArriveOpImpl.at(at)
            .operand(barrier)
            .optionalOperand(guard)
            .result(IntegerType.I64)
            .create();
    if (offset != 0) {
      op.setAttribute("offset", IntegerAttr.i32(offset));
    }
    return op;
  }

  @Override
  public Syntax syntax() {
    Syntax syntax = Syntax.of(this, "mbarrier.arrive.shared.b64");
    return (state().isUnused() ? syntax.text("_") : syntax.result(state()))
        .address(barrier(), offset().longValue())
        .guard(guard(), negated());
  }

  @Override
  public Needs needs() {
    return state().isUnused() ? Needs.of(71, 80) : Needs.of(70, 80);
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    if (negated() && guard().isEmpty()) {
      diagnostics.report(error("is 'negated', but has no guard"));
    } else if (guard().isPresent() && !state().isUnused()) {
      diagnostics.report(error("has a guard, so the phase that it gives can't be used"));
    }
  }
}
