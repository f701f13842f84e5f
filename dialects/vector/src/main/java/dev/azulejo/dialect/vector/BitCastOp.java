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

/** The bits of the last dimension of a vector as elements of another type. */
@OpDef(name = "vector.bitcast", format = "$source attr-dict `:` type($source) `to` type($result)")
@Example("%0 = vector.bitcast %v : vector<4xf32> to vector<8xi16>")
public abstract sealed class BitCastOp extends Operation implements Pure, Foldable, Verified
    permits BitCastOpImpl {

  /** The vector. */
  @Operand(AnyVector.class)
  public abstract Value source();

  /** The same bits. */
  @Result(AnyVector.class)
  public abstract OpResult result();

  /** Makes one. */
  public static BitCastOp create(Inserter at, VectorType type, Value source) {
    return BitCastOpImpl.at(at).operand(source).result(type).create();
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    VectorType from = Vectors.type(source());
    VectorType to = Vectors.type(result());
    if (from.rank() != to.rank()) {
      diagnostics.report(error("failed to verify that all of {source, result} have same rank"));
      return;
    }
    int last = from.rank() - 1;
    for (int i = 0; i < last; i++) {
      if (from.shape()[i] != to.shape()[i]) {
        diagnostics.report(error("dimension size mismatch at: %d", i));
        return;
      }
    }
    int one = DenseBits.width(from.elementType());
    int two = DenseBits.width(to.elementType());
    if (last < 0 && one != two) {
      diagnostics.report(
          error("source/result bitwidth of the 0-D vector element types must be equal"));
    } else if (last >= 0 && one * from.shape()[last] != two * to.shape()[last]) {
      diagnostics.report(error("source/result bitwidth of the minor 1-D vectors must be equal"));
    }
  }

  /** A cast of a cast is one cast, and a cast to its own type is none. */
  @Override
  public FoldResult fold() {
    if (source().type().equals(result().type())) {
      return FoldResult.value(source());
    }
    if (source().definingOp() instanceof BitCastOp before) {
      setOperand(0, before.source());
      return FoldResult.inPlace();
    }
    return FoldResult.unchanged();
  }
}
