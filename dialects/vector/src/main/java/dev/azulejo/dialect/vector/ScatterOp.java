// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector;

import dev.azulejo.dialect.memref.constraint.Alignment;
import dev.azulejo.dialect.vector.constraint.IndexVector;
import dev.azulejo.dialect.vector.constraint.MaskVector;
import dev.azulejo.dialect.vector.constraint.RankedTensor;
import dev.azulejo.dialect.vector.constraint.TensorOrMemRef;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.VectorType;
import dev.azulejo.ir.builtin.constraint.AnyVector;
import dev.azulejo.ir.builtin.constraint.Index;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes the elements that a mask sets to places that a vector gives. */
@OpDef(
    name = "vector.scatter",
    format =
        "$base `[` $offsets `]` `[` $indices `]` `,` $mask `,` $valueToStore attr-dict `:`"
            + " type($base) `,` type($indices) `,` type($mask) `,` type($valueToStore)"
            + " (`->` type($result)^)?")
@Example(
    "vector.scatter %m[%i] [%places], %k, %v : memref<?xf32>, vector<4xi32>, vector<4xi1>,"
        + " vector<4xf32>")
public abstract sealed class ScatterOp extends Operation implements Accessing, Maskable, Verified
    permits ScatterOpImpl {

  /** The buffer, or the tensor. */
  @Operand(TensorOrMemRef.class)
  public abstract Value base();

  /** Where the places are counted from, one index a dimension. */
  @Operand(Index.class)
  public abstract List<Value> offsets();

  /** The places, along the last dimension. */
  @Operand(IndexVector.class)
  public abstract Value indices();

  /** Which elements are written. */
  @Operand(MaskVector.class)
  public abstract Value mask();

  /** The vector. */
  @Operand(AnyVector.class)
  public abstract Value valueToStore();

  /** The new tensor, where the base is one. */
  @Result(RankedTensor.class)
  public abstract Optional<OpResult> result();

  /** How the addresses are known to be aligned, in bytes. */
  @Attr(Alignment.class)
  public abstract Optional<IntegerAttr> alignment();

  /** Makes one; a tensor gives a new tensor. */
  public static ScatterOp create(
      Inserter at,
      Value base,
      List<? extends Value> offsets,
      Value indices,
      Value mask,
      Value value) {
    return ScatterOpImpl.at(at)
        .operand(base)
        .operands(offsets)
        .operand(indices)
        .operand(mask)
        .operand(value)
        .results(base.type() instanceof MemRefType ? List.of() : List.of(base.type()))
        .create();
  }

  @Override
  public void accesses(Consumer<Access> sink) {
    if (base().type() instanceof MemRefType) {
      sink.accept(Access.write(BufferRegion.whole(base())));
    }
  }

  @Override
  public VectorType expectedMask() {
    return Vectors.withElements(Vectors.type(valueToStore()), IntegerType.I1);
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    VectorType type = Vectors.type(valueToStore());
    if (!type.elementType().equals(Vectors.elementType(base()))) {
      diagnostics.report(error("base and valueToStore element type should match"));
    } else if (offsets().size() != VectorMemory.rank(base())) {
      diagnostics.report(error("requires %d indices", VectorMemory.rank(base())));
    } else if (!Vectors.haveSameDimensions(type, Vectors.type(indices()))) {
      diagnostics.report(error("expected valueToStore dim to match indices dim"));
    } else if (!Vectors.isMaskOf(mask(), type)) {
      diagnostics.report(error("expected valueToStore dim to match mask dim"));
    } else if (result().isPresent() != !(base().type() instanceof MemRefType)) {
      diagnostics.report(error("gives a tensor if and only if its base is one"));
    } else if (result().isPresent() && !result().get().type().equals(base().type())) {
      diagnostics.report(error("result type must match tensor type"));
    }
  }
}
