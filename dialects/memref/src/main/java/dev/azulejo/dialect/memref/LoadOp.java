// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref;

import dev.azulejo.dialect.memref.constraint.Alignment;
import dev.azulejo.dialect.memref.constraint.BoolAttribute;
import dev.azulejo.dialect.memref.constraint.LoadedType;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.access.Rebasable;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.MixedIndices;
import dev.azulejo.ir.builtin.constraint.AnyMemRef;
import dev.azulejo.ir.builtin.constraint.AnyType;
import dev.azulejo.ir.builtin.constraint.Index;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.spec.TypeRule;
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.Foldable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads one element of a buffer. */
@OpDef(name = "memref.load", format = "$memref `[` $indices `]` attr-dict `:` type($memref)")
@TypeRule(target = "result", from = "memref", rule = LoadedType.class)
@Example("%x = memref.load %m[%i, %j] : memref<?x4xf32>")
public abstract sealed class LoadOp extends Operation
    implements Accessing, Rebasable, Foldable, Verified permits LoadOpImpl {

  /** The buffer. */
  @Operand(AnyMemRef.class)
  public abstract Value memref();

  /** Which element, one index a dimension. */
  @Operand(Index.class)
  public abstract List<Value> indices();

  /** The element. */
  @Result(AnyType.class)
  public abstract OpResult result();

  /** Is the element not expected to be used again soon? Absent means no. */
  @Attr(BoolAttribute.class)
  public abstract Optional<IntegerAttr> nontemporal();

  /** How the address is known to be aligned, in bytes. */
  @Attr(Alignment.class)
  public abstract Optional<IntegerAttr> alignment();

  /** Makes one; {@code memref} must be of a memref type with a rank. */
  public static LoadOp create(Inserter at, Value memref, List<? extends Value> indices) {
    return LoadOpImpl.at(at)
        .operand(memref)
        .operands(indices)
        .result(((MemRefType) memref.type()).elementType())
        .create();
  }

  @Override
  public void accesses(Consumer<Access> sink) {
    sink.accept(Access.read(BufferRegion.element(memref(), MixedIndices.offsets(indices()))));
  }

  @Override
  public void rebase(Value buffer, Value versioned, Offset slot) {
    if (memref() == buffer) {
      setOperand(0, versioned);
      List<Value> all = new ArrayList<>();
      all.add(Indices.value(this, slot));
      all.addAll(indices());
      setOperandGroup(1, all);
    }
  }

  @Override
  public FoldResult fold() {
    return Casts.foldIntoConsumer(this);
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    int rank = ((MemRefType) memref().type()).rank();
    if (indices().size() != rank) {
      diagnostics.report(
          error(
              "incorrect number of indices for load, expected %d but got %d",
              rank, indices().size()));
    }
  }
}
