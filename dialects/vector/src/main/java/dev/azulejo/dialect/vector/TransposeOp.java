// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector;

import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.builtin.VectorType;
import dev.azulejo.ir.builtin.constraint.AnyVector;
import dev.azulejo.ir.builtin.constraint.I64ArrayAttribute;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.Foldable;
import org.jspecify.annotations.Nullable;

/** A vector with its dimensions in another order. */
@OpDef(
    name = "vector.transpose",
    format = "$vector `,` $permutation attr-dict `:` type($vector) `to` type($result)")
@Example("%0 = vector.transpose %v, [1, 0] : vector<2x4xf32> to vector<4x2xf32>")
public abstract sealed class TransposeOp extends Operation implements Pure, Foldable, Verified
    permits TransposeOpImpl {

  /** The vector. */
  @Operand(AnyVector.class)
  public abstract Value vector();

  /** Which dimension of the vector each dimension of the result is. */
  @Attr(I64ArrayAttribute.class)
  public abstract DenseArrayAttr permutation();

  /** The same elements. */
  @Result(AnyVector.class)
  public abstract OpResult result();

  /** Makes one. */
  public static TransposeOp create(Inserter at, Value vector, long... permutation) {
    VectorType from = (VectorType) vector.type();
    long[] shape = new long[permutation.length];
    boolean[] scalable = new boolean[permutation.length];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = from.shape()[(int) permutation[i]];
      scalable[i] = from.isScalable((int) permutation[i]);
    }
    return TransposeOpImpl.at(at)
        .operand(vector)
        .result(VectorType.of(shape, scalable, from.elementType()))
        .attribute("permutation", DenseArrayAttr.ofI64(permutation))
        .create();
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    String problem = problem(Vectors.type(vector()), Vectors.type(result()));
    if (problem != null) {
      diagnostics.report(error("%s", problem));
    }
  }

  private @Nullable String problem(VectorType from, VectorType to) {
    if (!from.elementType().equals(to.elementType())) {
      return "failed to verify that operand and result have same element type";
    }
    if (from.rank() != to.rank()) {
      return "vector result rank mismatch: " + to.rank();
    }
    long[] places = permutation().asLongs();
    if (places.length != from.rank()) {
      return "transposition length mismatch: " + places.length;
    }
    boolean[] seen = new boolean[places.length];
    for (int i = 0; i < places.length; i++) {
      long place = places[i];
      if (place < 0 || place >= places.length) {
        return "transposition index out of range: " + place;
      }
      if (seen[(int) place]) {
        return "duplicate position index: " + place;
      }
      seen[(int) place] = true;
      if (to.shape()[i] != from.shape()[(int) place]) {
        return "dimension size mismatch at: " + place;
      }
    }
    return null;
  }

  /** Dimensions in their order are the vector itself; two transpositions are one. */
  @Override
  public FoldResult fold() {
    long[] places = permutation().asLongs();
    boolean inOrder = true;
    for (int i = 0; i < places.length; i++) {
      inOrder &= places[i] == i;
    }
    if (inOrder) {
      return FoldResult.value(vector());
    }
    if (vector().definingOp() instanceof TransposeOp before) {
      long[] first = before.permutation().asLongs();
      for (int i = 0; i < places.length; i++) {
        places[i] = first[(int) places[i]];
      }
      setAttribute("permutation", DenseArrayAttr.ofI64(places));
      setOperand(0, before.vector());
      return FoldResult.inPlace();
    }
    return Vectors.foldSplat(vector(), result().type());
  }
}
