// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.math;

import dev.azulejo.dialect.arith.ConstantFold;
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
import java.math.BigInteger;

/** The absolute value of an integer in two's complement; the least integer stays as it is. */
@OpDef(
    name = "math.absi",
    format = "$operand attr-dict `:` type($result)",
    sameTypes = {"operand", "result"})
@Example("%r = math.absi %a : i32")
public abstract sealed class AbsIOp extends Operation implements Pure, Foldable permits AbsIOpImpl {

  /** The integer. */
  @Operand(SignlessIntegerLike.class)
  public abstract Value operand();

  /** The outcome. */
  @Result(SignlessIntegerLike.class)
  public abstract OpResult result();

  /** Makes one. */
  public static AbsIOp create(Inserter at, Value operand) {
    return AbsIOpImpl.at(at).operand(operand).result(operand.type()).create();
  }

  @Override
  public FoldResult fold() {
    return ConstantFold.unary(this, BigInteger::abs);
  }
}
