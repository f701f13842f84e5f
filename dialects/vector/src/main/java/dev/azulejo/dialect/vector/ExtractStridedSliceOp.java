// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector;

import dev.azulejo.dialect.vector.constraint.Integers64;
import dev.azulejo.ir.AsmText;
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

/** A part of a vector: in its first dimensions {@code sizes} entries from {@code offsets} on. */
@OpDef(
    name = "vector.extract_strided_slice",
    format = "$source attr-dict `:` type($source) `to` type($result)")
@Example(
    "%0 = vector.extract_strided_slice %v {offsets = [0], sizes = [2], strides = [1]} :"
        + " vector<4xf32> to vector<2xf32>")
public abstract sealed class ExtractStridedSliceOp extends Operation
    implements Pure, Foldable, Verified permits ExtractStridedSliceOpImpl {

  /** The vector. */
  @Operand(AnyVector.class)
  public abstract Value source();

  /** The first entry of each dimension. */
  @Attr(Integers64.class)
  public abstract ArrayAttr offsets();

  /** How many entries of each dimension. */
  @Attr(Integers64.class)
  public abstract ArrayAttr sizes();

  /** How far apart they are; only 1 is possible. */
  @Attr(Integers64.class)
  public abstract ArrayAttr strides();

  /** The part. */
  @Result(AnyVector.class)
  public abstract OpResult result();

  /** Makes one. */
  public static ExtractStridedSliceOp create(
      Inserter at, Value source, long[] offsets, long[] sizes) {
    long[] ones = new long[offsets.length];
    Arrays.fill(ones, 1);
    return ExtractStridedSliceOpImpl.at(at)
        .operand(source)
        .result(resultType((VectorType) source.type(), sizes))
        .attribute("offsets", Vectors.array(offsets))
        .attribute("sizes", Vectors.array(sizes))
        .attribute("strides", Vectors.array(ones))
        .create();
  }

  private static VectorType resultType(VectorType from, long[] sizes) {
    long[] shape = from.shape();
    System.arraycopy(sizes, 0, shape, 0, sizes.length);
    return VectorType.of(shape, from.scalableDimensions(), from.elementType());
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    String problem = problem(Vectors.type(source()));
    if (problem != null) {
      diagnostics.report(error("%s", problem));
    }
  }

  private @Nullable String problem(VectorType from) {
    long[] offsets = Vectors.longs(offsets());
    long[] sizes = Vectors.longs(sizes());
    long[] strides = Vectors.longs(strides());
    if (offsets.length != sizes.length || offsets.length != strides.length) {
      return "expected offsets, sizes and strides attributes of same size";
    }
    if (offsets.length > from.rank()) {
      return "expected offsets attribute of rank no greater than vector rank";
    }
    String problem = SliceRanges.within("offsets", offsets, from, 0, 0);
    problem = problem != null ? problem : SliceRanges.within("sizes", sizes, from, 1, 1);
    problem = problem != null ? problem : SliceRanges.ones(strides);
    problem = problem != null ? problem : SliceRanges.sums(offsets, sizes, from);
    if (problem != null) {
      return problem;
    }
    VectorType wanted = resultType(from, sizes);
    return wanted.equals(result().type())
        ? null
        : "expected result type to be '%s'".formatted(AsmText.ofType(wanted));
  }

  /** All of a vector is that vector. */
  @Override
  public FoldResult fold() {
    return source().type().equals(result().type())
        ? FoldResult.value(source())
        : Vectors.foldSplat(source(), result().type());
  }
}
