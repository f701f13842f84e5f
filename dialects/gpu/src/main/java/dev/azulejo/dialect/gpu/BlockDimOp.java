// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.gpu;

import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.constraint.Index;
import dev.azulejo.ir.builtin.constraint.IndexAttribute;
import dev.azulejo.ir.spec.Attr;
import dev.azulejo.ir.spec.Example;
import dev.azulejo.ir.spec.OpDef;
import dev.azulejo.ir.spec.Result;
import java.util.Optional;

/** How many threads a block has. */
@OpDef(name = "gpu.block_dim", format = "$dimension (`upper_bound` $upper_bound^)? attr-dict")
@Example("%0 = gpu.block_dim x")
public abstract sealed class BlockDimOp extends Operation implements Pure, Position
    permits BlockDimOpImpl {

  /** Which dimension, as an attribute. */
  @Override
  @Attr(value = DimensionAttribute.class, name = "dimension")
  public abstract DimensionAttr dimensionAttribute();

  /** What the number is at most, where that is known. */
  @Override
  @Attr(value = IndexAttribute.class, name = "upper_bound")
  public abstract Optional<IntegerAttr> upperBound();

  /** The number. */
  @Override
  @Result(Index.class)
  public abstract OpResult result();

  /** Makes one. */
  public static BlockDimOp create(Inserter at, Dimension dimension) {
    return BlockDimOpImpl.at(at)
        .attribute("dimension", new DimensionAttr(dimension))
        .result(IndexType.INSTANCE)
        .create();
  }
}
