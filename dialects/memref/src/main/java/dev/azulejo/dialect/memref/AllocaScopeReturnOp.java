// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref;

import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.constraint.AnyType;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.trait.Terminator;
import java.util.List;

/** Ends the body of {@code memref.alloca_scope} and hands over its results. */
@OpDef(
    name = AllocaScopeReturnOp.NAME,
    format = "attr-dict ($values^ `:` type($values))?",
    parents = "memref.alloca_scope")
@Example(
    """
    %0 = memref.alloca_scope -> (f32) {
      memref.alloca_scope.return %x : f32
    }\
    """)
public abstract sealed class AllocaScopeReturnOp extends Operation implements Pure, Terminator
    permits AllocaScopeReturnOpImpl {
  /** Its full name. */
  public static final String NAME = "memref.alloca_scope.return";

  /** What is handed over. */
  @Operand(AnyType.class)
  public abstract List<Value> values();

  /** Makes one. */
  public static AllocaScopeReturnOp create(Inserter at, List<? extends Value> values) {
    return AllocaScopeReturnOpImpl.at(at).operands(values).create();
  }
}
