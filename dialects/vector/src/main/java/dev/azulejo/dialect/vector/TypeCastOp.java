// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.vector;

import dev.azulejo.dialect.memref.constraint.StaticMemRef;
import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.access.ViewLike;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.VectorType;
import dev.azulejo.ir.builtin.constraint.AnyMemRef;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import java.util.Arrays;
import java.util.Objects;
import org.eclipse.collections.api.list.primitive.MutableLongList;
import org.eclipse.collections.impl.factory.primitive.LongLists;

/** A buffer of scalars as a buffer of one vector. */
@OpDef(name = "vector.type_cast", format = "$memref attr-dict `:` type($memref) `to` type($result)")
@Example("%0 = vector.type_cast %m : memref<8x8xf32> to memref<vector<8x8xf32>>")
public abstract sealed class TypeCastOp extends Operation implements Pure, ViewLike, Verified
    permits TypeCastOpImpl {

  /** The buffer. */
  @Operand(StaticMemRef.class)
  public abstract Value memref();

  /** The same memory. */
  @Result(AnyMemRef.class)
  public abstract OpResult result();

  /** Makes one. */
  public static TypeCastOp create(Inserter at, MemRefType type, Value memref) {
    return TypeCastOpImpl.at(at).operand(memref).result(type).create();
  }

  @Override
  public Value viewSource() {
    return memref();
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    MemRefType from = (MemRefType) memref().type();
    MemRefType to = (MemRefType) result().type();
    if (from.layout() != null) {
      diagnostics.report(error("expects operand to be a memref with identity layout"));
    } else if (to.layout() != null) {
      diagnostics.report(error("expects result to be a memref with identity layout"));
    } else if (!Objects.equals(from.memorySpace(), to.memorySpace())) {
      diagnostics.report(error("expects result in same memory space"));
    } else if (!scalar(from).equals(scalar(to))) {
      diagnostics.report(
          error(
              "expects result and operand with same underlying scalar type: '%s'",
              AsmText.ofType(to)));
    } else if (!Arrays.equals(dimensions(from), dimensions(to))) {
      diagnostics.report(
          error(
              "expects concatenated result and operand shapes to be equal: '%s'",
              AsmText.ofType(to)));
    }
  }

  private static Type scalar(MemRefType type) {
    return Vectors.elementType(type.elementType());
  }

  private static long[] dimensions(MemRefType type) {
    MutableLongList all = LongLists.mutable.with(type.shape());
    if (type.elementType() instanceof VectorType vector) {
      all.addAll(vector.shape());
    }
    return all.toArray();
  }
}
