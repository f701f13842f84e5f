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
import java.util.Map;
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
    Inputs inputs = kernel.inputs();
    var execution =
        new Execution(kernel.parameters(), inputs, options.maxSteps(), bar, diagnostics);
    Outcome outcome = null;
    for (int i = 0; i < options.repeat(); i++) {
      long seed = options.scheduleSeed() + i;
      Outcome next = execution.run(kernel.function(), kernel.module(), seed);
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
