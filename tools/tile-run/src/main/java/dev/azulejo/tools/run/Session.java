// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.run;

import dev.azulejo.dialect.func.FuncOp;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.simulator.data.Npy;
import dev.azulejo.tool.Call;
import dev.azulejo.tools.execution.Execution;
import dev.azulejo.tools.execution.Failure;
import dev.azulejo.tools.execution.Inputs;
import dev.azulejo.tools.execution.Outcome;
import dev.azulejo.tools.execution.Parameter;
import dev.azulejo.tools.program.OutputFile;
import dev.azulejo.tools.program.UsageException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs a kernel and its reference on the same data, and does with the results what is asked. */
final class Session {
  private final Kernel kernel;
  private final Options options;
  private final Call call;
  private final @Nullable ProgressBar bar;
  private final Gpu gpu;
  private final Diagnostics diagnostics;

  Session(
      Kernel kernel,
      Options options,
      Call call,
      @Nullable ProgressBar bar,
      Gpu gpu,
      Diagnostics diagnostics) {
    this.kernel = kernel;
    this.options = options;
    this.call = call;
    this.bar = bar;
    this.gpu = gpu;
    this.diagnostics = diagnostics;
  }

  /** Does it all. True where everything is right; else it has been said what is wrong. */
  boolean run() throws Failure, UsageException {
    Inputs inputs = kernel.inputs();
    var execution =
        new Execution(kernel.parameters(), inputs, options.maxSteps(), bar, diagnostics);
    Outcome outcome = options.isOnCuda() ? onGpu() : repeat(simulator(execution));
    if (outcome == null) {
      return false;
    }
    if (Options.TEXT.equals(options.report())) {
      call.err().print(BankReport.of(outcome.bankUse()));
    }
    Outcome reference = null;
    FuncOp other = kernel.reference();
    if (other != null) {
      reference = execution.run(other, kernel.original(), options.scheduleSeed());
      if (reference == null) {
        return false;
      }
    }
    save(outcome);
    print(outcome, inputs);
    Verdict verdict = new Verdict(kernel, options, call, inputs);
    return verdict.give(outcome, reference, diagnostics);
  }

  private Place simulator(Execution execution) {
    return seed -> execution.run(kernel.function(), kernel.module(), seed);
  }

  private @Nullable Outcome onGpu() throws Failure {
    DeviceProgram program = DeviceProgram.of(kernel.module(), diagnostics);
    if (program == null) {
      return null;
    }
    try (DevicePlace place = DevicePlace.open(kernel, program, gpu, diagnostics)) {
      Outcome outcome = repeat(place);
      if (outcome != null && options.times() > 0) {
        call.out()
            .print(
                String.format(
                    Locale.ROOT,
                    "@%s: median of %d: %.2f us\n",
                    kernel.function().symName().value(),
                    options.times(),
                    place.microseconds(options.times())));
      }
      return outcome;
    }
  }

  /** Runs as often as asked for; all runs must agree. Null after errors, which are reported. */
  private @Nullable Outcome repeat(Place place) throws Failure {
    Outcome outcome = null;
    for (int i = 0; i < options.repeat(); i++) {
      long seed = options.scheduleSeed() + i;
      Outcome next = place.run(seed);
      if (next == null) {
        return null;
      }
      if (outcome == null) {
        outcome = next;
      }
      Verdict.requireSame(kernel.function(), outcome, next, seed, options.scheduleSeed());
    }
    return outcome;
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
