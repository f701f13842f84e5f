// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector;

import dev.azulejo.dialect.memref.constraint.Alignment;
import dev.azulejo.dialect.vector.constraint.IndexVector;
import dev.azulejo.dialect.vector.constraint.MaskVector;
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

/** Reads the elements that a mask sets at places that a vector gives; others come from a vector. */
@OpDef(
    name = "vector.gather",
    format =
        "$base `[` $offsets `]` `[` $indices `]` `,` $mask `,` $passThru attr-dict `:` type($base)"
            + " `,` type($indices) `,` type($mask) `,` type($passThru) `into` type($result)")
@Example(
    "%0 = vector.gather %m[%i] [%places], %k, %v : memref<?xf32>, vector<4xi32>, vector<4xi1>,"
        + " vector<4xf32> into vector<4xf32>")
public abstract sealed class GatherOp extends Operation implements Accessing, Maskable, Verified
    permits GatherOpImpl {

  /** The buffer, or the tensor. */
  @Operand(TensorOrMemRef.class)
  public abstract Value base();

  /** Where the places are counted from, one index a dimension. */
  @Operand(Index.class)
  public abstract List<Value> offsets();

  /** The places, along the last dimension. */
  @Operand(IndexVector.class)
  public abstract Value indices();

  /** Which elements are read. */
  @Operand(MaskVector.class)
  public abstract Value mask();

  /** Where the others come from. */
  @Operand(AnyVector.class)
  public abstract Value passThru();

  /** The vector. */
  @Result(AnyVector.class)
  public abstract OpResult result();

  /** How the addresses are known to be aligned, in bytes. */
  @Attr(Alignment.class)
  public abstract Optional<IntegerAttr> alignment();

  /** Makes one. */
  public static GatherOp create(
      Inserter at,
      Value base,
      List<? extends Value> offsets,
      Value indices,
      Value mask,
      Value passThru) {
    return GatherOpImpl.at(at)
        .operand(base)
        .operands(offsets)
        .operand(indices)
        .operand(mask)
        .operand(passThru)
        .result(passThru.type())
        .create();
  }

  @Override
  public void accesses(Consumer<Access> sink) {
    if (base().type() instanceof MemRefType) {
      sink.accept(Access.read(BufferRegion.whole(base())));
    }
  }

  @Override
  public VectorType expectedMask() {
    return Vectors.withElements(Vectors.type(result()), IntegerType.I1);
  }

  @Override
  public boolean takesPassthru() {
    return true;
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    VectorType type = Vectors.type(result());
    if (!type.elementType().equals(Vectors.elementType(base()))) {
      diagnostics.report(error("base and result element type should match"));
    } else if (offsets().size() != VectorMemory.rank(base())) {
      diagnostics.report(error("requires %d indices", VectorMemory.rank(base())));
    } else if (!Vectors.haveSameDimensions(type, Vectors.type(indices()))) {
      diagnostics.report(error("expected result dim to match indices dim"));
    } else if (!Vectors.isMaskOf(mask(), type)) {
      diagnostics.report(error("expected result dim to match mask dim"));
    } else if (!passThru().type().equals(type)) {
      diagnostics.report(error("expected pass_thru of same type as result type"));
    }
  }
}
