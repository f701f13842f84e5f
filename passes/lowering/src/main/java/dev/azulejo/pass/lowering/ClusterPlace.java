// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.lowering;

import dev.azulejo.dialect.arith.AddIOp;
import dev.azulejo.dialect.arith.IndexCastOp;
import dev.azulejo.dialect.arith.MulIOp;
import dev.azulejo.dialect.arith.RemUIOp;
import dev.azulejo.dialect.arith.ShLIOp;
import dev.azulejo.dialect.arith.TruncIOp;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.OpResult;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import java.util.List;
import java.util.function.Supplier;

/**
 * Where a block is among those of its cluster that get the same: of blocks that differ in some
 * dimensions alone, the first dimension fastest. It is computed once, ahead of loops.
 */
final class ClusterPlace {
  private static final int MASK_BITS = 16;

  private final Kernel kernel;
  private final long[] sizes;
  private final long[] dimensions;

  /** The place along these dimensions. */
  ClusterPlace(Kernel kernel, long[] dimensions) {
    this.kernel = kernel;
    this.sizes = kernel.launch().clusterSizes();
    this.dimensions = dimensions.clone();
  }

  /** How many blocks there are. */
  long count() {
    long count = 1;
    for (long dimension : dimensions) {
      count *= size(dimension);
    }
    return count;
  }

  private long size(long dimension) {
    return dimension < sizes.length ? sizes[(int) dimension] : 1;
  }

  private boolean isAlong(int dimension) {
    for (long own : dimensions) {
      if (own == dimension) {
        return true;
      }
    }
    return false;
  }

  /** Which of them this block is. */
  Value number() {
    return number(true);
  }

  /** The number along some dimensions, or, as the number of a block in the cluster, the others. */
  private Value number(boolean along) {
    Value sum = null;
    long scale = 1;
    for (int i = 0; i < sizes.length; i++) {
      if (isAlong(i) == along && sizes[i] > 1) {
        Value scaled = scaled(place(i), scale);
        Value before = sum;
        sum =
            before == null
                ? scaled
                : once("sum", before, scaled, () -> AddIOp.create(at(), before, scaled).result());
      }
      // A block's number in the cluster counts all dimensions, its share those that it is along.
      scale *= !along || isAlong(i) ? sizes[i] : 1;
    }
    return sum == null ? kernel.math().constant(0) : sum;
  }

  private Value scaled(Value place, long scale) {
    if (scale == 1) {
      return place;
    }
    Value by = kernel.math().constant(scale);
    return once("scaled", place, by, () -> MulIOp.create(at(), place, by).result());
  }

  /** Which block of the cluster this one is in a dimension. */
  private Value place(int dimension) {
    Value block = kernel.launch().body().entry().arguments().get(dimension);
    Value size = kernel.math().constant(sizes[dimension]);
    return once("place", block, size, () -> RemUIOp.create(at(), block, size).result());
  }

  /** All of them, a bit each, as i16. */
  Value mask() {
    long first = 0;
    long blocks = 1;
    for (long size : sizes) {
      blocks *= size;
    }
    for (int block = 0; block < blocks; block++) {
      long rest = block;
      boolean isIn = true;
      for (int i = 0; i < sizes.length; i++) {
        isIn &= isAlong(i) || rest % sizes[i] == 0;
        rest /= sizes[i];
      }
      first |= isIn ? 1L << block : 0;
    }
    IntegerType type = IntegerType.of(MASK_BITS);
    boolean isWhole = count() == blocks;
    if (isWhole) {
      return kernel.math().constant(IntegerAttr.of(type, first));
    }
    Value others = number(false);
    Value bits = kernel.math().constant(IntegerAttr.i32((int) first));
    Value narrow =
        once("narrow", others, bits, () -> IndexCastOp.create(at(), others, IntegerType.I32).out());
    Value moved = once("mask", bits, narrow, () -> ShLIOp.create(at(), bits, narrow).result());
    return once("short", moved, moved, () -> TruncIOp.create(at(), moved, type).out());
  }

  private Inserter at() {
    return kernel.math().at();
  }

  private Value once(String what, Value one, Value other, Supplier<OpResult> maker) {
    return kernel.math().once(List.of(what, one, other), maker);
  }
}
