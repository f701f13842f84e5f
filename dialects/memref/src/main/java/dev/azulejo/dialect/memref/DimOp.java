// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.memref;

import dev.azulejo.dialect.memref.constraint.HasDimensions;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.builtin.constraint.Index;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Operand;
import dev.azulejo.ir.spec.Result;
import dev.azulejo.ir.trait.FoldResult;
import dev.azulejo.ir.trait.Foldable;
import dev.azulejo.ir.trait.NamesResults;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The size of a dimension of a buffer. An index that is no dimension is undefined behaviour. */
@OpDef(name = "memref.dim", format = "$source `,` $index attr-dict `:` type($source)")
@Example("%dim = memref.dim %m, %i : memref<?x4xf32>")
public abstract sealed class DimOp extends Operation implements Pure, Foldable, NamesResults
    permits DimOpImpl {

  /** The buffer. */
  @Operand(HasDimensions.class)
  public abstract Value source();

  /** Which dimension, from 0. */
  @Operand(Index.class)
  public abstract Value index();

  /** Its size. */
  @Result(Index.class)
  public abstract OpResult result();

  /** Makes one. */
  public static DimOp create(Inserter at, Value source, Value index) {
    return DimOpImpl.at(at).operand(source).operand(index).result(IndexType.INSTANCE).create();
  }

  @Override
  public void nameResults(BiConsumer<Value, String> namer) {
    namer.accept(result(), "dim");
  }

  @Override
  public FoldResult fold() {
    Long dimension = DynamicDimensions.constant(index());
    if (dimension == null || !(source().type() instanceof MemRefType type)) {
      return Casts.foldIntoConsumer(this);
    }
    if (dimension < 0 || dimension >= type.rank()) {
      return FoldResult.unchanged();
    }
    long size = type.shape()[dimension.intValue()];
    if (size != MemRefType.DYNAMIC) {
      return FoldResult.constant(IntegerAttr.index(size));
    }
    return switch (sizeOf(dimension)) {
      case null -> Casts.foldIntoConsumer(this);
      case Offset.Constant constant -> FoldResult.constant(IntegerAttr.index(constant.value()));
      case Offset.Dynamic dynamic -> FoldResult.value(dynamic.value());
    };
  }

  /** What the operation that made the buffer says of a size, or null. */
  private @Nullable Offset sizeOf(long dimension) {
    return switch (source().definingOp()) {
      case AllocLike alloc -> Allocations.size(alloc, dimension);
      case ViewOp view -> DynamicDimensions.operand(view.type().shape(), dimension, view.sizes());
      case SubViewOp view -> view.sizeOf(dimension);
      case ReinterpretCastOp cast -> cast.mixedSizes().get((int) dimension);
      case ExpandShapeOp expand -> expand.mixedOutputShape().get((int) dimension);
      case null, default -> null;
    };
  }
}
