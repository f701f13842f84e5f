// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.math;

import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.constraint.SignlessIntegerLike;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.Foldable;

/**
 * An integer to the power of another. A negative exponent gives the power rounded towards 0; with a
 * base of 0 it has no outcome.
 */
@OpDef(
    name = "math.ipowi",
    format = "$lhs `,` $rhs attr-dict `:` type($result)",
    sameTypes = {"lhs", "rhs", "result"})
@Example("%r = math.ipowi %a, %b : i32")
public abstract sealed class IPowIOp extends Operation implements Pure, Foldable
    permits IPowIOpImpl {

  /** The base. */
  @Operand(SignlessIntegerLike.class)
  public abstract Value lhs();

  /** The exponent. */
  @Operand(SignlessIntegerLike.class)
  public abstract Value rhs();

  /** The outcome. */
  @Result(SignlessIntegerLike.class)
  public abstract OpResult result();

  /** Makes one. */
  public static IPowIOp create(Inserter at, Value lhs, Value rhs) {
    return IPowIOpImpl.at(at).operand(lhs).operand(rhs).result(lhs.type()).create();
  }

  @Override
  public FoldResult fold() {
    return Powers.foldIntegers(this);
  }
}
