// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

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
 * Begins to copy a box of a tensor from shared to global memory; the thread that does it waits for
 * it by groups.
 */
@OpDef(
    name = "ptx.cp.async.bulk.tensor.store",
    format = "$map `[` $coordinates `]` `,` $source (`if` $guard^)? attr-dict")
@Example("ptx.cp.async.bulk.tensor.store %map[%x, %y], %s")
public abstract sealed class CpAsyncBulkTensorStoreOp extends Operation
    implements Guarded, UnknownEffects, Verified permits CpAsyncBulkTensorStoreOpImpl {

  /** The generic address of the tensor map. */
  @Operand(I64.class)
  public abstract Value map();

  /** Where the box begins, innermost first. */
  @Operand(I32.class)
  public abstract List<Value> coordinates();

  /** Where from, in shared memory. */
  @Operand(I32.class)
  public abstract Value source();

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
        .word("global.shared::cta.bulk_group")
        .tensor(map(), coordinates())
        .address(source(), 0)
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

  /** Makes one; {@code guard} may be null. */
  public static CpAsyncBulkTensorStoreOp create(
      Inserter at,
      Value map,
      List<? extends Value> coordinates,
      Value source,
      @Nullable Value guard) {
    return CpAsyncBulkTensorStoreOpImpl.at(at)
        .operand(map)
        .operands(coordinates)
        .operand(source)
        .optionalOperand(guard)
        .create();
  }
}
