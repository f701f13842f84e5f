// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector;

import dev.azulejo.dialect.memref.constraint.Alignment;
import dev.azulejo.dialect.vector.constraint.MaskVector;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.VectorType;
import dev.azulejo.ir.builtin.constraint.AnyMemRef;
import dev.azulejo.ir.builtin.constraint.AnyVector;
import dev.azulejo.ir.builtin.constraint.Index;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.rewrite.Canonicalizable;
import dev.azulejo.ir.rewrite.Rewriter;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the elements that a mask sets side by side from a buffer; others come from a vector. */
@OpDef(
    name = "vector.maskedload",
    format =
        "$base `[` $indices `]` `,` $mask `,` $passThru attr-dict `:` type($base) `,` type($mask)"
            + " `,` type($passThru) `into` type($result)")
@Example(
    "%0 = vector.maskedload %m[%i], %k, %v : memref<?xf32>, vector<4xi1>, vector<4xf32> into"
        + " vector<4xf32>")
public abstract sealed class MaskedLoadOp extends Operation
    implements Accessing, Canonicalizable, Verified permits MaskedLoadOpImpl {

  /** The buffer. */
  @Operand(AnyMemRef.class)
  public abstract Value base();

  /** Where the first element is, one index a dimension. */
  @Operand(Index.class)
  public abstract List<Value> indices();

  /** Which elements are read. */
  @Operand(MaskVector.class)
  public abstract Value mask();

  /** Where the others come from. */
  @Operand(AnyVector.class)
  public abstract Value passThru();

  /** The vector. */
  @Result(AnyVector.class)
  public abstract OpResult result();

  /** How the address is known to be aligned, in bytes. */
  @Attr(Alignment.class)
  public abstract Optional<IntegerAttr> alignment();

  /** Makes one. */
  public static MaskedLoadOp create(
      Inserter at, Value base, List<? extends Value> indices, Value mask, Value passThru) {
    return MaskedLoadOpImpl.at(at)
        .operand(base)
        .operands(indices)
        .operand(mask)
        .operand(passThru)
        .result(passThru.type())
        .create();
  }

  @Override
  public void accesses(Consumer<Access> sink) {
    sink.accept(Access.read(VectorMemory.box(base(), indices(), result().type())));
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    VectorType type = Vectors.type(result());
    if (!type.elementType().equals(Vectors.elementType(base()))) {
      diagnostics.report(error("base and result element type should match"));
    } else if (indices().size() != VectorMemory.rank(base())) {
      diagnostics.report(error("requires %d indices", VectorMemory.rank(base())));
    } else if (!Vectors.isMaskOf(mask(), type)) {
      diagnostics.report(error("expected result shape to match mask shape"));
    } else if (!passThru().type().equals(type)) {
      diagnostics.report(error("expected pass_thru of same type as result type"));
    }
  }

  /** A mask that sets everything, or nothing, is not needed. */
  @Override
  public boolean canonicalize(Rewriter rewriter) {
    if (!(mask().definingOp() instanceof ConstantMaskOp known)) {
      return false;
    }
    if (known.isAllSet() && VectorMemory.hasUnitStride(base())) {
      rewriter.replace(
          this, LoadOp.create(rewriter.before(this), Vectors.type(result()), base(), indices()));
      return true;
    }
    if (known.isNoneSet()) {
      rewriter.replace(this, passThru());
      return true;
    }
    return false;
  }
}
