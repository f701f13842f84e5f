// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector;

import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.VectorType;
import dev.azulejo.ir.builtin.constraint.AnyVector;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;

/** The elements of two vectors by turns along the last dimension. */
@OpDef(
    name = "vector.interleave",
    format = "$lhs `,` $rhs attr-dict `:` type($lhs) `->` type($result)",
    sameTypes = {"lhs", "rhs"})
@Example("%0 = vector.interleave %v, %w : vector<4xf32> -> vector<8xf32>")
public abstract sealed class InterleaveOp extends Operation implements Pure, Verified
    permits InterleaveOpImpl {

  /** The elements at even places. */
  @Operand(AnyVector.class)
  public abstract Value lhs();

  /** The elements at odd places. */
  @Operand(AnyVector.class)
  public abstract Value rhs();

  /** The vector. */
  @Result(AnyVector.class)
  public abstract OpResult result();

  /** Makes one. */
  public static InterleaveOp create(Inserter at, Value lhs, Value rhs) {
    return InterleaveOpImpl.at(at)
        .operand(lhs)
        .operand(rhs)
        .result(doubled((VectorType) lhs.type()))
        .create();
  }

  private static VectorType doubled(VectorType type) {
    if (type.rank() == 0) {
      return VectorType.of(new long[] {2}, type.elementType());
    }
    long[] shape = type.shape();
    shape[shape.length - 1] *= 2;
    return VectorType.of(shape, type.scalableDimensions(), type.elementType());
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    if (!doubled(Vectors.type(lhs())).equals(result().type())) {
      diagnostics.report(
          error("failed to verify that type of 'result' is double the width of the inputs"));
    }
  }
}
