// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector;

import dev.azulejo.dialect.vector.constraint.Integers64;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.ArrayAttr;
import dev.azulejo.ir.builtin.VectorType;
import dev.azulejo.ir.builtin.constraint.AnyVector;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.Foldable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A vector with another one in the place of a part of its last dimensions. */
@OpDef(
    name = "vector.insert_strided_slice",
    format = "$valueToStore `,` $dest attr-dict `:` type($valueToStore) `into` type($dest)",
    sameTypes = {"dest", "result"})
@Example(
    "%0 = vector.insert_strided_slice %v, %w {offsets = [0, 1], strides = [1]} : vector<2xf32>"
        + " into vector<2x4xf32>")
public abstract sealed class InsertStridedSliceOp extends Operation
    implements Pure, Foldable, Verified permits InsertStridedSliceOpImpl {

  /** What is put there. */
  @Operand(AnyVector.class)
  public abstract Value valueToStore();

  /** The vector. */
  @Operand(AnyVector.class)
  public abstract Value dest();

  /** The first entry of each dimension of the vector. */
  @Attr(Integers64.class)
  public abstract ArrayAttr offsets();

  /** How far apart the entries are; only 1 is possible. */
  @Attr(Integers64.class)
  public abstract ArrayAttr strides();

  /** The new vector. */
  @Result(AnyVector.class)
  public abstract OpResult result();

  /** Makes one. */
  public static InsertStridedSliceOp create(Inserter at, Value value, Value dest, long... offsets) {
    long[] ones = new long[((VectorType) value.type()).rank()];
    Arrays.fill(ones, 1);
    return InsertStridedSliceOpImpl.at(at)
        .operand(value)
        .operand(dest)
        .result(dest.type())
        .attribute("offsets", Vectors.array(offsets))
        .attribute("strides", Vectors.array(ones))
        .create();
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    String problem = problem(Vectors.type(valueToStore()), Vectors.type(dest()));
    if (problem != null) {
      diagnostics.report(error("%s", problem));
    }
  }

  private @Nullable String problem(VectorType from, VectorType to) {
    if (!from.elementType().equals(to.elementType())) {
      return "failed to verify that operand #0 and result have same element type";
    }
    long[] offsets = Vectors.longs(offsets());
    long[] strides = Vectors.longs(strides());
    if (offsets.length != to.rank()) {
      return "expected offsets of same size as destination vector rank";
    }
    if (strides.length != from.rank()) {
      return "expected strides of same size as source vector rank";
    }
    if (from.rank() > to.rank()) {
      return "expected source rank to be no greater than destination rank";
    }
    String problem = SliceRanges.within("offsets", offsets, to, 0, 0);
    problem = problem != null ? problem : SliceRanges.ones(strides);
    if (problem != null) {
      return problem;
    }
    long[] sizes = new long[to.rank()];
    Arrays.fill(sizes, 1);
    System.arraycopy(from.shape(), 0, sizes, to.rank() - from.rank(), from.rank());
    return SliceRanges.sums("sum(offsets, source vector shape)", offsets, sizes, to, 1);
  }

  /** A vector in the place of all of another is that vector. */
  @Override
  public FoldResult fold() {
    return valueToStore().type().equals(dest().type())
        ? FoldResult.value(valueToStore())
        : FoldResult.unchanged();
  }
}
