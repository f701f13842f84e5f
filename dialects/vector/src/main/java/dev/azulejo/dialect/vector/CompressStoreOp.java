// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector;

import dev.azulejo.dialect.memref.constraint.Alignment;
import dev.azulejo.dialect.vector.constraint.FixedMaskVector;
import dev.azulejo.ir.Inserter;
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
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes the elements that a mask sets side by side, without gaps. */
@OpDef(
    name = "vector.compressstore",
    format =
        "$base `[` $indices `]` `,` $mask `,` $valueToStore attr-dict `:` type($base) `,`"
            + " type($mask) `,` type($valueToStore)")
@Example("vector.compressstore %m[%i], %k, %v : memref<?xf32>, vector<4xi1>, vector<4xf32>")
public abstract sealed class CompressStoreOp extends Operation implements Accessing, Verified
    permits CompressStoreOpImpl {

  /** The buffer. */
  @Operand(AnyMemRef.class)
  public abstract Value base();

  /** Where the first element goes, one index a dimension. */
  @Operand(Index.class)
  public abstract List<Value> indices();

  /** Which elements are written. */
  @Operand(FixedMaskVector.class)
  public abstract Value mask();

  /** The vector. */
  @Operand(AnyVector.class)
  public abstract Value valueToStore();

  /** How the address is known to be aligned, in bytes. */
  @Attr(Alignment.class)
  public abstract Optional<IntegerAttr> alignment();

  /** Makes one. */
  public static CompressStoreOp create(
      Inserter at, Value base, List<? extends Value> indices, Value mask, Value value) {
    return CompressStoreOpImpl.at(at)
        .operand(base)
        .operands(indices)
        .operand(mask)
        .operand(value)
        .create();
  }

  @Override
  public void accesses(Consumer<Access> sink) {
    sink.accept(Access.write(VectorMemory.box(base(), indices(), valueToStore().type())));
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    VectorType type = Vectors.type(valueToStore());
    if (!type.elementType().equals(Vectors.elementType(base()))) {
      diagnostics.report(error("base and valueToStore element type should match"));
    } else if (indices().size() != VectorMemory.rank(base())) {
      diagnostics.report(error("requires %d indices", VectorMemory.rank(base())));
    } else if (!Vectors.isMaskOf(mask(), type)) {
      diagnostics.report(error("expected valueToStore dim to match mask dim"));
    }
  }
}
