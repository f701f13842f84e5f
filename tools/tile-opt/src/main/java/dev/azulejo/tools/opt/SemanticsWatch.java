// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.tools.opt;

import dev.azulejo.dialect.func.FuncOp;
import dev.azulejo.ir.Operation;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.diag.Diagnostics;
import dev.azulejo.ir.diag.SourceText;
import dev.azulejo.ir.pass.PassObserver;
import dev.azulejo.ir.pass.PassOutcome;
import dev.azulejo.simulator.SimulatorOptions;
import dev.azulejo.tool.Call;
import dev.azulejo.tools.execution.Execution;
import dev.azulejo.tools.execution.Failure;
import dev.azulejo.tools.execution.Functions;
import dev.azulejo.tools.execution.Given;
import dev.azulejo.tools.execution.Inputs;
import dev.azulejo.tools.execution.Parameter;
import dev.azulejo.tools.execution.SemanticsCheck;
import dev.azulejo.tools.program.UsageException;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs each public function on data before the passes, and behind each pass that changes something
 * it can see. What can't be run as it stands is not checked, and that is said; private functions
 * run where public ones call them.
 */
final class SemanticsWatch implements PassObserver {
  private static final SimulatorOptions LIMITS = SimulatorOptions.DEFAULT;

  private final List<SemanticsCheck> checks = new ArrayList<>();

  private SemanticsWatch() {}

  /** Runs what no pass has touched yet. */
  static SemanticsWatch of(Operation module, SourceText source, Call call, Diagnostics diagnostics)
      throws UsageException {
    SemanticsWatch watch = new SemanticsWatch();
    for (FuncOp function : Functions.all(module)) {
      if (!function.isPrivate() && !function.isDeclaration()) {
        watch.begin(function, module, source, call, diagnostics);
      }
    }
    return watch;
  }

  private void begin(
      FuncOp function, Operation module, SourceText source, Call call, Diagnostics diagnostics)
      throws UsageException {
    List<Diagnostic> said = new ArrayList<>();
    try {
      List<Parameter> parameters = Parameter.of(function, source);
      Inputs inputs = Inputs.of(parameters, Given.NOTHING, call);
      var execution = new Execution(parameters, inputs, LIMITS.maxSteps(), null, diagnostics);
      String name = function.symName().value();
      var check = new SemanticsCheck(module, name, execution, LIMITS.seed(), diagnostics);
      if (check.begin(Diagnostics.into(said))) {
        checks.add(check);
        return;
      }
    } catch (Failure failure) {
      said.add(failure.diagnostic());
    }
    Diagnostic remark = function.remark("not checked: it can't be run as it stands");
    for (Diagnostic reason : said) {
      remark = remark.note(reason.location(), "%s", reason.message());
      for (Diagnostic note : reason.notes()) {
        remark = remark.note(note.location(), "%s", note.message());
      }
    }
    diagnostics.report(remark);
  }

  @Override
  public boolean needsOneThread() {
    return true;
  }

  @Override
  public void afterPass(PassOutcome outcome) {
    for (SemanticsCheck check : checks) {
      check.afterPass(outcome);
    }
  }
}
