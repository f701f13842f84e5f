// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector;

import dev.azulejo.dialect.vector.constraint.VectorOfRankOne;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.VectorType;
import dev.azulejo.ir.builtin.constraint.I64Attribute;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;

/** A vector of fixed size from a place on in a vector that is scaled at run time. */
@OpDef(
    name = "vector.scalable.extract",
    format = "$source `[` $pos `]` attr-dict `:` type($result) `from` type($source)")
@Example("%0 = vector.scalable.extract %v[0] : vector<4xf32> from vector<[4]xf32>")
public abstract sealed class ScalableExtractOp extends Operation implements Pure, Verified
    permits ScalableExtractOpImpl {

  /** The vector. */
  @Operand(VectorOfRankOne.class)
  public abstract Value source();

  /** The place of the first element; a multiple of the size of the result. */
  @Attr(I64Attribute.class)
  public abstract IntegerAttr pos();

  /** The elements from there on. */
  @Result(VectorOfRankOne.class)
  public abstract OpResult result();

  /** Makes one. */
  public static ScalableExtractOp create(Inserter at, VectorType type, Value source, long pos) {
    return ScalableExtractOpImpl.at(at)
        .operand(source)
        .result(type)
        .attribute("pos", IntegerAttr.i64(pos))
        .create();
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    long length = Vectors.type(result()).shape()[0];
    if (!Vectors.elementType(source()).equals(Vectors.elementType(result()))) {
      diagnostics.report(error("failed to verify that source and result have same element type"));
    } else if (pos().longValue() % length != 0) {
      diagnostics.report(
          error("failed to verify that position is a multiple of the result length."));
    }
  }
}
