// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref;

import dev.azulejo.dialect.memref.constraint.MemRefOfNumbers;
import dev.azulejo.dialect.memref.constraint.SignlessIntegerOrFloat;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.TypeFunction;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Access;
import dev.azulejo.ir.access.Accessing;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.builtin.FloatType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.MixedIndices;
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
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads an element, combines it with a value and writes it back as one step that nobody can come
 * between. The result is what was read.
 */
@OpDef(
    name = "memref.atomic_rmw",
    format =
        "$kind $value `,` $memref `[` $indices `]` attr-dict `:` `(` type($value) `,`"
            + " type($memref) `)` `->` type($result)",
    sameTypes = {"value", "result"})
@TypeRule(target = "value", from = "memref", rule = AtomicRMWOp.ValueType.class)
@Example("%old = memref.atomic_rmw addf %x, %m[%i] : (f32, memref<4xf32>) -> f32")
public abstract sealed class AtomicRMWOp extends Operation implements Accessing, Foldable, Verified
    permits AtomicRMWOpImpl {

  /** The type of what an element is combined with. */
  static final class ValueType implements TypeFunction {
    @Override
    public @Nullable Type apply(Type type) {
      return type instanceof MemRefType memref ? memref.elementType() : null;
    }

    @Override
    public String description(String target, String from) {
      return "value type matches element type of memref";
    }
  }

  /** How they are combined. */
  @Attr(value = AtomicKindAttribute.class, name = "kind")
  public abstract IntegerAttr kindNumber();

  /** What the element is combined with. */
  @Operand(SignlessIntegerOrFloat.class)
  public abstract Value value();

  /** The buffer. */
  @Operand(MemRefOfNumbers.class)
  public abstract Value memref();

  /** Which element, one index a dimension. */
  @Operand(Index.class)
  public abstract List<Value> indices();

  /** What was read. */
  @Result(SignlessIntegerOrFloat.class)
  public abstract OpResult result();

  /** Makes one. */
  public static AtomicRMWOp create(
      Inserter at, AtomicKind kind, Value value, Value memref, List<? extends Value> indices) {
    return AtomicRMWOpImpl.at(at)
        .operand(value)
        .operand(memref)
        .operands(indices)
        .result(value.type())
        .attribute("kind", kind.attribute())
        .create();
  }

  /** How they are combined. */
  public AtomicKind kind() {
    return Objects.requireNonNull(AtomicKind.of(kindNumber()));
  }

  @Override
  public void accesses(Consumer<Access> sink) {
    BufferRegion element = BufferRegion.element(memref(), MixedIndices.offsets(indices()));
    sink.accept(Access.read(element));
    sink.accept(Access.write(element));
  }

  @Override
  public FoldResult fold() {
    return Casts.foldIntoConsumer(this, value());
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    if (indices().size() != ((MemRefType) memref().type()).rank()) {
      diagnostics.report(error("expects the number of subscripts to be equal to memref rank"));
    } else if (kind().needsFloats() && !(value().type() instanceof FloatType)) {
      diagnostics.report(error("with kind '%s' expects a floating-point type", kind().spelling()));
    } else if (kind().needsIntegers() && !(value().type() instanceof IntegerType)) {
      diagnostics.report(error("with kind '%s' expects an integer type", kind().spelling()));
    }
  }
}
