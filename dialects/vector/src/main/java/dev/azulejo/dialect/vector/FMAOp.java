// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector;

import dev.azulejo.dialect.vector.constraint.FloatVector;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;

/** The product of two vectors and the sum with a third, rounded once, element by element. */
@OpDef(
    name = "vector.fma",
    format = "$lhs `,` $rhs `,` $acc attr-dict `:` type($lhs)",
    sameTypes = {"lhs", "rhs", "acc", "result"})
@Example("%0 = vector.fma %a, %b, %c : vector<4xf32>")
public abstract sealed class FMAOp extends Operation implements Pure permits FMAOpImpl {

  /** The first factor. */
  @Operand(FloatVector.class)
  public abstract Value lhs();

  /** The second factor. */
  @Operand(FloatVector.class)
  public abstract Value rhs();

  /** What is added. */
  @Operand(FloatVector.class)
  public abstract Value acc();

  /** The sums. */
  @Result(FloatVector.class)
  public abstract OpResult result();

  /** Makes one. */
  public static FMAOp create(Inserter at, Value lhs, Value rhs, Value acc) {
    return FMAOpImpl.at(at).operand(lhs).operand(rhs).operand(acc).result(acc.type()).create();
  }
}
