// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector;

import dev.azulejo.dialect.memref.constraint.Alignment;
import dev.azulejo.dialect.memref.constraint.BoolAttribute;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.VectorType;
import dev.azulejo.ir.builtin.constraint.AnyMemRef;
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

/** Reads a vector whose elements lie side by side along the last dimensions of a buffer. */
@OpDef(
    name = "vector.load",
    format = "$base `[` $indices `]` attr-dict `:` type($base) `,` type($result)")
@Example("%0 = vector.load %m[%i] : memref<?xf32>, vector<4xf32>")
public abstract sealed class LoadOp extends Operation implements Accessing, Verified
    permits LoadOpImpl {

  /** The buffer. */
  @Operand(AnyMemRef.class)
  public abstract Value base();

  /** Where the first element is, one index a dimension. */
  @Operand(Index.class)
  public abstract List<Value> indices();

  /** The vector. */
  @Result(AnyVector.class)
  public abstract OpResult result();

  /** Are the elements not expected to be used again soon? Absent means no. */
  @Attr(BoolAttribute.class)
  public abstract Optional<IntegerAttr> nontemporal();

  /** How the address is known to be aligned, in bytes. */
  @Attr(Alignment.class)
  public abstract Optional<IntegerAttr> alignment();

  /** Makes one. */
  public static LoadOp create(
      Inserter at, VectorType type, Value base, List<? extends Value> indices) {
    return LoadOpImpl.at(at).operand(base).operands(indices).result(type).create();
  }

  @Override
  public void accesses(Consumer<Access> sink) {
    sink.accept(Access.read(VectorMemory.box(base(), indices(), result().type())));
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    MemRefType base = (MemRefType) base().type();
    VectorType vector = Vectors.type(result());
    if (!VectorMemory.hasUnitStride(base())) {
      diagnostics.report(error("most minor memref dim must have unit stride"));
    } else if (!(base.elementType() instanceof VectorType) && base.rank() < vector.rank()) {
      diagnostics.report(error("destination memref has lower rank than the result vector"));
    } else if (base.elementType() instanceof VectorType && !base.elementType().equals(vector)) {
      diagnostics.report(error("base memref and result vector types should match"));
    } else if (!(base.elementType() instanceof VectorType)
        && !base.elementType().equals(vector.elementType())) {
      diagnostics.report(error("base and result element types should match"));
    } else if (indices().size() != base.rank()) {
      diagnostics.report(error("requires %d indices", base.rank()));
    }
  }
}
