// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.gpu;

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

/** Ends the region of an operation; its operands are what that gives. */
@OpDef(name = "gpu.yield", format = "attr-dict ($values^ `:` type($values))?")
@Example(
    """
    %0 = gpu.all_reduce %x {
    ^bb0(%a: f32, %b: f32):
      %sum = arith.addf %a, %b : f32
      gpu.yield %sum : f32
    } : (f32) -> f32\
    """)
public abstract sealed class YieldOp extends Operation implements Pure, Terminator
    permits YieldOpImpl {

  /** What the region gives. */
  @Operand(AnyType.class)
  public abstract List<Value> values();

  /** Makes one. */
  public static YieldOp create(Inserter at, List<? extends Value> values) {
    return YieldOpImpl.at(at).operands(values).create();
  }
}
