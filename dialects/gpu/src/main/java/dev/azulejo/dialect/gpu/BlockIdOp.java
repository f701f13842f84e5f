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

/** The number of the block in its grid, from 0. */
@OpDef(name = "gpu.block_id", format = "$dimension (`upper_bound` $upper_bound^)? attr-dict")
@Example("%0 = gpu.block_id x")
public abstract sealed class BlockIdOp extends Operation implements Pure, Position
    permits BlockIdOpImpl {

  /** Which dimension, as an attribute. */
  @Override
  @Attr(value = DimensionAttribute.class, name = "dimension")
  public abstract DimensionAttr dimensionAttribute();

  /** What the number is always less than, where that is known. */
  @Override
  @Attr(value = IndexAttribute.class, name = "upper_bound")
  public abstract Optional<IntegerAttr> upperBound();

  /** The number. */
  @Override
  @Result(Index.class)
  public abstract OpResult result();

  /** Makes one. */
  public static BlockIdOp create(Inserter at, Dimension dimension) {
    return BlockIdOpImpl.at(at)
        .attribute("dimension", new DimensionAttr(dimension))
        .result(IndexType.INSTANCE)
        .create();
  }
}
