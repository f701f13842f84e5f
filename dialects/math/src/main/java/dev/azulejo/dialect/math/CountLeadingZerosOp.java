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

/** How many bits from the highest on are 0. */
@OpDef(
    name = "math.ctlz",
    format = "$operand attr-dict `:` type($result)",
    sameTypes = {"operand", "result"})
@Example("%r = math.ctlz %a : i32")
public abstract sealed class CountLeadingZerosOp extends Operation implements Pure, Foldable
    permits CountLeadingZerosOpImpl {

  /** The integer. */
  @Operand(SignlessIntegerLike.class)
  public abstract Value operand();

  /** The outcome. */
  @Result(SignlessIntegerLike.class)
  public abstract OpResult result();

  /** Makes one. */
  public static CountLeadingZerosOp create(Inserter at, Value operand) {
    return CountLeadingZerosOpImpl.at(at).operand(operand).result(operand.type()).create();
  }

  @Override
  public FoldResult fold() {
    return Bits.fold(this, Bits::leadingZeros);
  }
}
