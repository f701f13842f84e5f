// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref;

import dev.azulejo.dialect.memref.constraint.Alignment;
import dev.azulejo.dialect.memref.constraint.BoolAttribute;
import dev.azulejo.dialect.memref.constraint.StoredType;
import dev.azulejo.ir.Inserter;
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
import dev.azulejo.ir.spec.TypeRule;
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.Foldable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes one element of a buffer. */
@OpDef(
    name = "memref.store",
    format = "$value `,` $memref `[` $indices `]` attr-dict `:` type($memref)")
@TypeRule(target = "value", from = "memref", rule = StoredType.class)
@Example("memref.store %x, %m[%i, %j] : memref<?x4xf32>")
public abstract sealed class StoreOp extends Operation
    implements Accessing, Rebasable, Foldable, Verified permits StoreOpImpl {

  /** What is written. */
  @Operand(AnyType.class)
  public abstract Value value();

  /** The buffer. */
  @Operand(AnyMemRef.class)
  public abstract Value memref();

  /** Which element, one index a dimension. */
  @Operand(Index.class)
  public abstract List<Value> indices();

  /** Is the element not expected to be used again soon? Absent means no. */
  @Attr(BoolAttribute.class)
  public abstract Optional<IntegerAttr> nontemporal();

  /** How the address is known to be aligned, in bytes. */
  @Attr(Alignment.class)
  public abstract Optional<IntegerAttr> alignment();

  /** Makes one. */
  public static StoreOp create(
      Inserter at, Value value, Value memref, List<? extends Value> indices) {
    return StoreOpImpl.at(at).operand(value).operand(memref).operands(indices).create();
  }

  @Override
  public void accesses(Consumer<Access> sink) {
    sink.accept(Access.write(BufferRegion.element(memref(), MixedIndices.offsets(indices()))));
  }

  @Override
  public void rebase(Value buffer, Value versioned, Offset slot) {
    if (memref() == buffer) {
      setOperand(1, versioned);
      List<Value> all = new ArrayList<>();
      all.add(Indices.value(this, slot));
      all.addAll(indices());
      setOperandGroup(2, all);
    }
  }

  @Override
  public FoldResult fold() {
    return Casts.foldIntoConsumer(this, value());
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    if (indices().size() != ((MemRefType) memref().type()).rank()) {
      diagnostics.report(error("store index operand count not equal to memref rank"));
    }
  }
}
