// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.memory.barrier;

import dev.azulejo.dialect.arith.AddIOp;
import dev.azulejo.dialect.arith.ConstantOp;
import dev.azulejo.dialect.arith.IndexCastOp;
import dev.azulejo.dialect.arith.MulIOp;
import dev.azulejo.dialect.arith.RemUIOp;
import dev.azulejo.dialect.barrier.ArriveOp;
import dev.azulejo.dialect.ptx.BarWarpSyncOp;
import dev.azulejo.dialect.ptx.BarrierClusterArriveOp;
import dev.azulejo.dialect.ptx.BarrierClusterWaitOp;
import dev.azulejo.dialect.ptx.CpAsyncBulkTensorLoadOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.IndexType;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.IntegerType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The blocks of a cluster, as instructions number them: those of the first dimension of the grid
 * behind each other.
 */
final class ClusterBlocks {
  private static final int ALL_LANES = -1;

  private final LaunchOp launch;
  private final long[] sizes;

  ClusterBlocks(LaunchOp launch) {
    this.launch = launch;
    this.sizes = launch.clusterSizes();
  }

  /** Does one block reach into the shared memory of another one? */
  boolean meet() {
    boolean[] found = new boolean[1];
    launch.walk(op ->
        found[0] |=
            (op instanceof ArriveOp arrive && arrive.multicast().isPresent())
                || (op instanceof CpAsyncBulkTensorLoadOp load && load.multicast().isPresent()));
    return found[0];
  }

  /**
   * All threads of the cluster wait for each other. Those of a warp come together first, for they
   * tell the barrier of it as one.
   */
  static void sync(Inserter at) {
    Value all = ConstantOp.create(at, IntegerAttr.i32(ALL_LANES)).result();
    BarWarpSyncOp.create(at, all);
    BarrierClusterArriveOp.create(at);
    BarrierClusterWaitOp.create(at);
  }

  /** How far the numbers of the blocks that differ in some dimensions alone are from the first. */
  List<Long> steps(long[] dimensions) {
    List<Long> steps = new ArrayList<>(List.of(0L));
    long scale = 1;
    for (int i = 0; i < sizes.length; i++) {
      if (isOneOf(i, dimensions)) {
        List<Long> more = new ArrayList<>();
        for (long place = 0; place < sizes[i]; place++) {
          for (long step : steps) {
            more.add(step + place * scale);
          }
        }
        steps = more;
      }
      scale *= sizes[i];
    }
    return steps;
  }

  /** The first block that differs from this one in some dimensions alone; null for number 0. */
  @Nullable Value first(Inserter at, long[] dimensions) {
    Value others = null;
    long scale = 1;
    for (int i = 0; i < sizes.length; i++) {
      if (!isOneOf(i, dimensions) && sizes[i] > 1) {
        Value own = place(at, i);
        Value scaled = scale == 1 ? own : MulIOp.create(at, own, index(at, scale)).result();
        others = others == null ? scaled : AddIOp.create(at, others, scaled).result();
      }
      scale *= sizes[i];
    }
    return others == null ? null : IndexCastOp.create(at, others, IntegerType.I32).out();
  }

  /** The numbers of the blocks that differ from this one in some dimensions alone, and its own. */
  List<Value> along(Inserter at, long[] dimensions) {
    Value base = first(at, dimensions);
    List<Value> numbers = new ArrayList<>();
    for (long step : steps(dimensions)) {
      Value number = ConstantOp.create(at, IntegerAttr.i32(Math.toIntExact(step))).result();
      numbers.add(
          base == null ? number : step == 0 ? base : AddIOp.create(at, base, number).result());
    }
    return numbers;
  }

  /** Which block of the cluster this one is in a dimension. */
  private Value place(Inserter at, int dimension) {
    Value block = launch.body().entry().arguments().get(dimension);
    return RemUIOp.create(at, block, index(at, sizes[dimension])).result();
  }

  private static boolean isOneOf(int dimension, long[] dimensions) {
    for (long one : dimensions) {
      if (one == dimension) {
        return true;
      }
    }
    return false;
  }

  private static Value index(Inserter at, long number) {
    return ConstantOp.create(at, IntegerAttr.of(IndexType.INSTANCE, number)).result();
  }
}
