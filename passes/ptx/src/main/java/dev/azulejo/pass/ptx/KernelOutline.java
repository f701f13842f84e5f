// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.ptx;

import dev.azulejo.dialect.func.FuncOp;
import dev.azulejo.dialect.ptx.KernelLaunch;
import dev.azulejo.dialect.ptx.KernelOp;
import dev.azulejo.dialect.ptx.LaunchExpression;
import dev.azulejo.dialect.ptx.RetOp;
import dev.azulejo.dialect.ptx.SetmaxnregOp;
import dev.azulejo.dialect.ptx.WgmmaOp;
import dev.azulejo.dialect.tile.Divisibility;
import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.dialect.tile.SizeNames;
import dev.azulejo.dialect.tile.TileDialect;
import dev.azulejo.ir.Attribute;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.Inserter;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.access.Offset;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.builtin.IntegerAttr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes a kernel of one launch of a function. */
final class KernelOutline {
  private static final int DIMENSIONS = 3;
  private static final int WARP = 32;

  private final FuncOp function;
  private final LaunchOp launch;
  private final KernelParameters parameters;

  KernelOutline(FuncOp function, LaunchOp launch) {
    this.function = function;
    this.launch = launch;
    this.parameters = new KernelParameters(function, launch);
  }

  /** Makes the kernel in front of the function. */
  void make(String name) throws Unconvertible {
    if (launch.unsynchronized()) {
      throw new Unconvertible(
          launch
              .error("its threads do not wait for each other yet")
              .note(launch.location(), "the pass insert-thread-sync puts the barriers in"));
    }
    List<LaunchExpression> grid = grid();
    KernelOp kernel =
        KernelOp.create(
            Inserter.before(function).withLocation(launch.location()), name, parameters.types());
    try {
      describe(kernel, grid);
      fill(kernel);
    } catch (Unconvertible failure) {
      kernel.dropAllReferences();
      kernel.erase();
      throw failure;
    }
  }

  private void fill(KernelOp kernel) throws Unconvertible {
    KernelWriter writer = new KernelWriter(kernel.body(), launch);
    OpConversion conversion = new OpConversion(writer, launch, launch.threads().longValue());
    if (has(WgmmaOp.class) && launch.threads().longValue() % WARP == 0) {
      writer.haveWarpgroups();
    }
    parameters.load(writer, kernel.parameters());
    launch.body().entry().arguments().forEach(conversion::place);
    SharedArena.make(writer, launch);
    conversion.convert(launch.body().entry());
    writer.begin(launch);
    RetOp.create(writer.at());
    writer.finish();
  }

  private void describe(KernelOp kernel, List<LaunchExpression> grid) {
    kernel.setAttribute(
        "maxntid", DenseArrayAttr.ofI32(Math.toIntExact(launch.threads().longValue())));
    if (has(SetmaxnregOp.class) || launch.blocksPerMultiprocessor().isPresent()) {
      // Without it, the number of registers that threads begin with is not known.
      kernel.setAttribute(
          "minnctapersm", IntegerAttr.i32(Math.toIntExact(launch.residentBlocks())));
    }
    long[] cluster = launch.clusterSizes();
    if (Arrays.stream(cluster).anyMatch(size -> size > 1)) {
      kernel.setAttribute(
          "cluster",
          DenseArrayAttr.ofI32(Arrays.stream(cluster).mapToInt(Math::toIntExact).toArray()));
    }
    Attribute target = function.attribute(TileDialect.TARGET);
    if (target != null) {
      kernel.setAttribute(TileDialect.TARGET, target);
    }
    List<KernelLaunch.Argument> arguments = new ArrayList<>();
    for (BlockArgument argument : function.arguments()) {
      Attribute divisors = function.argumentAttribute(argument.index(), TileDialect.DIVISIBLE);
      Attribute names = function.argumentAttribute(argument.index(), TileDialect.SIZES);
      arguments.add(
          new KernelLaunch.Argument(
              argument.type(), Divisibility.of(divisors), SizeNames.of(names)));
    }
    new KernelLaunch(arguments, parameters.said(), grid).write(kernel);
  }

  private boolean has(Class<? extends Operation> kind) {
    boolean[] found = new boolean[1];
    launch.walk(op -> found[0] |= kind.isInstance(op));
    return found[0];
  }

  /** The sizes of the grid, which who launches must be able to work out. */
  private List<LaunchExpression> grid() throws Unconvertible {
    HostExpressions host = new HostExpressions(function.entry());
    List<LaunchExpression> grid = new ArrayList<>();
    for (Offset size : launch.sizes()) {
      switch (size) {
        case Offset.Constant(long number) -> grid.add(new LaunchExpression.Constant(number));
        case Offset.Dynamic(Value value) -> {
          LaunchExpression expression = host.of(value);
          if (expression == null) {
            throw new Unconvertible(
                launch
                    .error(
                        "has a grid whose size is no sum, difference, product, quotient, minimum or"
                            + " maximum of whole numbers that are arguments or sizes of them")
                    .note(value.location(), "this is the size"));
          }
          grid.add(expression);
        }
      }
    }
    while (grid.size() < DIMENSIONS) {
      grid.add(new LaunchExpression.Constant(1));
    }
    return grid;
  }
}
