// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref;

import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.constraint.AnyType;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.trait.Terminator;

/** Ends the body of {@code memref.generic_atomic_rmw} and hands over what is to be written. */
@OpDef(
    name = AtomicYieldOp.NAME,
    format = "$result attr-dict `:` type($result)",
    parents = "memref.generic_atomic_rmw")
@Example(
    """
    %old = memref.generic_atomic_rmw %m[%i] : memref<4xf32> {
    ^bb0(%element: f32):
      memref.atomic_yield %element : f32
    }\
    """)
public abstract sealed class AtomicYieldOp extends Operation implements Pure, Terminator, Verified
    permits AtomicYieldOpImpl {
  /** Its full name. */
  public static final String NAME = "memref.atomic_yield";

  /** What is to be written. */
  @Operand(AnyType.class)
  public abstract Value result();

  /** Makes one. */
  public static AtomicYieldOp create(Inserter at, Value result) {
    return AtomicYieldOpImpl.at(at).operand(result).create();
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    Operation parent = parentOp();
    if (parent == null || parent.resultCount() != 1) {
      return;
    }
    Type wanted = parent.result(0).type();
    if (!wanted.equals(result().type())) {
      diagnostics.report(
          error(
              "types mismatch between yield op: '%s' and its parent: '%s'",
              AsmText.ofType(result().type()), AsmText.ofType(wanted)));
    }
  }
}
