// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.pipeline;

import dev.azulejo.dialect.arith.AddIOp;
import dev.azulejo.dialect.memref.LoadOp;
import dev.azulejo.dialect.memref.StoreOp;
import dev.azulejo.dialect.tile.ParallelOp;
import dev.azulejo.dialect.tile.Space;
import dev.azulejo.ir.Block;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.BufferRegion;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.access.Pure;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.trait.Constants;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a parallel loop copies, as it is, from a tensor to a shared buffer, where it does nothing
 * else.
 *
 * @param source the region of the tensor
 * @param target the region of the buffer
 */
public record ElementCopy(BufferRegion source, BufferRegion target) {

  /** What a loop copies; null where it doesn't, or something else besides. */
  public static @Nullable ElementCopy of(ParallelOp loop) {
    List<LoadOp> loads = new ArrayList<>();
    List<StoreOp> stores = new ArrayList<>();
    for (Operation op : loop.body().entry()) {
      switch (op) {
        case LoadOp load -> loads.add(load);
        case StoreOp store -> stores.add(store);
        case Pure _ when op.regionCount() == 0 -> {}
        default -> {
          return null;
        }
      }
    }
    return loads.size() == 1 && stores.size() == 1
        ? of(loop, loads.getFirst(), stores.getFirst())
        : null;
  }

  private static @Nullable ElementCopy of(ParallelOp loop, LoadOp load, StoreOp store) {
    if (store.value() != load.result()
        || Space.of(load.memref()) != Space.GLOBAL
        || Space.of(store.memref()) != Space.SHARED) {
      return null;
    }
    BufferRegion from = region(loop, load.memref(), load.indices());
    BufferRegion to = region(loop, store.memref(), store.indices());
    return from == null || to == null ? null : new ElementCopy(from, to);
  }

  /** The elements that all points together name: one line for each index that is no point's. */
  private static @Nullable BufferRegion region(ParallelOp loop, Value buffer, List<Value> indices) {
    List<BlockArgument> points = loop.body().entry().arguments();
    List<Offset> offsets = new ArrayList<>();
    List<Long> sizes = new ArrayList<>();
    int next = 0;
    for (Value index : indices) {
      Offset start = next < points.size() ? start(loop, index, points.get(next)) : null;
      Long extent = start == null ? null : loop.sizes().get(next).constant();
      if (start != null && extent != null) {
        next++;
      } else {
        start = next == 0 ? fixed(loop, index) : null;
        extent = 1L;
      }
      if (start == null) {
        return null;
      }
      offsets.add(start);
      sizes.add(extent);
    }
    return next == points.size() ? new BufferRegion(buffer, offsets, sizes) : null;
  }

  /** Where an index that goes along with a point begins, or null where it doesn't. */
  private static @Nullable Offset start(ParallelOp loop, Value index, BlockArgument point) {
    if (index == point) {
      return Offset.of(0);
    }
    if (!(index.definingOp() instanceof AddIOp sum)) {
      return null;
    }
    if (sum.lhs() == point) {
      return fixed(loop, sum.rhs());
    }
    return sum.rhs() == point ? fixed(loop, sum.lhs()) : null;
  }

  /** An index that is the same for all points, or null where it isn't known to be. */
  private static @Nullable Offset fixed(ParallelOp loop, Value index) {
    if (Constants.of(index) instanceof IntegerAttr known && known.fitsLong()) {
      return Offset.of(known.longValue());
    }
    Block block = index.parentBlock();
    Operation owner = block == null ? null : block.parentOp();
    boolean isInside = owner == loop || (owner != null && owner.isInside(loop));
    return isInside ? null : Offset.of(index);
  }
}
