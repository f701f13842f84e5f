// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.dialect.ptx.KernelOp;
import dev.azulejo.dialect.ptx.TensorMapFields;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.simulator.memory.BankUse;
import dev.azulejo.simulator.memory.Buffer;
import dev.azulejo.simulator.run.SimulationFailure;
import dev.azulejo.simulator.run.Steps;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;

/** What the threads of a grid do, ready to be run: rungs 3 and 4. */
public final class WarpKernel {
  private final KernelCode code;
  private final int[] places;

  private WarpKernel(KernelCode code, int[] places) {
    this.code = code;
    this.places = places;
  }

  /** Of a launch whose body is what one thread does. */
  public static WarpKernel of(LaunchOp launch, ScalarOperations scalars) {
    // The arguments have the first slots.
    int[] places = new int[launch.body().entry().arguments().size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = i;
    }
    return new WarpKernel(KernelDecoder.of(launch, scalars), places);
  }

  /** Of a kernel; its parameters are its inputs. */
  public static WarpKernel of(KernelOp kernel, ScalarOperations scalars) {
    return new WarpKernel(KernelDecoder.of(kernel, scalars), new int[0]);
  }

  /** Is a launch what one thread does, and no more what a block does? */
  public static boolean isThreadCode(LaunchOp launch) {
    boolean[] found = new boolean[2];
    launch.walk(op -> {
      switch (op.schema().dialectName()) {
        case "gpu", "ptx", "vector" -> found[0] = true;
        case "tile", "pipeline" -> found[1] |= op != launch;
        default -> {
          // Both have these.
        }
      }
    });
    return found[0] && !found[1];
  }

  /** What an input of a kernel is. */
  public sealed interface Input {
    /** A scalar's bits. */
    record Scalar(long bits) implements Input {}

    /** A buffer in global memory, with a name for messages. */
    record Memory(Buffer buffer, String name) implements Input {}

    /**
     * The map of a buffer in global memory by which boxes of it are copied.
     *
     * @param buffer the buffer, with the shape that the map's fields speak of
     * @param name its name for messages
     * @param fields what is in the map
     */
    record Map(Buffer buffer, String name, TensorMapFields fields) implements Input {}
  }

  /** Tells what the values that come from outside are. */
  @FunctionalInterface
  public interface Inputs {
    /** What a value is. */
    Input of(Value value);
  }

  /** Says in which order clusters run. */
  @FunctionalInterface
  public interface Order {
    /** The cluster to run at a place of the order. */
    long at(long place);
  }

  /** How many blocks there are in a grid, and in each of its clusters, in each dimension. */
  public static final class Blocks {
    private final long[] sizes;
    private final long[] cluster;

    /** Blocks of a grid, and of a cluster; neither is copied. */
    public Blocks(long[] sizes, long[] cluster) {
      this.sizes = sizes;
      this.cluster = cluster;
    }

    long[] sizes() {
      return sizes;
    }

    long[] cluster() {
      return cluster;
    }

    /** How many clusters there are; each dimension must have whole ones. */
    public long clusters() {
      long count = 1;
      for (int i = 0; i < sizes.length; i++) {
        count *= sizes[i] / (i < cluster.length ? cluster[i] : 1);
      }
      return count;
    }

    /** A dimension of which clusters have no whole number, or -1. */
    public int ragged() {
      for (int i = 0; i < cluster.length; i++) {
        if ((i < sizes.length ? sizes[i] : 1) % cluster[i] != 0) {
          return i;
        }
      }
      return -1;
    }
  }

  /**
   * Runs a grid, cluster by cluster.
   *
   * @param blocks how many blocks there are in each dimension; the first varies fastest
   * @param threads how many threads a block has
   * @param order the order of the clusters
   * @param progress hears before each cluster how many blocks have run
   */
  public void run(
      Blocks blocks,
      int threads,
      Inputs inputs,
      Order order,
      SplittableRandom random,
      Steps steps,
      LongConsumer progress) {
    int ragged = blocks.ragged();
    if (ragged >= 0) {
      throw new SimulationFailure(
          Diagnostic.error(
              code.location(),
              "can't be launched: there are %d blocks in dimension %d, which clusters of %d don't"
                  + " divide",
              ragged < blocks.sizes().length ? blocks.sizes()[ragged] : 1,
              ragged,
              blocks.cluster()[ragged]));
    }
    var global = new GlobalMemory();
    var grid = new Grid(blocks.sizes(), blocks.cluster(), threads);
    var cluster = new ClusterRun(code, global, grid, steps, random);
    for (KernelCode.Input input : code.inputs()) {
      int rank = WarpDecoder.width(input.value().type()) - 1;
      for (BlockRun block : cluster.blocks()) {
        fill(block, global, input.slot(), rank, inputs.of(input.value()));
      }
    }
    for (long i = 0; i < grid.clusters(); i++) {
      progress.accept(i * grid.blocksPerCluster());
      long number = order.at(i);
      for (BlockRun block : cluster.blocks()) {
        for (int dimension = 0; dimension < places.length; dimension++) {
          long at = grid.place(grid.block(number, block.rank()), dimension);
          block.fill(places[dimension], at);
        }
      }
      cluster.run(number);
    }
  }

  private void fill(BlockRun block, GlobalMemory global, int slot, int rank, Input input) {
    switch (input) {
      case Input.Scalar scalar -> block.fill(slot, scalar.bits());
      case Input.Memory memory -> {
        Buffer buffer = memory.buffer();
        block.fill(slot, global.place(buffer, memory.name()));
        for (int i = 0; i < rank; i++) {
          block.fill(slot + 1 + i, buffer.shape(i));
        }
      }
      case Input.Map map -> {
        Buffer buffer = map.buffer();
        TensorMap made =
            TensorMap.of(
                global.placeOf(buffer, map.name()),
                0,
                buffer.type().byteSize(),
                buffer.shape(),
                map.fields());
        String fault = made.fault();
        if (fault != null) {
          throw new SimulationFailure(
              Diagnostic.error(
                  code.location(),
                  "can't be launched: the tensor map of %s %s",
                  map.name(),
                  fault));
        }
        block.fill(slot, global.place(made));
      }
    }
  }

  /** How its instructions used the banks of shared memory since this was last asked. */
  public List<BankUse> takeBankUse() {
    return code.banks().stream().map(BankCounter::take).toList();
  }

  /** What a value is called in messages. */
  public static String name(Value value) {
    if (value instanceof BlockArgument argument) {
      return String.format(Locale.ROOT, "argument %d", argument.index());
    }
    Operation from = value.definingOp();
    return from == null ? "a buffer" : "the buffer that " + from.location() + " makes";
  }
}
