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
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.Foldable;

/** The same elements in row-major order in another shape. */
@OpDef(
    name = "vector.shape_cast",
    format = "$source attr-dict `:` type($source) `to` type($result)")
@Example("%0 = vector.shape_cast %v : vector<2x4xf32> to vector<8xf32>")
public abstract sealed class ShapeCastOp extends Operation implements Pure, Foldable, Verified
    permits ShapeCastOpImpl {

  /** The vector. */
  @Operand(AnyVector.class)
  public abstract Value source();

  /** The same elements. */
  @Result(AnyVector.class)
  public abstract OpResult result();

  /** Makes one. */
  public static ShapeCastOp create(Inserter at, VectorType type, Value source) {
    return ShapeCastOpImpl.at(at).operand(source).result(type).create();
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    VectorType from = Vectors.type(source());
    VectorType to = Vectors.type(result());
    if (!from.elementType().equals(to.elementType())) {
      diagnostics.report(error("has different source and result element types"));
    } else if (from.elementCount() != to.elementCount()) {
      diagnostics.report(
          error(
              "has different number of elements at source (%d) and result (%d)",
              from.elementCount(), to.elementCount()));
    } else if (scaled(from) != scaled(to)) {
      diagnostics.report(
          error(
              "has different number of scalable dims at source (%d) and result (%d)",
              scaled(from), scaled(to)));
    }
  }

  private static int scaled(VectorType type) {
    int count = 0;
    for (boolean scalable : type.scalableDimensions()) {
      count += scalable ? 1 : 0;
    }
    return count;
  }

  /** A cast of a cast is one cast, and a cast to its own type is none. */
  @Override
  public FoldResult fold() {
    if (source().type().equals(result().type())) {
      return FoldResult.value(source());
    }
    if (source().definingOp() instanceof ShapeCastOp before) {
      setOperand(0, before.source());
      return FoldResult.inPlace();
    }
    return Vectors.foldSplat(source(), result().type());
  }
}
