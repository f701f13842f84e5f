// SPDX-FileCopyrightText: The Azulejo authors
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package dev.azulejo.pass.verify;

import dev.azulejo.dialect.tile.LaunchOp;
import dev.azulejo.ir.diag.Diagnostic;
import dev.azulejo.ir.pass.PassContext;
import dev.azulejo.ir.pass.Statistic;
import dev.azulejo.pass.verify.model.Exploration;
import dev.azulejo.pass.verify.model.Fault;
import dev.azulejo.pass.verify.model.Site;
import dev.azulejo.pass.verify.program.LaunchModels;
import java.util.List;

/** The check of one launch. */
final class LaunchCheck {
  private static final int MOST_NOTES = 60;
  private static final Statistic STATES =
      new Statistic("num-states", "Number of states that were looked at");
  private static final Statistic MODELS =
      new Statistic("num-models", "Number of cases that were gone through");

  private final LaunchOp launch;
  private final int limit;
  private final PassContext context;
  private int states;

  LaunchCheck(LaunchOp launch, int limit, PassContext context) {
    this.launch = launch;
    this.limit = limit;
    this.context = context;
  }

  void run() {
    boolean good = RoleRules.verify(launch, context.diagnostics());
    if (!good || !LaunchModels.areNeeded(launch)) {
      return;
    }
    Diagnostic bad = new LaunchModels(launch, limit).forEach(this::explore);
    if (bad != null) {
      context.diagnostics().report(bad);
    }
  }

  /** Explores a case; false where nothing more has to be looked at. */
  private boolean explore(LaunchModels.Case which) {
    Exploration.Result result = Exploration.of(which.model(), limit - states);
    states += result.states();
    context.count(STATES, result.states());
    context.count(MODELS, 1);
    Exploration.Finding finding = result.finding();
    if (finding != null) {
      context.diagnostics().report(diagnostic(finding, which.about()));
      return false;
    }
    if (!result.decided()) {
      context.error(
          launch,
          "not decided: whether it can hang or race would take more than %d states to find out"
              + " (%s)",
          limit,
          which.about());
      return false;
    }
    return true;
  }

  private Diagnostic diagnostic(Exploration.Finding finding, String about) {
    Fault fault = finding.fault();
    Diagnostic error = Diagnostic.error(fault.site().location(), "%s", fault.message());
    for (Fault.Remark remark : fault.remarks()) {
      error = note(error, remark);
    }
    List<Fault.Remark> steps = finding.steps();
    int skipped = Math.max(0, steps.size() - MOST_NOTES);
    error =
        error.note(
            launch.location(),
            "in %s, %d steps lead there%s",
            about,
            steps.size(),
            skipped == 0 ? "" : ", of which these are the last " + MOST_NOTES);
    for (Fault.Remark step : steps.subList(skipped, steps.size())) {
      error = note(error, step);
    }
    return error;
  }

  private static Diagnostic note(Diagnostic error, Fault.Remark remark) {
    Site site = remark.site();
    return error.note(site.location(), "%s", remark.text());
  }
}
