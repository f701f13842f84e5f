// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.run;

import dev.azulejo.dialect.func.FuncOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.simulator.Progress;
import dev.azulejo.simulator.Simulator;
import dev.azulejo.simulator.Simulator.Argument;
import dev.azulejo.simulator.SimulatorOptions;
import dev.azulejo.simulator.data.Npy;
import dev.azulejo.tool.Call;
import dev.azulejo.tools.program.OutputFile;
import dev.azulejo.tools.program.UsageException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs a kernel and its reference on the same data, and does with the results what is asked. */
final class Session {
  private final Kernel kernel;
  private final Options options;
  private final Call call;
  private final @Nullable ProgressBar bar;
  private final Diagnostics diagnostics;

  Session(
      Kernel kernel,
      Options options,
      Call call,
      @Nullable ProgressBar bar,
      Diagnostics diagnostics) {
    this.kernel = kernel;
    this.options = options;
    this.call = call;
    this.bar = bar;
    this.diagnostics = diagnostics;
  }

  /** Does it all. True where everything is right; else it has been said what is wrong. */
  boolean run() throws Failure, UsageException {
    Inputs inputs = Inputs.of(kernel.parameters(), options, call);
    Outcome outcome = null;
    for (int i = 0; i < options.repeat(); i++) {
      long seed = options.scheduleSeed() + i;
      Outcome next = execute(kernel.function(), kernel.module(), inputs, seed);
      if (next == null) {
        return false;
      }
      if (outcome == null) {
        outcome = next;
      }
      Verdict.requireSame(kernel.function(), outcome, next, seed, options.scheduleSeed());
    }
    if (outcome == null) {
      return false;
    }
    Outcome reference = null;
    FuncOp other = kernel.reference();
    if (other != null) {
      reference = execute(other, kernel.original(), inputs, options.scheduleSeed());
      if (reference == null) {
        return false;
      }
    }
    save(outcome);
    print(outcome, inputs);
    Verdict verdict = new Verdict(kernel, options, call, inputs);
    return verdict.give(outcome, reference, diagnostics);
  }

  private @Nullable Outcome execute(
      FuncOp function, Operation module, Inputs inputs, long scheduleSeed) {
    SimulatorOptions limits = new SimulatorOptions(scheduleSeed, options.maxSteps());
    Progress progress = bar == null ? Progress.NONE : bar;
    List<Argument> arguments = inputs.arguments();
    Optional<List<Argument>> results =
        new Simulator(module, limits, progress).run(function, arguments, diagnosticsBehindBar());
    if (bar != null) {
      bar.end();
    }
    return results
        .map(values -> Outcome.of(function, kernel.parameters(), arguments, values))
        .orElse(null);
  }

  /** What is said may not stand on the bar's line. */
  private Diagnostics diagnosticsBehindBar() {
    return new Diagnostics(diagnostic -> {
      if (bar != null) {
        bar.end();
      }
      diagnostics.report(diagnostic);
    });
  }

  private void save(Outcome outcome) throws UsageException {
    for (Map.Entry<String, String> entry : options.outputs().entrySet()) {
      Outcome.Value value = named(outcome, entry.getKey(), "--output");
      OutputFile.write(entry.getValue(), Npy.write(value.tensor()), call);
    }
  }

  private void print(Outcome outcome, Inputs inputs) throws UsageException {
    for (String name : options.prints()) {
      if (!name.equals(Options.ALL)) {
        call.out().print(TensorText.of(named(outcome, name, "--print").tensor()));
        continue;
      }
      for (Outcome.Value value : outcome.values()) {
        Parameter parameter = value.parameter();
        if (parameter == null || !inputs.hasData(parameter.index())) {
          call.out().print(TensorText.of(value.tensor()));
        }
      }
    }
  }

  /** A value of an outcome by a name that the command line gave. */
  static Outcome.Value named(Outcome outcome, String name, String option) throws UsageException {
    for (Outcome.Value value : outcome.values()) {
      if (value.isCalled(name)) {
        return value;
      }
    }
    List<String> names = outcome.values().stream().map(Outcome.Value::name).toList();
    throw new UsageException(
        option + ": nothing is called '" + name + "'; there are " + String.join(", ", names));
  }
}
