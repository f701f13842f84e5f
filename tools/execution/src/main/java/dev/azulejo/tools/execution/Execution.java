// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.execution;

import dev.azulejo.dialect.func.FuncOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.simulator.Progress;
import dev.azulejo.simulator.Simulator;
import dev.azulejo.simulator.Simulator.Argument;
import dev.azulejo.simulator.SimulatorOptions;
import java.util.List;
import java.util.Optional;
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

  /** Runs a function of a module under a seed of the schedule; null after errors. */
  public @Nullable Outcome run(FuncOp function, Operation module, long scheduleSeed) {
    var limits = new SimulatorOptions(scheduleSeed, maxSteps);
    Progress progress = bar == null ? Progress.NONE : bar;
    List<Argument> arguments = inputs.arguments();
    Optional<List<Argument>> results =
        new Simulator(module, limits, progress).run(function, arguments, behindBar());
    if (bar != null) {
      bar.end();
    }
    return results.map(values -> Outcome.of(function, parameters, arguments, values)).orElse(null);
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
