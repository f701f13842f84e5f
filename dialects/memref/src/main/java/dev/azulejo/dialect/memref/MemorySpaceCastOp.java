// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref;

import dev.azulejo.dialect.memref.constraint.AnyRankedOrUnranked;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Type;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.Verified;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.access.ViewLike;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.UnrankedMemRefType;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.Foldable;
import dev.azulejo.ir.trait.NamesResults;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.BiConsumer;

/** The same buffer with a type that says another memory space. */
@OpDef(
    name = "memref.memory_space_cast",
    format = "$source attr-dict `:` type($source) `to` type($dest)")
@Example("%0 = memref.memory_space_cast %m : memref<4xf32> to memref<4xf32, 1>")
public abstract sealed class MemorySpaceCastOp extends Operation
    implements Pure, ViewLike, Foldable, NamesResults, Verified permits MemorySpaceCastOpImpl {

  /** The buffer. */
  @Operand(AnyRankedOrUnranked.class)
  public abstract Value source();

  /** The same buffer. */
  @Result(AnyRankedOrUnranked.class)
  public abstract OpResult dest();

  /** Makes one. */
  public static MemorySpaceCastOp create(Inserter at, Type type, Value source) {
    return MemorySpaceCastOpImpl.at(at).operand(source).result(type).create();
  }

  @Override
  public Value viewSource() {
    return source();
  }

  @Override
  public void nameResults(BiConsumer<Value, String> namer) {
    namer.accept(dest(), "memspacecast");
  }

  @Override
  public void verify(Diagnostics diagnostics) {
    if (!differInSpaceAlone(source().type(), dest().type())) {
      Casts.refuse(this, diagnostics);
    }
  }

  private static boolean differInSpaceAlone(Type from, Type to) {
    return switch (from) {
      case MemRefType one ->
          to instanceof MemRefType two
              && one.elementType().equals(two.elementType())
              && Objects.equals(one.layout(), two.layout())
              && Arrays.equals(one.shape(), two.shape());
      case UnrankedMemRefType one ->
          to instanceof UnrankedMemRefType two && one.elementType().equals(two.elementType());
      default -> false;
    };
  }

  /** A cast of a cast is one cast, and a cast to its own type is none. */
  @Override
  public FoldResult fold() {
    if (source().type().equals(dest().type())) {
      return FoldResult.value(source());
    }
    if (source().definingOp() instanceof MemorySpaceCastOp before) {
      setOperand(0, before.source());
      return FoldResult.inPlace();
    }
    return FoldResult.unchanged();
  }
}
