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
import dev.azulejo.ir.trait.NamesResults;
import java.util.function.BiConsumer;

/** The elements at even and at odd places of the last dimension. */
@OpDef(
    name = "vector.deinterleave",
    format = "$source attr-dict `:` type($source) `->` type($res1)",
    sameTypes = {"res1", "res2"})
@Example("%res1, %res2 = vector.deinterleave %v : vector<4xf32> -> vector<2xf32>")
public abstract sealed class DeinterleaveOp extends Operation
    implements Pure, NamesResults, Verified permits DeinterleaveOpImpl {

  /** The vector. */
  @Operand(AnyVector.class)
  public abstract Value source();

  /** The elements at even places. */
  @Result(AnyVector.class)
  public abstract OpResult res1();

  /** The elements at odd places. */
  @Result(AnyVector.class)
  public abstract OpResult res2();

  /** Makes one. */
  public static DeinterleaveOp create(Inserter at, VectorType half, Value source) {
    return DeinterleaveOpImpl.at(at).operand(source).result(half).result(half).create();
  }

  @Override
  public void nameResults(BiConsumer<Value, String> namer) {
    namer.accept(res1(), "res1");
    namer.accept(res2(), "res2");
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    VectorType from = Vectors.type(source());
    VectorType to = Vectors.type(res1());
    int last = from.rank() - 1;
    if (last < 0 || from.shape()[last] % 2 != 0) {
      diagnostics.report(
          error(
              "failed to verify that the trailing dimension of the source vector has an even"
                  + " number of elements"));
    } else if (to.rank() != from.rank() || to.shape()[last] * 2 != from.shape()[last]) {
      diagnostics.report(
          error(
              "failed to verify that the trailing dimension of the results is half the width of"
                  + " source trailing dimension"));
    } else if (!to.elementType().equals(from.elementType())) {
      diagnostics.report(
          error("failed to verify that source and results have the same element type"));
    }
  }
}
