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
import org.jspecify.annotations.Nullable;

/**
 * Arrives at a barrier of any block of the cluster. What was written to memory before is not
 * ordered for the whole cluster by it.
 */
@OpDef(
    name = "ptx.mbarrier.arrive.cluster",
    format = "$barrier (`+` $offset^)? (`if` $guard^)? attr-dict")
@Example("ptx.mbarrier.arrive.cluster %a")
public abstract sealed class MbarrierArriveClusterOp extends Operation
    implements Guarded, UnknownEffects, Verified permits MbarrierArriveClusterOpImpl {

  /** The address of the barrier in the cluster's shared memory, as {@code ptx.mapa} gives it. */
  @Operand(I32.class)
  public abstract Value barrier();

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

  /** Makes one; {@code guard} may be null. */
  public static MbarrierArriveClusterOp create(Inserter at, Value barrier, @Nullable Value guard) {
    return MbarrierArriveClusterOpImpl.at(at).operand(barrier).optionalOperand(guard).create();
  }

  @Override
  public Syntax syntax() {
    // Ordered by release for the cluster, ptxas would put a fence of the whole GPU before it.
    return Syntax.of(this, "mbarrier.arrive.shared::cluster.b64")
        .text("_")
        .address(barrier(), offset().longValue())
        .guard(guard(), negated());
  }

  @Override
  public Needs needs() {
    return Needs.of(80, 90);
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    MemoryAccess.verifyGuard(this, guard(), List.of(), diagnostics);
  }
}
