// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.simulator;

import dev.azulejo.dialect.ptx.KernelLaunch;
import dev.azulejo.dialect.ptx.KernelOp;
import dev.azulejo.dialect.ptx.LaunchExpression;
import dev.azulejo.dialect.ptx.LaunchParameter;
import dev.azulejo.dialect.ptx.TensorMapFields;
import dev.azulejo.dialect.ptx.type.ParameterType;
import dev.azulejo.ir.AsmText;
import dev.azulejo.ir.BlockArgument;
import dev.azulejo.ir.Value;
import dev.azulejo.ir.builtin.DenseArrayAttr;
import dev.azulejo.ir.builtin.MemRefType;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.simulator.Simulator.Argument;
import dev.azulejo.simulator.run.SimulationFailure;
import dev.azulejo.simulator.scalar.Scalars;
import dev.azulejo.simulator.warp.WarpKernel;
import java.util.List;
import java.util.Locale;

/** The launch of a kernel as its {@code ptx.launch} says. */
final class KernelRun {
  private final KernelOp kernel;
  private final KernelLaunch launch;

  KernelRun(KernelOp kernel) {
    this.kernel = kernel;
    KernelLaunch found = KernelLaunch.of(kernel);
    if (found == null) {
      throw failure("has no '%s' that says how it is launched", KernelLaunch.ATTRIBUTE);
    }
    this.launch = found;
  }

  private SimulationFailure failure(String format, Object... arguments) {
    return new SimulationFailure(Diagnostic.error(kernel.location(), format, arguments));
  }

  void run(List<Argument> arguments, Machine machine) {
    if (arguments.size() != launch.arguments().size()) {
      throw failure("needs %d arguments, not %d", launch.arguments().size(), arguments.size());
    }
    WarpKernel code = WarpKernel.of(kernel, new ThreadScalars());
    var values = new Values(arguments);
    requireDivisors(values);
    long[] sizes = new long[launch.grid().size()];
    long blocks = 1;
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = evaluate(launch.grid().get(i), values);
      blocks = LaunchDecoder.product(blocks, sizes[i], kernel.location());
    }
    long all = blocks;
    long[] cluster = kernel.cluster().map(DenseArrayAttr::asLongs).orElse(new long[0]);
    var grid = new WarpKernel.Blocks(sizes, cluster);
    var order = new ShuffledOrder(grid.clusters(), machine.random());
    code.run(
        grid,
        threads(),
        value -> input(value, values),
        order::at,
        machine.random(),
        machine.steps(),
        done -> machine.progress().blocks(done, all));
    machine.countBanks(code.takeBankUse());
    machine.progress().blocks(all, all);
  }

  /** What the arguments of this call say. */
  private record Values(List<Argument> arguments) implements LaunchExpression.Arguments {
    @Override
    public long size(int argument, int dimension) {
      return arguments.get(argument) instanceof Argument.Memory memory
          ? memory.buffer().shape(dimension)
          : 0;
    }

    @Override
    public long number(int argument) {
      return arguments.get(argument) instanceof Argument.Scalar scalar ? scalar.bits() : 0;
    }
  }

  private long evaluate(LaunchExpression expression, Values values) {
    try {
      return expression.evaluate(values);
    } catch (ArithmeticException _) {
      throw failure("can't be launched: %s can't be worked out for its arguments", expression);
    }
  }

  /** Checks what the caller promised. */
  private void requireDivisors(Values values) {
    for (int i = 0; i < launch.arguments().size(); i++) {
      List<Long> divisors = launch.arguments().get(i).divisors();
      for (int d = 0; d < divisors.size(); d++) {
        boolean memory = launch.arguments().get(i).type() instanceof MemRefType;
        long number = memory ? values.size(i, d) : values.number(i);
        if (divisors.get(d) > 1 && number % divisors.get(d) != 0) {
          throw failure(
              "can't be launched: argument %d says %d where only multiples of %d may be",
              i, number, divisors.get(d));
        }
      }
    }
  }

  private int threads() {
    if (kernel.maxntid().isEmpty()) {
      throw failure("does not say how many threads its blocks have");
    }
    long count = 1;
    for (long size : kernel.maxntid().get().asLongs()) {
      count *= size;
    }
    return Math.toIntExact(count);
  }

  private WarpKernel.Input input(Value value, Values values) {
    if (!(value instanceof BlockArgument parameter)) {
      throw failure("uses a value from outside");
    }
    return switch (launch.parameters().get(parameter.index())) {
      case LaunchParameter.Map(int index, TensorMapFields fields) -> {
        if (!(values.arguments().get(index) instanceof Argument.Memory memory)) {
          throw failure("takes a map of argument %d, which is no buffer", index);
        }
        yield new WarpKernel.Input.Map(memory.buffer(), name(index), fields);
      }
      case LaunchParameter.Value(LaunchExpression given) -> given(given, parameter, values);
    };
  }

  private String name(int argument) {
    String type = AsmText.ofType(launch.arguments().get(argument).type());
    return String.format(Locale.ROOT, "argument %d (%s)", argument, type);
  }

  private WarpKernel.Input given(LaunchExpression given, BlockArgument parameter, Values values) {
    if (given instanceof LaunchExpression.Argument(int index)
        && values.arguments().get(index) instanceof Argument.Memory memory) {
      return new WarpKernel.Input.Memory(memory.buffer(), name(index));
    }
    long bits = evaluate(given, values);
    return new WarpKernel.Input.Scalar(
        parameter.type() instanceof ParameterType type
            ? Scalars.fromMemory(type.value(), bits)
            : bits);
  }
}
