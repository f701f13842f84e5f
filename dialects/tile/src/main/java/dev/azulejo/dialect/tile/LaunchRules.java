// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.dialect.tile;

import dev.azulejo.dialect.barrier.ArriveOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.builtin.IntegerAttr;
import dev.azulejo.ir.builtin.ShapedType;
import dev.azulejo.ir.diag.Diagnostics;
import java.util.Optional;

/** What clusters, persistent blocks and registers of a launch allow. */
final class LaunchRules {
  /** The most blocks of a cluster that every device of the kind runs. */
  private static final long MAX_CLUSTER = 8;

  /** The most blocks that a multiprocessor runs at once. */
  private static final long MAX_RESIDENT = 32;

  private static final long MIN_REGISTERS = 24;
  private static final long MAX_REGISTERS = 256;
  private static final long REGISTER_STEP = 8;

  private LaunchRules() {}

  static void verify(LaunchOp op, Diagnostics diagnostics) {
    long blocks = 1;
    if (op.cluster().isPresent()) {
      int before = diagnostics.errorCount();
      verifyCluster(op, op.cluster().get().asLongs(), diagnostics);
      if (diagnostics.errorCount() > before) {
        return;
      }
      for (long size : op.clusterSizes()) {
        blocks *= size;
      }
    }
    if (op.persistent().isPresent()) {
      long most = op.persistent().get().longValue();
      if (most < 1 || most % blocks != 0) {
        diagnostics.report(
            op.error(
                "has %d persistent blocks; a positive number of whole clusters of %d is possible",
                most, blocks));
      }
    }
    long resident = op.residentBlocks();
    if (resident < 1 || resident > MAX_RESIDENT) {
      diagnostics.report(
          op.error(
              "has room for %d blocks on a multiprocessor; 1 to %d are possible",
              resident, MAX_RESIDENT));
    }
    verifyRegisters(op, "producer_registers", op.producerRegisters(), diagnostics);
    verifyRegisters(op, "consumer_registers", op.consumerRegisters(), diagnostics);
  }

  private static void verifyCluster(LaunchOp op, long[] sizes, Diagnostics diagnostics) {
    long[] grid = op.grid().asLongs();
    if (sizes.length != grid.length) {
      diagnostics.report(
          op.error("has a cluster of %d dimensions, but a grid of %d", sizes.length, grid.length));
      return;
    }
    long blocks = 1;
    for (int i = 0; i < sizes.length; i++) {
      if (sizes[i] < 1 || sizes[i] > MAX_CLUSTER) {
        diagnostics.report(
            op.error(
                "has clusters of %d blocks in dimension %d; 1 to %d are possible",
                sizes[i], i, MAX_CLUSTER));
        return;
      }
      if (grid[i] != ShapedType.DYNAMIC && grid[i] % sizes[i] != 0) {
        diagnostics.report(
            op.error(
                "has %d blocks in dimension %d, which clusters of %d don't divide",
                grid[i], i, sizes[i]));
        return;
      }
      blocks *= sizes[i];
    }
    if (blocks > MAX_CLUSTER) {
      diagnostics.report(
          op.error("has clusters of %d blocks; at most %d are possible", blocks, MAX_CLUSTER));
    }
  }

  private static void verifyRegisters(
      LaunchOp op, String name, Optional<IntegerAttr> registers, Diagnostics diagnostics) {
    long count = registers.map(IntegerAttr::longValue).orElse(0L);
    boolean good =
        count == 0
            || (count >= MIN_REGISTERS && count <= MAX_REGISTERS && count % REGISTER_STEP == 0);
    if (!good) {
      diagnostics.report(
          op.error(
              "has '%s' of %d; 0 and multiples of %d from %d to %d are possible",
              name, count, REGISTER_STEP, MIN_REGISTERS, MAX_REGISTERS));
    }
  }

  /** Reports what reaches blocks along dimensions in which the cluster has one block. */
  static void verifyMulticasts(LaunchOp op, Diagnostics diagnostics) {
    op.body().entry().forEach(top -> top.walk(inner -> verifyMulticast(op, inner, diagnostics)));
  }

  private static void verifyMulticast(LaunchOp launch, Operation op, Diagnostics diagnostics) {
    Optional<DenseArrayAttr> multicast =
        switch (op) {
          case TmaCopyOp copy -> copy.multicast();
          case ArriveOp arrive -> arrive.multicast();
          default -> Optional.empty();
        };
    long[] sizes = launch.clusterSizes();
    for (long dimension : multicast.map(DenseArrayAttr::asLongs).orElse(new long[0])) {
      if (dimension >= sizes.length || sizes[(int) dimension] == 1) {
        diagnostics.report(
            op.error("multicasts along dimension %d, in which clusters have one block", dimension)
                .note(launch.location(), "the launch is here"));
        return;
      }
    }
  }
}
