// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

import dev.azulejo.dialect.ptx.constraint.I16;
import dev.azulejo.dialect.ptx.constraint.I32;
import dev.azulejo.dialect.ptx.constraint.I64;
import dev.azulejo.dialect.ptx.instruction.Guarded;
import dev.azulejo.dialect.ptx.instruction.Needs;
import dev.azulejo.dialect.ptx.instruction.Syntax;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.UnknownEffects;
import dev.azulejo.ir.builtin.constraint.I1;
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
 * Begins to copy a box of a tensor from global to shared memory. The bytes count on a barrier; with
 * {@code multicast}, all blocks of the cluster that a mask names get them.
 */
@OpDef(
    name = "ptx.cp.async.bulk.tensor.load",
    format =
        "$target `,` $map `[` $coordinates `]` `,` $barrier (`multicast` $multicast^)? (`if` $guard^)? attr-dict")
@Example("ptx.cp.async.bulk.tensor.load %s, %map[%x, %y], %b if %p")
public abstract sealed class CpAsyncBulkTensorLoadOp extends Operation
    implements Guarded, UnknownEffects, Verified permits CpAsyncBulkTensorLoadOpImpl {

  /** Where to, in shared memory. */
  @Operand(I32.class)
  public abstract Value target();

  /** The generic address of the tensor map. */
  @Operand(I64.class)
  public abstract Value map();

  /** Where the box begins, innermost first. */
  @Operand(I32.class)
  public abstract List<Value> coordinates();

  /** The address of the barrier. */
  @Operand(I32.class)
  public abstract Value barrier();

  /** The blocks that get it, one bit each. */
  @Operand(I16.class)
  public abstract Optional<Value> multicast();

  /** Where false, nothing is done; with {@code negated}, where true. */
  @Override
  @Operand(I1.class)
  public abstract Optional<Value> guard();

  /** Is it executed where the condition is false? */
  @Override
  @Attr(UnitAttribute.class)
  public abstract boolean negated();

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "cp.async.bulk.tensor")
        .word(coordinates().size() + "d")
        .word("shared::cluster.global.mbarrier::complete_tx::bytes")
        .wordIf(multicast().isPresent(), "multicast::cluster")
        .address(target(), 0)
        .tensor(map(), coordinates())
        .address(barrier(), 0)
        .register(multicast())
        .guard(guard(), negated());
  }

  @Override
  public Needs needs() {
    return Needs.of(80, 90);
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    MemoryAccess.verifyGuard(this, guard(), List.of(), diagnostics);
    MemoryAccess.verifyCoordinates(this, coordinates(), diagnostics);
  }

  /** Makes one; {@code multicast} and {@code guard} may be null. */
  public static CpAsyncBulkTensorLoadOp create(
      Inserter at,
      Value target,
      Value map,
      List<? extends Value> coordinates,
      Value barrier,
      @Nullable Value multicast,
      @Nullable Value guard) {
    return CpAsyncBulkTensorLoadOpImpl.at(at)
        .operand(target)
        .operand(map)
        .operands(coordinates)
        .operand(barrier)
        .optionalOperand(multicast)
        .optionalOperand(guard)
        .create();
  }
}
