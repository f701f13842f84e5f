// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.ptx;

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

/** Fetches a tensor map into the cache of such; nothing waits for it. */
@OpDef(name = "ptx.prefetch.tensormap", format = "$map (`if` $guard^)? attr-dict")
@Example("ptx.prefetch.tensormap %map")
public abstract sealed class PrefetchTensormapOp extends Operation
    implements Guarded, UnknownEffects, Verified permits PrefetchTensormapOpImpl {

  /** The generic address of the tensor map. */
  @Operand(I64.class)
  public abstract Value map();

  /** Where false, nothing is done; with {@code negated}, where true. */
  @Override
  @Operand(I1.class)
  public abstract Optional<Value> guard();

  /** Is it executed where the condition is false? */
  @Override
  @Attr(UnitAttribute.class)
  public abstract boolean negated();

  /** Makes one; {@code guard} may be null. */
  public static PrefetchTensormapOp create(Inserter at, Value map, @Nullable Value guard) {
    return PrefetchTensormapOpImpl.at(at).operand(map).optionalOperand(guard).create();
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(this, "prefetch.tensormap").address(map(), 0).guard(guard(), negated());
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
