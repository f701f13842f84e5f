// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.gpu;

import dev.azulejo.ir.EnumWords;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.trait.NamesResults;
import java.util.Optional;
import java.util.function.BiConsumer;

/** An operation that says where a thread stands, or how much there is, in one dimension. */
public sealed interface Position extends NamesResults
    permits BlockDimOp,
        BlockIdOp,
        ClusterBlockIdOp,
        ClusterDimBlocksOp,
        ClusterDimOp,
        ClusterIdOp,
        GlobalIdOp,
        GridDimOp,
        ThreadIdOp {
  /** The number. */
  OpResult result();

  /** Which dimension, as an attribute. */
  DimensionAttr dimensionAttribute();

  /** What the number is always less than, where that is known. */
  Optional<IntegerAttr> upperBound();

  /** Which dimension. */
  default Dimension dimension() {
    return dimensionAttribute().value();
  }

  @Override
  default void nameResults(BiConsumer<Value, String> namer) {
    String name = result().owner().name();
    String stem = name.substring(name.indexOf('.') + 1);
    namer.accept(result(), stem + "_" + EnumWords.of(dimension()));
  }
}
