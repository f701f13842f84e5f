// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector;

import dev.azulejo.dialect.vector.constraint.StepVector;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.DenseElementsAttr;
import dev.azulejo.ir.builtin.VectorType;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.Foldable;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** The numbers from 0 on. */
@OpDef(name = "vector.step", format = "attr-dict `:` type($result)")
@Example("%0 = vector.step : vector<4xindex>")
public abstract sealed class StepOp extends Operation implements Pure, Foldable permits StepOpImpl {

  /** The numbers. */
  @Result(StepVector.class)
  public abstract OpResult result();

  /** Makes one. */
  public static StepOp create(Inserter at, VectorType type) {
    return StepOpImpl.at(at).result(type).create();
  }

  @Override
  public FoldResult fold() {
    VectorType type = Vectors.type(result());
    if (type.isScalable()) {
      return FoldResult.unchanged();
    }
    List<BigInteger> numbers = new ArrayList<>();
    for (long i = 0; i < type.shape()[0]; i++) {
      numbers.add(BigInteger.valueOf(i));
    }
    return FoldResult.constant(DenseElementsAttr.of(type, numbers));
  }
}
