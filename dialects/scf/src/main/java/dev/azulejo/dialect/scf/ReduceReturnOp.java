// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.scf;

import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.constraint.AnyType;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.trait.Terminator;

/** Ends a reduction of {@code scf.reduce}: what its two arguments become. */
@OpDef(
    name = "scf.reduce.return",
    format = "$result attr-dict `:` type($result)",
    parents = "scf.reduce")
@Example(
    """
    %r = scf.parallel (%i) = (%lb) to (%ub) step (%s) init (%zero) -> f32 {
      scf.reduce(%x : f32) {
      ^bb0(%a: f32, %b: f32):
        scf.reduce.return %b : f32
      }
    }\
    """)
public abstract sealed class ReduceReturnOp extends Operation implements Pure, Terminator
    permits ReduceReturnOpImpl {

  /** The reduced value. */
  @Operand(AnyType.class)
  public abstract Value result();

  /** Makes one. */
  public static ReduceReturnOp create(Inserter at, Value result) {
    return ReduceReturnOpImpl.at(at).operand(result).create();
  }
}
