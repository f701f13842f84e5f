// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator.warp;

import dev.azulejo.dialect.ptx.KernelOp;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.simulator.memory.BankUse;
import dev.azulejo.simulator.memory.Buffer;
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
        case "tile", "pipeline", "barrier" -> found[1] |= op != launch;
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
  }

  /** Tells what the values that come from outside are. */
  @FunctionalInterface
  public interface Inputs {
    /** What a value is. */
    Input of(Value value);
  }

  /** Runs so many blocks, in an order of the caller's. */
  @FunctionalInterface
  public interface Order {
    /** The block to run at a place of the order. */
    long at(long place);
  }

  /**
   * Runs a grid, block by block.
   *
   * @param sizes how many blocks there are in each dimension; the first varies fastest
   * @param threads how many threads a block has
   * @param order the order of the blocks
   * @param progress hears before each block how many have run
   */
  public void run(
      long[] sizes,
      int threads,
      Inputs inputs,
      Order order,
      SplittableRandom random,
      Steps steps,
      LongConsumer progress) {
    var global = new GlobalMemory();
    var grid = new Grid(sizes, threads);
    var block = new BlockRun(code, global, grid, steps, random);
    for (KernelCode.Input input : code.inputs()) {
      int rank = WarpDecoder.width(input.value().type()) - 1;
      fill(block, global, input.slot(), rank, inputs.of(input.value()));
    }
    for (long i = 0; i < grid.blocks(); i++) {
      progress.accept(i);
      long number = order.at(i);
      for (int dimension = 0; dimension < places.length; dimension++) {
        block.fill(places[dimension], grid.place(number, dimension));
      }
      block.run(number);
    }
  }

  private static void fill(BlockRun block, GlobalMemory global, int slot, int rank, Input input) {
    switch (input) {
      case Input.Scalar scalar -> block.fill(slot, scalar.bits());
      case Input.Memory memory -> {
        Buffer buffer = memory.buffer();
        block.fill(slot, global.place(buffer, memory.name()));
        for (int i = 0; i < rank; i++) {
          block.fill(slot + 1 + i, buffer.shape(i));
        }
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
