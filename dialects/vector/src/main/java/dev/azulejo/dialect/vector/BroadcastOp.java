// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector;

import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.ShapedType;
import dev.azulejo.ir.builtin.VectorType;
import dev.azulejo.ir.builtin.constraint.AnyType;
import dev.azulejo.ir.builtin.constraint.AnyVector;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.rewrite.Canonicalizable;
import dev.azulejo.ir.rewrite.Rewriter;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.Foldable;

/** Repeats a scalar, or a vector, along new first dimensions and along dimensions of size 1. */
@OpDef(name = "vector.broadcast", format = "$source attr-dict `:` type($source) `to` type($vector)")
@Example("%0 = vector.broadcast %x : f32 to vector<4xf32>")
public abstract sealed class BroadcastOp extends Operation
    implements Pure, Foldable, Canonicalizable, Verified permits BroadcastOpImpl {

  /** What is repeated. */
  @Operand(AnyType.class)
  public abstract Value source();

  /** The vector. */
  @Result(AnyVector.class)
  public abstract OpResult vector();

  /** Makes one. */
  public static BroadcastOp create(Inserter at, VectorType type, Value source) {
    return BroadcastOpImpl.at(at).operand(source).result(type).create();
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    VectorType to = Vectors.type(vector());
    if (!Vectors.elementType(source()).equals(to.elementType())) {
      diagnostics.report(
          error("failed to verify that source operand and result have same element type"));
      return;
    }
    if (!(source().type() instanceof VectorType from)) {
      if (source().type() instanceof ShapedType) {
        diagnostics.report(error("source type is not a vector"));
      }
      return;
    }
    if (from.rank() > to.rank()) {
      diagnostics.report(error("source rank higher than destination rank"));
      return;
    }
    int lead = to.rank() - from.rank();
    for (int i = 0; i < from.rank(); i++) {
      boolean scaled = from.isScalable(i);
      boolean repeated = from.shape()[i] == 1 && !scaled;
      boolean same = from.shape()[i] == to.shape()[lead + i] && scaled == to.isScalable(lead + i);
      if (!repeated && !same) {
        diagnostics.report(
            error("dimension mismatch (%s vs. %s)", size(from, i), size(to, lead + i)));
        return;
      }
    }
  }

  private static String size(VectorType type, int dimension) {
    String text = Long.toString(type.shape()[dimension]);
    return type.isScalable(dimension) ? "[" + text + "]" : text;
  }

  @Override
  public FoldResult fold() {
    if (source().type().equals(vector().type())) {
      return FoldResult.value(source());
    }
    return Vectors.foldSplat(source(), vector().type());
  }

  /** Repeating what was repeated is one repetition. */
  @Override
  public boolean canonicalize(Rewriter rewriter) {
    if (!(source().definingOp() instanceof BroadcastOp before)) {
      return false;
    }
    rewriter.modify(this, () -> setOperand(0, before.source()));
    return true;
  }
}
