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
import dev.azulejo.ir.builtin.constraint.I64Attribute;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;

/** A vector that is scaled at run time with other elements from a place on. */
@OpDef(
    name = "vector.scalable.insert",
    format =
        "$valueToStore `,` $dest `[` $pos `]` attr-dict `:` type($valueToStore) `into` type($dest)",
    sameTypes = {"dest", "result"})
@Example("%0 = vector.scalable.insert %v, %w[4] : vector<4xf32> into vector<[4]xf32>")
public abstract sealed class ScalableInsertOp extends Operation implements Pure, Verified
    permits ScalableInsertOpImpl {

  /** The elements. */
  @Operand(VectorOfRankOne.class)
  public abstract Value valueToStore();

  /** The vector. */
  @Operand(VectorOfRankOne.class)
  public abstract Value dest();

  /** The place of the first element; a multiple of the number of elements. */
  @Attr(I64Attribute.class)
  public abstract IntegerAttr pos();

  /** The new vector. */
  @Result(VectorOfRankOne.class)
  public abstract OpResult result();

  /** Makes one. */
  public static ScalableInsertOp create(Inserter at, Value value, Value dest, long pos) {
    return ScalableInsertOpImpl.at(at)
        .operand(value)
        .operand(dest)
        .result(dest.type())
        .attribute("pos", IntegerAttr.i64(pos))
        .create();
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    long length = Vectors.type(valueToStore()).shape()[0];
    if (!Vectors.elementType(valueToStore()).equals(Vectors.elementType(dest()))) {
      diagnostics.report(error("failed to verify that valueToStore & dest have same element type"));
    } else if (pos().longValue() % length != 0) {
      diagnostics.report(
          error("failed to verify that position is a multiple of the source length."));
    }
  }
}
