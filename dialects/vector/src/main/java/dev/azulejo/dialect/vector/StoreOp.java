// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector;

import dev.azulejo.dialect.memref.constraint.Alignment;
import dev.azulejo.dialect.memref.constraint.BoolAttribute;
import dev.azulejo.ir.Inserter;
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
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes a vector whose elements lie side by side along the last dimensions of a buffer. */
@OpDef(
    name = "vector.store",
    format =
        "$valueToStore `,` $base `[` $indices `]` attr-dict `:` type($base) `,`"
            + " type($valueToStore)")
@Example("vector.store %v, %m[%i] : memref<?xf32>, vector<4xf32>")
public abstract sealed class StoreOp extends Operation implements Accessing, Verified
    permits StoreOpImpl {

  /** The vector. */
  @Operand(AnyVector.class)
  public abstract Value valueToStore();

  /** The buffer. */
  @Operand(AnyMemRef.class)
  public abstract Value base();

  /** Where the first element goes, one index a dimension. */
  @Operand(Index.class)
  public abstract List<Value> indices();

  /** Are the elements not expected to be used again soon? Absent means no. */
  @Attr(BoolAttribute.class)
  public abstract Optional<IntegerAttr> nontemporal();

  /** How the address is known to be aligned, in bytes. */
  @Attr(Alignment.class)
  public abstract Optional<IntegerAttr> alignment();

  /** Makes one. */
  public static StoreOp create(
      Inserter at, Value value, Value base, List<? extends Value> indices) {
    return StoreOpImpl.at(at).operand(value).operand(base).operands(indices).create();
  }

  @Override
  public void accesses(Consumer<Access> sink) {
    sink.accept(Access.write(VectorMemory.box(base(), indices(), valueToStore().type())));
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    MemRefType base = (MemRefType) base().type();
    VectorType vector = Vectors.type(valueToStore());
    boolean holdsVectors = base.elementType() instanceof VectorType;
    if (!VectorMemory.hasUnitStride(base())) {
      diagnostics.report(error("most minor memref dim must have unit stride"));
    } else if (!holdsVectors && base.rank() < vector.rank()) {
      diagnostics.report(error("source memref has lower rank than the vector to store"));
    } else if (holdsVectors && !base.elementType().equals(vector)) {
      diagnostics.report(error("base memref and valueToStore vector types should match"));
    } else if (!holdsVectors && !base.elementType().equals(vector.elementType())) {
      diagnostics.report(error("base and valueToStore element type should match"));
    } else if (indices().size() != base.rank()) {
      diagnostics.report(error("requires %d indices", base.rank()));
    }
  }
}
