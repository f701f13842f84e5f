// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.execution;

import dev.azulejo.dialect.func.FuncOp;
import dev.azulejo.dialect.ptx.KernelOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.simulator.Progress;
import dev.azulejo.simulator.Simulator;
import dev.azulejo.simulator.Simulator.Argument;
import dev.azulejo.simulator.SimulatorOptions;
import dev.azulejo.simulator.memory.BankUse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs functions on the same data, each time anew.
 *
 * @param parameters the arguments of the functions
 * @param inputs their data
 * @param maxSteps when to give a run up
 * @param bar shows progress, or null
 * @param diagnostics hears what goes wrong
 */
public record Execution(
    List<Parameter> parameters,
    Inputs inputs,
    long maxSteps,
    @Nullable ShownProgress bar,
    Diagnostics diagnostics) {

  /** Copies the list. */
  public Execution {
    parameters = List.copyOf(parameters);
  }

  /** The same, but what goes wrong is told to another. */
  public Execution telling(Diagnostics other) {
    return new Execution(parameters, inputs, maxSteps, bar, other);
  }

  /**
   * Runs a function of a module under a seed of the schedule, or the kernels that it has become;
   * null after errors.
   */
  public @Nullable Outcome run(FuncOp function, Operation module, long scheduleSeed) {
    return run(function.symName().value(), module, scheduleSeed);
  }

  /** The same for a function of a name. */
  @Nullable Outcome run(String name, Operation module, long scheduleSeed) {
    Progress progress = bar == null ? Progress.NONE : bar;
    var simulator = new Simulator(module, new SimulatorOptions(scheduleSeed, maxSteps), progress);
    FuncOp function = Functions.named(module, name);
    Outcome outcome =
        function == null || function.isDeclaration()
            ? kernels(name, module, simulator)
            : run(function, simulator);
    if (bar != null) {
      bar.end();
    }
    return outcome;
  }

  private @Nullable Outcome run(FuncOp function, Simulator simulator) {
    List<Argument> arguments = inputs.arguments();
    return simulator
        .run(function, arguments, behindBar())
        .map(values ->
            Outcome.of(
                function.functionType().results(),
                parameters,
                arguments,
                values,
                simulator.bankUse()))
        .orElse(null);
  }

  private @Nullable Outcome kernels(String name, Operation module, Simulator simulator) {
    List<Argument> arguments = inputs.arguments();
    List<BankUse> bankUse = new ArrayList<>();
    for (KernelOp kernel : Functions.kernels(module, name)) {
      if (simulator.run(kernel, arguments, behindBar()).isEmpty()) {
        return null;
      }
      bankUse.addAll(simulator.bankUse());
    }
    return Outcome.of(List.of(), parameters, arguments, List.of(), bankUse);
  }

  /** What is said may not stand on the bar's line. */
  private Diagnostics behindBar() {
    return new Diagnostics(diagnostic -> {
      if (bar != null) {
        bar.end();
      }
      diagnostics.report(diagnostic);
    });
  }
}
