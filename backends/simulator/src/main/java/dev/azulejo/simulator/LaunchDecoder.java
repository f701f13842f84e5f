// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.dialect.tile.ParallelOp;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Location;
import dev.azulejo.simulator.memory.Buffer;
import dev.azulejo.simulator.run.SimulationFailure;
import dev.azulejo.simulator.warp.WarpKernel;
import java.util.List;

/** The code of loops over index spaces in no particular order. */
final class LaunchDecoder {
  private static final long MAX_POINTS = 1L << 31;

  private final Decoder decoder;

  LaunchDecoder(Decoder decoder) {
    this.decoder = decoder;
  }

  Code decode(LaunchOp op) {
    if (WarpKernel.isThreadCode(op)) {
      return threads(op);
    }
    if (ClusterLaunch.isNeeded(op)) {
      return new ClusterLaunch(decoder).decode(op);
    }
    Extents extents = new Extents(op.sizes());
    int[] arguments = Decoder.slots(op.body().entry().arguments());
    Code body = decoder.body(op.body());
    long threads = op.threads().longValue();
    Location place = op.location();
    return frame -> {
      Machine machine = frame.machine();
      if (machine.isInBlock()) {
        throw new SimulationFailure(Diagnostic.error(place, "a block can't launch blocks"));
      }
      long[] sizes = extents.in(frame);
      long blocks = count(sizes, place);
      var order = new ShuffledOrder(blocks, machine.random());
      machine.setThreads(threads);
      for (long i = 0; i < blocks; i++) {
        machine.progress().blocks(i, blocks);
        machine.step(place);
        long rest = order.at(i);
        // The first dimension varies fastest.
        for (int d = 0; d < arguments.length; d++) {
          frame.setScalar(arguments[d], rest % sizes[d]);
          rest /= sizes[d];
        }
        machine.beginBlock();
        body.run(frame);
        machine.endBlock();
      }
      machine.progress().blocks(blocks, blocks);
    };
  }

  /** The code of a launch that says what one thread does. */
  private Code threads(LaunchOp op) {
    if (op.unsynchronized()) {
      throw new SimulationFailure(
          op.error("its threads do not wait for each other yet")
              .note(op.location(), "the pass insert-thread-sync puts the barriers in"));
    }
    Extents extents = new Extents(op.sizes());
    WarpKernel kernel = WarpKernel.of(op, new ThreadScalars());
    int threads = Math.toIntExact(op.threads().longValue());
    Location place = op.location();
    return frame -> {
      Machine machine = frame.machine();
      long[] sizes = extents.in(frame);
      long blocks = count(sizes, place);
      var grid = new WarpKernel.Blocks(sizes, op.clusterSizes());
      var order = new ShuffledOrder(grid.clusters(), machine.random());
      kernel.run(
          grid,
          threads,
          value ->
              frame.object(Decoder.slot(value)) instanceof Buffer buffer
                  ? new WarpKernel.Input.Memory(buffer, WarpKernel.name(value))
                  : new WarpKernel.Input.Scalar(frame.scalar(Decoder.slot(value))),
          order::at,
          machine.random(),
          machine.steps(),
          done -> machine.progress().blocks(done, blocks));
      machine.countBanks(kernel.takeBankUse());
      machine.progress().blocks(blocks, blocks);
    };
  }

  Code decode(ParallelOp op) {
    Extents extents = new Extents(op.sizes());
    int[] arguments = Decoder.slots(op.body().entry().arguments());
    Code body = decoder.body(op.body());
    Location place = op.location();
    return frame -> {
      Machine machine = frame.machine();
      machine.copies().progress();
      long[] sizes = extents.in(frame);
      long points = count(sizes, place);
      // Forwards or backwards: a body that depends on the order shows it under some seed.
      boolean backwards = machine.random().nextBoolean();
      for (long i = 0; i < points; i++) {
        long rest = backwards ? points - 1 - i : i;
        for (int d = arguments.length - 1; d >= 0; d--) {
          frame.setScalar(arguments[d], rest % sizes[d]);
          rest /= sizes[d];
        }
        frame.step(place);
        body.run(frame);
      }
    };
  }

  static long count(long[] sizes, Location place) {
    long count = 1;
    for (long size : sizes) {
      count = product(count, size, place);
    }
    return count;
  }

  /** So many points, each with so many more. */
  static long product(long count, long size, Location place) {
    if (size < 0 || (size > 0 && count > MAX_POINTS / size)) {
      throw new SimulationFailure(
          Diagnostic.error(
              place,
              "has an extent of %d; none may be negative, and all together have 2^31 points",
              size));
    }
    return count * size;
  }

  /** Extents of which some are values. */
  static final class Extents {
    private final long[] constants;
    private final int[] slots;

    Extents(List<Offset> sizes) {
      constants = new long[sizes.size()];
      slots = new int[constants.length];
      for (int i = 0; i < slots.length; i++) {
        slots[i] = -1;
        switch (sizes.get(i)) {
          case Offset.Constant constant -> constants[i] = constant.value();
          case Offset.Dynamic dynamic -> slots[i] = Decoder.slot(dynamic.value());
        }
      }
    }

    long[] in(Frame frame) {
      long[] sizes = constants.clone();
      for (int i = 0; i < slots.length; i++) {
        if (slots[i] >= 0) {
          sizes[i] = frame.scalar(slots[i]);
        }
      }
      return sizes;
    }
  }
}
